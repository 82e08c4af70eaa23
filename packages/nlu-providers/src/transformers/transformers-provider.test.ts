import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { failureOf, NO_LIMIT, SHOP_INTENTS } from "../__fixtures__/shop-intents.ts";
import { createProvider, NluProviderConfig } from "../create-provider.ts";
import type { Embed } from "./embed.ts";
import { loadEmbed } from "./load-embed.ts";

/** As a model might: what a text is about, in three directions, and a little of all in each. */
const ABOUT = [/где|where|when/i, /верн|refund|возврат/i, /челов|human/i, /погод|joke/i];
const embed: Embed = (texts) =>
  Promise.resolve(texts.map((text) => ABOUT.map((words) => (words.test(text) ? 1 : 0.6)).map((value) => value)));

const config = NluProviderConfig.parse({ kind: "transformers", modelFolder: "/models/none", timeoutMs: 1_000 });
const providerWith = (loadEmbedding: () => Promise<Embed>) =>
  createProvider(config, null, { intents: SHOP_INTENTS, costGuard: NO_LIMIT, loadEmbedding });

test("a message has the intent to whose examples it is nearest, with a chance that is sure of what is clear", async () => {
  const provider = providerWith(() => Promise.resolve(embed));
  const [best, second] = await provider.rank({ text: "оформите возврат", language: "ru" });
  expect(best).toMatchObject({ intent: "return" });
  expect(best?.confidence).toBeGreaterThan(0.7);
  expect(second?.confidence).toBeLessThan(0.3);
  const [unclear] = await provider.rank({ text: "ну", language: "ru" });
  expect(unclear?.confidence).toBeLessThan(0.4);
});

test("what is none of the bot's business is never named, and takes the others' chances", async () => {
  const ranked = await providerWith(() => Promise.resolve(embed)).rank({ text: "какая погода", language: "ru" });
  expect(ranked.map(({ intent }) => intent)).not.toContain("oos");
  expect(ranked[0]?.confidence).toBeLessThan(0.3);
});

test("examples are learned once, by all questions together, and a model that did not load is tried again", async () => {
  let [loaded, texts] = [0, 0];
  const provider = providerWith(async () => {
    loaded += 1;
    if (loaded === 1) throw new Error("no memory");
    return (given) => {
      texts += given.length;
      return embed(given);
    };
  });
  const ask = () => provider.rank({ text: "где заказ", language: "ru" });
  expect(await failureOf(ask())).toMatchObject({ message: "no memory" });
  await Promise.all([ask(), ask()]);
  expect(loaded).toBe(2);
  expect(texts).toBe(SHOP_INTENTS.flatMap(({ examples }) => examples).length + 2);
});

test("who asks while it learns is told so in time, and it learns on", async () => {
  const { promise, resolve } = Promise.withResolvers<Embed>();
  const quick = NluProviderConfig.parse({ ...config, timeoutMs: 100 });
  const deps = { intents: SHOP_INTENTS, costGuard: NO_LIMIT, loadEmbedding: () => promise };
  const provider = createProvider(quick, null, deps);
  const ask = () => provider.rank({ text: "где заказ", language: "ru" });
  expect(await failureOf(ask())).toMatchObject({ code: "unreachable" });
  resolve(embed);
  expect((await ask())[0]).toMatchObject({ intent: "order_status" });
});

test("where the library or the model is missing, the two commands that bring them are named", async () => {
  const commands =
    /pnpm --filter @botdeck\/nlu-providers add --save-catalog --save-optional [^\n]+\n {2}hf download [^\n]+ --local-dir \//;
  const place = { modelFolder: "/models/none", precision: "q8" as const };
  expect(await failureOf(loadEmbed(place))).toMatchObject({
    code: "unsupported",
    message: expect.stringMatching(commands),
  });
  const modelFolder = mkdtempSync(join(tmpdir(), "botdeck-model-"));
  writeFileSync(join(modelFolder, "config.json"), "{}");
  const missing = () => Promise.reject(new Error("Cannot find package"));
  expect(await failureOf(loadEmbed({ ...place, modelFolder }, missing))).toMatchObject({
    message: expect.stringMatching(commands),
  });
});
