import type { DialogDefinition } from "@botdeck/dialog/dialogs";

const BEST = 5;
/** A digit alone or among few words, "5 of 5": "are there 2 kettles in stock" rates nothing. */
const RATING = /^[^\p{L}\p{N}]*(?:\p{L}+[^\p{L}\p{N}]+){0,2}([1-5])(?:[^\p{L}\p{N}]+(?:\p{L}+|5)){0,2}[^\p{L}\p{N}]*$/u;

/** How it went, from 1 to 5; once in a visit, and no answer is fine. */
export const ratingDialog: DialogDefinition = {
  name: "rating",
  version: 1,
  topic: "smalltalk",
  digressions: [],
  isAside: true,
  slots: {
    rating: {
      read(said) {
        const digit = RATING.exec(said.text)?.[1];
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
