import { escapeBb } from "@botdeck/b24-client";
import type { Effect } from "@botdeck/core";
import { expect, test } from "vitest";

import { toPostableEffects } from "./postable-effects.ts";

const LONG = `${"A sentence. ".repeat(2_000)}The end.`;
const word = (text: string, more: object = {}): Effect => ({ kind: "chat.send", dialogId: "chat1", text, ...more });

test("a long reply becomes one effect for each message, with its buttons under the last", () => {
  const buttons = [[{ kind: "say" as const, text: "Yes" }]];
  const effects = toPostableEffects(word(LONG, { buttons }));
  expect(effects).toHaveLength(2);
  expect(effects.map((effect) => (effect.kind === "chat.send" ? effect.buttons : null))).toEqual([undefined, buttons]);
});

test("a card stands under the last part", () => {
  const card = { blocks: [{ kind: "line" as const }] };
  const effects = toPostableEffects(word(LONG, { card }));
  expect(effects.map((effect) => ("card" in effect ? effect.card : null))).toEqual([null, card]);
});

test("a note stays within the limit after it is escaped", () => {
  const effects = toPostableEffects(word("[b] ".repeat(5_500), { forOperators: true }));
  expect(effects).toHaveLength(2);
  for (const effect of effects) {
    expect(effect).toMatchObject({ forOperators: true });
    expect(escapeBb("text" in effect ? String(effect.text) : "").length).toBeLessThanOrEqual(20_000);
  }
});

test("what fits, and what is no word, stays as it is", () => {
  const handOver: Effect = { kind: "chat.hand_over", dialogId: "chat1", chatId: "1" };
  expect([word("Hi"), word("[b]", { forOperators: true }), handOver].flatMap(toPostableEffects)).toEqual([
    word("Hi"),
    word("[b]", { forOperators: true }),
    handOver,
  ]);
});
