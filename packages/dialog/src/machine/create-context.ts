import type { Button } from "@botdeck/core";

import type { AnyBot } from "../define-bot.ts";
import { createTranslate } from "../texts/catalog.ts";
import type { BotContext } from "./context.ts";
import type { Input } from "./input.ts";
import type { DialogState } from "./state.ts";
import type { Surroundings } from "./step.ts";

/** The context a handler runs with: what is known, and the moves it may make. */
export function createContext(
  bot: AnyBot,
  state: DialogState,
  input: Input,
  { person, dialog, language, settings, services }: Surroundings,
): BotContext & { params: string } {
  return {
    text: input.kind === "message" ? input.text : "",
    files: input.kind === "message" ? input.files : [],
    params: input.kind === "command" ? input.params : "",
    person,
    dialog,
    language,
    settings,
    services,
    at: state.at,
    slots: state.slots,
    t: createTranslate(bot.texts, language),

    say: (text, options) => ({ move: "say", text, buttons: buttonRows(options?.buttons) }),
    miss: (text, options) => ({ move: "miss", text, buttons: buttonRows(options?.buttons) }),
    goTo: (name, slots = {}) => ({ move: "go_to", state: name, slots }),
    finish: () => ({ move: "finish" }),
    handOver: ({ topic, note = "" }) => ({ move: "hand_over", topic, note }),
    start: (workflow, workflowInput = {}) => ({ move: "start", workflow, input: workflowInput }),
    stopWorkflow: (reason) => ({ move: "stop_workflow", reason }),
  };
}

function buttonRows(rows: readonly (readonly string[])[] = []): Button[][] {
  return rows.map((row) => row.map((text) => ({ kind: "say" as const, text })));
}
