import type { DialogDefinition } from "@botdeck/dialog/dialogs";

const BEST = 5;

/** How it went, from 1 to 5; once in a visit, and no answer is fine. */
export const ratingDialog: DialogDefinition = {
  name: "rating",
  version: 1,
  topic: "smalltalk",
  digressions: [],
  mostMisses: 1,
  slots: {
    rating: {
      read(said) {
        const digit = /(?<!\d)([1-5])(?!\d)/.exec(said.text)?.[1];
        return digit === undefined ? { kind: "unclear" } : { kind: "value", value: Number(digit) };
      },
    },
  },
  steps: {
    rating: {
      kind: "ask",
      slot: "rating",
      ask: () => ({
        text: "askRating",
        buttons: [Array.from({ length: BEST }, (_, index) => ({ label: String(index + 1), value: index + 1 }))],
      }),
      again: () => ({ text: "askRating" }),
    },
    rated: { kind: "end", end: () => ({ outcome: "answered", say: { text: "ratingThanks" } }) },
  },
};
