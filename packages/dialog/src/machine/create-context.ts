import type { AnyBot } from "../define-bot.ts";
import { createTranslate } from "../texts/catalog.ts";
import { keyOfEffect } from "./effect-key.ts";
import type { BotContext, ButtonRows } from "./context.ts";
import type { Said } from "../dialogs/said.ts";
import type { Shown } from "./move.ts";
import type { Place } from "./state.ts";
import type { Surroundings } from "./step.ts";
import type { Turn } from "./turn.ts";

/** The context a handler runs with: what is known, and the moves it may make. */
export function createContext(
  bot: AnyBot,
  state: Place,
  said: Said,
  { person, dialog, language, settings, services, at, stepId, texts, origin }: Surroundings,
): BotContext {
  return {
    text: said.text,
    said,
    person,
    dialog,
    language,
    settings,
    services,
    portalId: String(origin["portalId"]),
    at,
    stepId,
    saidKey: keyOfEffect(stepId, 0),
    visit: state.visit,
    files: state.files,
    known: state.known,
    isChoosing: state.isChoosing,
    isBusy: state.dialogs.length > 0 || state.workflow !== null,
    t: createTranslate(texts ?? bot.texts, language),

    say: (text, { buttons, card } = {}) => ({ move: "say", text, buttons: shownRows(buttons), ...(card && { card }) }),
    effect: (effect) => ({ move: "effect", effect }),
    begin: (name, slots = {}) => ({ move: "begin", dialog: name, slots }),
    finish: () => ({ move: "finish" }),
    handOver: (handOver) => ({ move: "hand_over", ...handOver }),
    record: ({ name = null, phone = null, comment = null, timeline = null }) => ({
      move: "record",
      learned: { name, phone, comment, timeline },
    }),
    answered: () => ({ move: "answered" }),
    settle: (outcome, cause) => ({ move: "settle", outcome, cause }),
    rate: (rating) => ({ move: "rate", rating }),
    know: (facts) => ({ move: "know", facts }),
    start: (workflow, input = {}, { leads = true, id } = {}) => ({
      move: "start",
      workflow,
      input,
      leads,
      ...(id !== undefined && { id }),
    }),
    signal: (workflowId, signal, payload) => ({ move: "signal", workflowId, signal, payload }),
    stopWorkflow: (reason) => ({ move: "stop_workflow", reason }),
  };
}

/** The context of a turn as it stands. */
export const contextOf = ({ bot, state, said, surroundings }: Turn): BotContext =>
  createContext(bot, state, said, surroundings);

const shownRows = (rows: ButtonRows = []): Shown[][] =>
  rows.map((row) => row.map((button) => (typeof button === "string" ? { text: button } : button)));
