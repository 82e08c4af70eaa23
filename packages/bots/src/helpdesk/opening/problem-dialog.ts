import type { DialogDefinition } from "@botdeck/dialog/dialogs";

import { tellsEnough } from "./read-problem.ts";

/** Asks what happened, when only that something did is known. Its slots may hold a category, and the number of an earlier ticket. */
export const problemDialog: DialogDefinition = {
  name: "problem",
  version: 1,
  topic: "ticket",
  digressions: [],
  slots: {
    problem: {
      takesAnything: true,
      read: ({ text }) => (tellsEnough(text) ? { kind: "value", value: text.trim() } : { kind: "unclear" }),
    },
  },
  steps: {
    ask: {
      kind: "ask",
      slot: "problem",
      ask: () => ({ text: "askProblem" }),
      again: () => ({ text: "askProblemAgain" }),
    },
    end: { kind: "end", end: () => ({ outcome: "answered" }) },
  },
  mostMisses: 3,
};
