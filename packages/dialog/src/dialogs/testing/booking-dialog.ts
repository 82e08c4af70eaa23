import { defineDialog, type DialogDefinition } from "../dialog.ts";
import type { Said } from "../said.ts";

const numberIn = ({ text }: Said): string | undefined => /[AА]-\d+/u.exec(text)?.[0].replace("А", "A");
const phoneIn = ({ text }: Said): string | undefined => /\+\d{11}/.exec(text)?.[0];

/** A courier is booked for an order: its number, a phone, whether there is such an order, a note, and a yes. */
export const bookingDialog: DialogDefinition = defineDialog({
  name: "booking",
  version: 1,
  topic: "delivery",
  digressions: ["hours"],
  follows: ["returning"],
  silence: { remindAfterMs: 1_000, expireAfterMs: 2_000, remind: { text: "remind" }, expired: { text: "expired" } },
  slots: {
    number: {
      expects: "orderNumber",
      decides: ["order", "confirm"],
      find: numberIn,
      read(said) {
        const number = numberIn(said);
        return number === undefined ? { kind: "unclear" } : { kind: "value", value: number };
      },
    },
    phone: {
      find: phoneIn,
      read(said) {
        const phone = phoneIn(said);
        if (phone !== undefined) return { kind: "value", value: phone };
        const say = { text: "phoneTooShort" };
        return /\d/.test(said.text) ? { kind: "unclear", say } : { kind: "unclear" };
      },
    },
    note: { takesAnything: true, read: ({ text }) => ({ kind: "value", value: text }) },
    confirm: {
      readsPressed: true,
      read({ pressed, text }) {
        if (pressed === true || text === "yes") return { kind: "value", value: true };
        if (text === "no") return { kind: "more", say: { text: "whatElse" }, also: { isChanging: true } };
        return { kind: "unclear" };
      },
    },
  },
  steps: {
    hello: { kind: "say", say: () => ({ text: "hello" }) },
    number: { kind: "ask", slot: "number", ask: () => ({ text: "askNumber" }), again: () => ({ text: "badNumber" }) },
    phone: { kind: "ask", slot: "phone", ask: () => ({ text: "askPhone" }), again: () => ({ text: "badPhone" }) },
    find: {
      kind: "request",
      request: "findOrder",
      params: ({ number, phone }) => ({ number, phone }),
      fills: ["order"],
      take(answer) {
        if (answer === "away") return { slots: {} };
        if (answer !== null) return { slots: { order: answer } };
        return { slots: {}, miss: { slot: "number", say: { text: "noSuchOrder" } } };
      },
    },
    note: { kind: "ask", slot: "note", ask: () => ({ text: "askNote" }), again: () => ({ text: "askNote" }) },
    confirm: {
      kind: "ask",
      slot: "confirm",
      ask: () => ({ text: "askConfirm", buttons: [[{ text: "yes", value: true }]] }),
      again: () => ({ text: "badConfirm" }),
    },
    booked: { kind: "end", end: () => ({ outcome: "solved", say: { text: "booked" } }) },
  },
});
