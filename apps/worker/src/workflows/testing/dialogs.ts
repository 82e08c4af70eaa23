import { type DialogDefinition, defineDialog, type Slots } from "@botdeck/dialog/dialogs";

const HOUR_MS = 3_600_000;

/** A return that is short enough to be played: an order that is looked for, a reason, photos, and a yes. */
function returnOf(version: number, askReason: string): DialogDefinition {
  return defineDialog({
    name: "productReturn",
    version,
    topic: "return",
    digressions: ["availability"],
    silence: {
      remindAfterMs: 4 * HOUR_MS,
      expireAfterMs: 72 * HOUR_MS,
      remind: { text: "reminder" },
      expired: { text: "givenUp" },
    },
    slots: {
      number: { read: ({ text }) => ({ kind: "value", value: text }) },
      reason: { read: ({ text }) => (text.length > 2 ? { kind: "value", value: text } : { kind: "unclear" }) },
      photos: {
        read: ({ files }) => (files.length > 0 ? { kind: "value", value: files } : { kind: "unclear" }),
        find: ({ files }, { photos = [] }) =>
          files.length > 0 ? [...(photos as readonly unknown[]), ...files] : undefined,
      },
      confirm: { read: () => ({ kind: "unclear" }) },
    },
    steps: {
      number: { kind: "ask", slot: "number", ask: () => ({ text: "askNumber" }), again: () => ({ text: "askNumber" }) },
      find: {
        kind: "request",
        request: "findOrder",
        params: ({ number }: Slots) => ({ number }),
        fills: ["order"],
        take: (order) => (order === "late" ? { slots: { order }, say: { text: "found" } } : { slots: { order } }),
      },
      late: {
        kind: "end",
        if: ({ order }) => order === "late",
        end: () => ({ outcome: "answered", say: { text: "tooLate" } }),
      },
      reason: { kind: "ask", slot: "reason", ask: () => ({ text: askReason }), again: () => ({ text: "reasonAgain" }) },
      photos: {
        kind: "ask",
        slot: "photos",
        ask: () => ({ text: "askPhotos" }),
        again: () => ({ text: "photosAgain" }),
      },
      confirm: {
        kind: "ask",
        slot: "confirm",
        ask: () => ({ text: "confirm", buttons: [[{ label: "Yes, send it", value: true }]] }),
        again: () => ({ text: "confirmAgain" }),
      },
      done: { kind: "end", end: () => ({ outcome: "answered" }) },
    },
  });
}

const settlement = defineDialog({
  name: "returnSettlement",
  version: 1,
  topic: "return",
  digressions: [],
  silence: {
    remindAfterMs: 4 * HOUR_MS,
    expireAfterMs: 48 * HOUR_MS,
    remind: { text: "settlementReminder" },
    expired: { text: "settlementByDefault" },
  },
  slots: {
    choice: { read: ({ text }) => ({ kind: "value", value: text }) },
  },
  steps: {
    choice: {
      kind: "ask",
      slot: "choice",
      ask: () => ({ text: "settlementAsk", buttons: [[{ label: "Another one", value: "exchange" }]] }),
      again: () => ({ text: "settlementAsk" }),
    },
    done: { kind: "end", end: () => ({ outcome: "solved", say: { text: "noted" } }) },
  },
});

/** What is deployed first, and what a later deploy has. */
export const FIRST_DIALOGS = { returns: [returnOf(1, "askReason")], settlements: [settlement] };
export const LATER_DIALOGS = { returns: [...FIRST_DIALOGS.returns, returnOf(2, "askWhy")], settlements: [settlement] };
