import type { DialogDefinition } from "@botdeck/dialog/dialogs";
import { OTHER_WISHES, QUICK_WISHES } from "../wishes.ts";
import { settlementIn } from "./settlement-choice.ts";

const HOUR_MS = 3_600_000;

const CHOICES = [
  [
    { text: "settlementRefund", value: "refund" },
    { text: "settlementExchange", value: "exchange" },
  ],
];

/** After a return was approved: the money or another one. */
export const settlementDialog: DialogDefinition = {
  name: "returnSettlement",
  version: 1,
  topic: "return",
  digressions: QUICK_WISHES,
  follows: OTHER_WISHES,
  silence: {
    remindAfterMs: 4 * HOUR_MS,
    expireAfterMs: 48 * HOUR_MS,
    remind: { text: "settlementReminder" },
    expired: { text: "settlementByDefault" },
  },
  slots: {
    choice: {
      read({ text }) {
        const choice = settlementIn(text);
        return choice === null ? { kind: "unclear" } : { kind: "value", value: choice };
      },
    },
  },
  steps: {
    choice: {
      kind: "ask",
      slot: "choice",
      ask: () => ({ text: "settlementAsk", buttons: CHOICES }),
      again: () => ({ text: "settlementUnclear", buttons: CHOICES }),
    },
    chosen: {
      kind: "end",
      end: ({ choice }) => ({
        outcome: "solved",
        say: { text: choice === "exchange" ? "settlementExchangeNoted" : "settlementRefundNoted" },
      }),
    },
  },
};
