import type { DialogDefinition } from "@botdeck/dialog/dialogs";
import { OTHER_WISHES, QUICK_WISHES } from "../wishes.ts";

const HOUR_MS = 3_600_000;

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
        if (/refund|money|card|back|деньг|возврат|карт|верн/iu.test(text)) return { kind: "value", value: "refund" };
        if (/exchang|another|replace|new one|обмен|замен|друг|нов/iu.test(text))
          return { kind: "value", value: "exchange" };
        return { kind: "unclear" };
      },
    },
  },
  steps: {
    choice: {
      kind: "ask",
      slot: "choice",
      ask: () => ({
        text: "settlementAsk",
        buttons: [
          [
            { text: "settlementRefund", value: "refund" },
            { text: "settlementExchange", value: "exchange" },
          ],
        ],
      }),
      again: () => ({ text: "settlementUnclear" }),
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
