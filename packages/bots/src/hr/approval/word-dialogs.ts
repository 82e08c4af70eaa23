import type { DialogDefinition, Line, Slots } from "@botdeck/dialog/dialogs";

/** One question whose answer may be any words. */
const askWords = (
  name: string,
  ask: (slots: Slots) => Line,
  extra: Partial<DialogDefinition> = {},
): DialogDefinition => ({
  name,
  version: 1,
  topic: "vacation",
  digressions: [],
  slots: {
    words: {
      takesAnything: true,
      read: ({ text }) => (text.trim() === "" ? { kind: "unclear" } : { kind: "value", value: text.trim() }),
    },
  },
  steps: {
    words: { kind: "ask", slot: "words", ask, again: ask },
    done: { kind: "end", end: () => ({ outcome: "solved" }) },
  },
  ...extra,
});

const personOf = ({ person }: Slots) => ({ person: String(person ?? "") });

/** Pressed in place of a reason. */
export const NO_REASON = "—";

/** Why somebody's request is declined. */
export const declineDialog = askWords("absenceDecline", (slots) => ({
  text: "askReason",
  values: personOf(slots),
  buttons: [[{ text: "withoutReason", value: NO_REASON }]],
}));

/** What whoever decides wants to know first. */
export const questionDialog = askWords("absenceQuestion", (slots) => ({
  text: "askQuestion",
  values: personOf(slots),
}));

/** What the person answers. */
export const answerDialog = askWords("absenceAnswer", ({ question }) => ({
  text: "askAnswer",
  values: { question: String(question ?? "") },
}));
