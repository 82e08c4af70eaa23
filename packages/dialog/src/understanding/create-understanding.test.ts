import { AppError } from "@botdeck/core";
import { expect, test } from "vitest";

import type { IntentProvider } from "../nlu/intent-provider.ts";
import { createUnderstanding } from "./create-understanding.ts";

const intents = {
  hours: { examples: ["when are you open", "opening hours", "are you open now"], rules: [/^hours$/i] },
  price: { examples: ["what does it cost", "how much is it", "the price please"] },
};
const words = (text: string) => ({ text, expects: null, language: "en" as const, today: "2026-11-21" });

const chosen = (rank: IntentProvider["rank"]): IntentProvider => ({ name: "chosen", rank });
const says = (intent: string) => chosen(async () => [{ intent, confidence: 0.99 }]);

test("a rule leaves no doubt, and nobody else is asked", async () => {
  const understand = createUnderstanding({ intents, chosen: says("price") });
  const { provider, intents: ranked } = await understand(words("Hours"));
  expect([provider, ranked[0]]).toEqual(["rule", { intent: "hours", confidence: 1 }]);
  expect(new Set(ranked.map(({ intent }) => intent)).size).toBe(ranked.length);
});

test("what the examples leave open is asked of the provider that the portal has chosen", async () => {
  const understand = createUnderstanding({ intents, chosen: says("price") });
  expect(await understand(words("zxcv qwer"))).toMatchObject({
    provider: "chosen",
    fellBackFrom: null,
    intents: [{ intent: "price" }],
  });
});

test.each([
  ["fails", async () => Promise.reject(new AppError("unreachable", "It is away"))],
  ["throws at once", () => expect.fail("a slip of the provider")],
  ["never answers", () => new Promise<never>(() => {})],
])("a provider that %s is done without, in time, and it shows", async (_, rank) => {
  const failures: string[] = [];
  const understand = createUnderstanding({
    intents,
    chosen: chosen(rank),
    budgetMs: 20,
    onFailure: (provider, reason) => failures.push(`${provider}: ${reason}`),
  });
  expect(await understand(words("my secret is zxcv"))).toMatchObject({ provider: "embedded", fellBackFrom: "chosen" });
  expect(failures).toHaveLength(1);
  expect(failures[0]).not.toContain("zxcv");
});

test("words that are none are understood as nothing, and what was asked for tells what digits are", async () => {
  const understand = createUnderstanding({ intents, chosen: says("price") });
  expect(await understand(words(""))).toMatchObject({ provider: "none", intents: [] });
  const { entities } = await understand({ ...words("1042"), expects: "orderNumber" });
  expect(entities.orderNumbers).toMatchObject([{ number: "1042" }]);
});

test("a document that is pasted into the chat is not read to its end", async () => {
  const understand = createUnderstanding({ intents });
  const numberAfter = async (length: number) =>
    (await understand(words(`${"hello there ".repeat(length / 12)} my order A-1042`))).entities.orderNumbers.length;
  expect(await numberAfter(3_600)).toBe(1);
  expect(await numberAfter(4_800)).toBe(0);
});
