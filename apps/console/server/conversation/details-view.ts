import { redactText } from "@botdeck/core";
import type { ConversationDetails, Handoff, Outcome } from "@botdeck/db";
import { DialogState } from "@botdeck/dialog";

import type { KnownBot, KnownBots } from "../bot/known-bots.ts";
import type { Role } from "../roles.ts";
import { hidesPersonalData } from "./hides-personal-data.ts";
import { maskName, maskText } from "./mask-personal-data.ts";
import { type ToldSlot, toldSlots } from "./told-slots.ts";

const HAND_OVER = "handOver";

/** What stands behind a conversation, as the browser gets it; instants are ISO texts. */
export function detailsView(details: ConversationDetails, role: Role, bots: KnownBots) {
  const { botId, botCode, workflows } = details;
  const bot = bots.of(botCode);
  const hides = hidesPersonalData(role);
  // A state of another version is no reason to show nothing of the rest.
  const state = DialogState.safeParse(details.state).data ?? DialogState.parse({});
  return {
    botId,
    isBotKnown: bot !== null,
    dialog: dialogOf(state, bot, hides),
    /** Those that wait for it, the next first. */
    waiting: state.dialogs
      .slice(0, -1)
      .map(({ dialog }) => dialog)
      .toReversed(),
    /** The one that leads the conversation. */
    workflow: state.workflow && {
      id: state.workflow.id,
      kind: state.workflow.kind,
      step: workflows.find(({ id }) => id === state.workflow?.id)?.step ?? null,
    },
    /** Those that run beside it, such as a ticket's. What a hand-over's does is told by the hand-over. */
    running: workflows
      .filter((each) => each.state === "running" && each.id !== state.workflow?.id && each.kind !== HAND_OVER)
      .map(({ id, kind, step }) => ({ id, kind, step })),
    files: state.files.map(({ id, name, problem }) => ({ id, name: hides ? null : name, problem })),
    handoff: details.handoff && handoffView(details.handoff, details.operatorNames),
    outcome: details.outcome && outcomeView(details.outcome, hides),
    visit: state.visit && {
      beganAt: state.visit.beganAt,
      answers: state.visit.answers,
      isSettled: state.visit.outcome !== null,
    },
    /** False when the outcome is that of an earlier visit. */
    isOutcomeOfVisit: state.visit === null || details.outcome?.visitId === state.visit.id,
  };
}

function dialogOf({ dialogs }: DialogState, bot: KnownBot | null, hides: boolean) {
  const top = dialogs.at(-1);
  if (top === undefined) return null;
  const versions = bot?.dialogs.filter(({ name }) => name === top.dialog) ?? [];
  const definition = versions.find(({ version }) => version === top.version) ?? versions[0] ?? null;
  const slots = toldSlots(top.slots, definition);
  return {
    name: top.dialog,
    version: top.version,
    at: top.at,
    misses: Object.values(top.misses).reduce((sum, each) => sum + each, 0),
    slots: hides ? slots.map(maskSlot) : slots,
  };
}

const maskSlot = (slot: ToldSlot): ToldSlot =>
  "text" in slot ? { ...slot, text: slot.name === "name" ? maskName(slot.text) : maskText(slot.text) } : slot;

function handoffView(
  { state, topic, cause, trail, requestedAt, takenAt, endedAt, endedAs }: Handoff,
  operatorNames: ConversationDetails["operatorNames"],
) {
  return {
    state,
    topic,
    cause,
    endedAs,
    requestedAt: requestedAt.toISOString(),
    takenAt: takenAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    trail: trail.map(({ at, to }) => {
      const kind = to.startsWith("operator:") ? "operator" : "queue";
      // Of somebody at the console without a number on the portal: `desk:<id>`.
      const id = to.slice(to.indexOf(":") + 1);
      return { at, kind, id, name: kind === "operator" ? (operatorNames[id] ?? null) : null };
    }),
  };
}

function outcomeView(outcome: Outcome, hides: boolean) {
  const { kind, cause, topic, intent, answers, rating, ratingComment, firstResponseMs } = outcome;
  const comment = ratingComment === null ? null : redactText(ratingComment);
  return {
    kind,
    cause,
    topic,
    intent,
    answers,
    rating,
    ratingComment: comment !== null && hides ? maskText(comment) : comment,
    firstResponseMs,
    decidedAt: outcome.decidedAt.toISOString(),
    recontactedAt: outcome.recontactedAt?.toISOString() ?? null,
  };
}
