import type { DialogDefinition } from "@botdeck/dialog/dialogs";

/** Asks what is to be passed on about a ticket; its slots hold the ticket's id and number. */
export const wordsDialog: DialogDefinition = {
  name: "ticketWords",
  version: 1,
  topic: "ticket",
  digressions: [],
  slots: {
    words: {
      takesAnything: true,
      read: ({ text }) => (text.trim() === "" ? { kind: "unclear" } : { kind: "value", value: text.trim() }),
    },
  },
  steps: {
    ask: {
      kind: "ask",
      slot: "words",
      ask: ({ number }) => ({ text: "askWords", values: { number: Number(number) } }),
      again: () => ({ text: "askWordsAgain" }),
    },
    end: { kind: "end", end: () => ({ outcome: "answered" }) },
  },
  mostMisses: 3,
};
