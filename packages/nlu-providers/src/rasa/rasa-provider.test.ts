import { expect, test } from "vitest";

import { failureOf, NO_LIMIT, SHOP_INTENTS } from "../__fixtures__/shop-intents.ts";
import { startService } from "../__fixtures__/start-service.ts";
import { createProvider, NluProviderConfig } from "../create-provider.ts";

function providerAt(url: string, settings: object = {}) {
  const config = NluProviderConfig.parse({ kind: "rasa", url, ...settings });
  return createProvider(config, "t0ken", { intents: SHOP_INTENTS, costGuard: NO_LIMIT });
}

/** As Rasa 3 answers. */
const PARSED = {
  text: "…",
  intent: { name: "ask_return", confidence: 0.91 },
  entities: [],
  intent_ranking: [
    { name: "ask_return", confidence: 0.91 },
    { name: "nlu_fallback", confidence: 0.3 },
    { name: "order_status", confidence: 0.05 },
  ],
};

test("Rasa's ranking is read by our names, and its own fallback is nobody's intent", async () => {
  const { url, asked } = await startService(() => ({ body: PARSED }));
  const provider = providerAt(url, { intentMap: { ask_return: "return" } });
  expect(await provider.rank({ text: "верните деньги на a@b.ru", language: "ru" })).toEqual([
    { intent: "return", confidence: 0.91 },
    { intent: "order_status", confidence: 0.05 },
  ]);
  expect(asked).toMatchObject([{ path: "/model/parse?token=t0ken", text: '{"text":"верните деньги на [email]"}' }]);
});

test("a pipeline that does not rank tells its one intent", async () => {
  const { url } = await startService(() => ({ body: { intent: { name: "operator", confidence: 0.8 } } }));
  expect(await providerAt(url).rank({ text: "человека", language: "ru" })).toEqual([
    { intent: "operator", confidence: 0.8 },
  ]);
});

test("a failure does not tell the token, which stands in the address", async () => {
  const { url } = await startService(() => ({ status: 409, body: { reason: "No agent loaded" } }));
  const failure = await failureOf(providerAt(url).rank({ text: "где заказ", language: "ru" }));
  expect(failure).toMatchObject({ code: "rejected" });
  const away = await failureOf(providerAt("http://127.0.0.1:1").rank({ text: "где заказ", language: "ru" }));
  expect(away).toMatchObject({ code: "unreachable" });
  expect(JSON.stringify([String(failure), failure, String(away), away])).not.toContain("t0ken");
});
