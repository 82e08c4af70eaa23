import type { Language } from "@botdeck/dialog";
import type { DialogDefinition, Slots } from "@botdeck/dialog/dialogs";

import { kindButtons, kindIn } from "./kinds.ts";
import { findDays, readDays } from "./read-days.ts";
import { type Checked, takeChecked } from "./take-checked.ts";

const languageOf = ({ language }: Slots): Language => (language === "ru" ? "ru" : "en");

/** The last word is asked for where somebody was led here step by step, or where something speaks against it. */
const hasToConfirm = ({ isLed, check }: Slots): boolean =>
  isLed === true || ((check ?? null) as Checked | null)?.warning !== undefined;

/**
 * Asks what is missing of a request for days off, and looks whether anything stands against it. Begun with `language`,
 * and with `isLed` by who has given nothing; with `editId` it changes a request that is there.
 */
export const vacationDialog: DialogDefinition = {
  name: "vacation",
  version: 1,
  topic: "vacation",
  digressions: ["whoIsOut", "myVacations"],
  mostMisses: 4,
  slots: {
    kind: {
      read: ({ text, pressed }) => {
        const kind = typeof pressed === "string" ? pressed : kindIn(text);
        return kind === undefined ? { kind: "unclear" } : { kind: "value", value: kind };
      },
      find: ({ text }) => kindIn(text),
      decides: ["check"],
    },
    days: {
      expects: "date",
      read: (said, slots) => readDays(said, languageOf(slots)),
      readsPressed: true,
      find: (said, slots) => findDays(said, languageOf(slots)),
      decides: ["check", "isFine"],
    },
    check: { read: () => ({ kind: "unclear" }) },
    go: {
      readsPressed: true,
      read: ({ pressed, text }) => {
        if (pressed === "days") return { kind: "value", value: undefined, also: { days: undefined, check: undefined } };
        if (pressed === "send" || pressed === "comment") return { kind: "value", value: pressed };
        return YES.test(text.trim()) ? { kind: "value", value: "send" } : { kind: "unclear" };
      },
    },
    comment: {
      takesAnything: true,
      read: ({ text }) => (text.trim() === "" ? { kind: "unclear" } : { kind: "value", value: text.trim() }),
    },
  },
  steps: {
    kind: {
      kind: "ask",
      slot: "kind",
      ask: () => ({ text: "askKind", buttons: kindButtons() }),
      again: () => ({ text: "askKindAgain", buttons: kindButtons() }),
    },
    days: {
      kind: "ask",
      slot: "days",
      ask: () => ({ text: "askDays" }),
      again: () => ({ text: "askDaysAgain" }),
    },
    look: {
      kind: "request",
      request: "checkDays",
      params: ({ kind, days, editId }) => ({ kind, days, editId: editId ?? null }),
      fills: ["check"],
      take: takeChecked,
    },
    confirm: {
      kind: "ask",
      if: hasToConfirm,
      when: "led step by step, or something speaks against it",
      slot: "go",
      ask: (slots) => summaryOf(slots),
      again: (slots) => summaryOf(slots),
    },
    comment: {
      kind: "ask",
      if: ({ go }) => go === "comment",
      when: "a comment is wanted",
      slot: "comment",
      ask: () => ({ text: "askComment" }),
      again: () => ({ text: "askComment" }),
    },
    done: { kind: "end", end: () => ({ outcome: "solved" }) },
  },
};

const YES = /^(?:yes|ok(?:ay)?|send(?: it)?|sure|да|ок|отправ(?:ь|ить|ляй)|конечно|хорошо|верно)[.!]?$/i;

function summaryOf({ check }: Slots) {
  const { kind = "", days = "", warning } = (check ?? {}) as Partial<Checked>;
  const values = { kind, days, warning: warning ?? "" };
  const buttons = [
    [
      { text: "sendButton", value: "send" },
      { text: "sendWithWordsButton", value: "comment" },
      { text: "otherDaysButton", value: "days" },
    ],
  ];
  return { text: warning === undefined ? "summary" : "summaryWarned", values, buttons };
}
