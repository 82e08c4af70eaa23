import { decide, INITIAL_STATE, type Surroundings } from "@botdeck/dialog";
import fc from "fast-check";
import { expect, test } from "vitest";

import { createDemoOrders } from "../demo-orders.ts";
import { storeBot } from "./bot.ts";

const surroundings: Surroundings = {
  person: { id: "101", name: "A client", kind: "client" },
  dialog: { id: "chat1", chatId: "1", type: "open_line", title: "", entityId: "livechat|1|1|101" },
  language: "en",
  settings: storeBot.settings?.parse({}),
  services: { orders: createDemoOrders(() => new Date("2026-11-21T09:00:00Z")) },
  origin: { portalId: "portal" },
  stepId: "step",
};

/** What people write: phrases the bot knows, numbers, and anything at all. */
const words = fc.oneof(
  fc.constantFrom("where is my order", "A-1042", "9999", "вернуть товар", "cancel", "hello", "оператор", "", "?"),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);

test("whatever a client writes is answered, handed over or told to the workflow that leads", () =>
  fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 12 }), async (texts) => {
      let state = INITIAL_STATE;
      for (const [index, text] of texts.entries()) {
        const input = { kind: "message" as const, messageId: String(index), text, files: [] };
        const decision = await decide(storeBot, state, input, surroundings);
        expect(decision.effects.length).toBeGreaterThan(0);
        // A question that is open has a state that takes its answer.
        expect(decision.state.at === null || decision.state.at in (storeBot.states ?? {})).toBe(true);
        if (decision.owner !== undefined) return;
        state = decision.state;
      }
    }),
  ));

test("a client reaches a person from wherever the conversation stands", () =>
  fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 6 }), async (texts) => {
      let state = INITIAL_STATE;
      for (const [index, text] of [...texts, "speak to a person"].entries()) {
        const input = { kind: "message" as const, messageId: String(index), text, files: [] };
        const decision = await decide(storeBot, state, input, surroundings);
        state = decision.state;
        if (decision.owner !== undefined) return;
      }
      expect.fail("nobody was called");
    }),
  ));
