import { createVerify, generateKeyPairSync } from "node:crypto";

import { expect, test } from "vitest";

import { failureOf, NO_LIMIT, SHOP_INTENTS } from "../__fixtures__/shop-intents.ts";
import { type ServiceAnswer, type ServiceRequest, startService } from "../__fixtures__/start-service.ts";
import { createProvider, NluProviderConfig } from "../create-provider.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2_048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const UUID = "[\\da-f-]{36}";

/** Google's token service and Dialogflow on one port. */
async function startGoogle(answer: (request: ServiceRequest) => ServiceAnswer) {
  let tokens = 0;
  const service = await startService((request) =>
    request.path === "/token" ? { body: { access_token: `token${++tokens}`, expires_in: 3_600 } } : answer(request),
  );
  const keyFile = {
    type: "service_account",
    client_email: "bot@shop.example",
    private_key: privateKey,
    private_key_id: "k1",
  };
  return { ...service, keyFile: JSON.stringify({ ...keyFile, token_uri: `${service.url}/token` }) };
}

type Google = Awaited<ReturnType<typeof startGoogle>>;

function providerAt({ url, keyFile }: Google, settings: object, now = Date.now) {
  const common = { projectId: "shop-1", endpoint: url, intentMap: { "Возврат товара": "return" } };
  const config = NluProviderConfig.parse({ ...common, ...settings });
  return createProvider(config, keyFile, { intents: SHOP_INTENTS, costGuard: NO_LIMIT, now });
}

const detected = (intent: object, intentDetectionConfidence: number) => ({
  body: { responseId: "1", queryResult: { queryText: "…", intent, intentDetectionConfidence, languageCode: "ru" } },
});

test("ES is asked in the agent's language, in a session of its own, and its intents are read by their display names", async () => {
  const google = await startGoogle(() => detected({ name: "projects/…", displayName: "Возврат товара" }, 0.83));
  const provider = providerAt(google, { kind: "dialogflow_es", languageCodes: { en: "en", ru: "ru-RU" } });
  const text = `верните на карту 4276 3800 1234 5678 ${"очень ".repeat(100)}`;
  expect(await provider.rank({ text, language: "ru" })).toEqual([{ intent: "return", confidence: 0.83 }]);
  const [, question] = google.asked;
  expect(question?.path).toMatch(new RegExp(`^/v2/projects/shop-1/agent/sessions/${UUID}:detectIntent$`));
  const asked = JSON.parse(question?.text ?? "") as { queryInput: { text: { text: string; languageCode: string } } };
  expect(asked.queryInput.text.languageCode).toBe("ru-RU");
  expect(asked.queryInput.text.text).toMatch(/^верните на карту \[number\] очень /);
  expect(asked.queryInput.text.text).toHaveLength(256);
});

test("ES's fallback intent is no intent", async () => {
  const google = await startGoogle(() => detected({ displayName: "return", isFallback: true }, 1));
  const provider = providerAt(google, { kind: "dialogflow_es", location: "europe-west1" });
  expect(await provider.rank({ text: "эээ", language: "ru" })).toEqual([]);
  expect(google.asked[1]?.path).toContain("/v2/projects/shop-1/locations/europe-west1/agent/sessions/");
});

test("CX is asked which intents match, and they are ranked", async () => {
  const matches = [
    { intent: { displayName: "order_status" }, matchType: "INTENT", confidence: 0.4 },
    { intent: { displayName: "Возврат товара" }, matchType: "INTENT", confidence: 0.6 },
    { matchType: "NO_MATCH", confidence: 0.3 },
  ];
  const google = await startGoogle(() => ({ body: { text: "…", matches } }));
  const provider = providerAt(google, { kind: "dialogflow_cx", agentId: "a-1", location: "us-central1" });
  expect(await provider.rank({ text: "refund?", language: "en" })).toEqual([
    { intent: "return", confidence: 0.6 },
    { intent: "order_status", confidence: 0.4 },
  ]);
  const [, question] = google.asked;
  const place = "/v3/projects/shop-1/locations/us-central1/agents/a-1/sessions/";
  expect(question?.path).toMatch(new RegExp(`^${place}${UUID}:matchIntent$`));
  expect(JSON.parse(question?.text ?? "")).toEqual({ queryInput: { text: { text: "refund?" }, languageCode: "en" } });
});

test("a token is asked for with a signed claim, shared, and used until shortly before its end", async () => {
  let nowMs = Date.parse("2026-11-21T12:00:00Z");
  const google = await startGoogle(() => detected({ displayName: "operator" }, 0.9));
  const provider = providerAt(google, { kind: "dialogflow_es" }, () => nowMs);
  const ask = () => provider.rank({ text: "человека", language: "ru" });
  await Promise.all([ask(), ask()]);
  nowMs += 3_539_000;
  await ask();
  nowMs += 1_000;
  await ask();
  const grants = google.asked.filter(({ path }) => path === "/token");
  expect(grants).toHaveLength(2);
  const form = new URLSearchParams(grants[0]?.text);
  expect(form.get("grant_type")).toBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
  const [head = "", claims = "", signature = ""] = (form.get("assertion") ?? "").split(".");
  expect(createVerify("RSA-SHA256").update(`${head}.${claims}`).verify(publicKey, signature, "base64url")).toBe(true);
  expect(JSON.parse(Buffer.from(head, "base64url").toString())).toEqual({ alg: "RS256", typ: "JWT", kid: "k1" });
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toEqual({
    iss: "bot@shop.example",
    scope: "https://www.googleapis.com/auth/dialogflow",
    aud: `${google.url}/token`,
    iat: 1_795_262_400,
    exp: 1_795_266_000,
  });
  const bearers = google.asked.filter(({ path }) => path !== "/token").map(({ headers }) => headers.authorization);
  expect(bearers).toEqual(["Bearer token1", "Bearer token1", "Bearer token1", "Bearer token2"]);
});

test("a token that Dialogflow does not take is not used again, and neither it nor the key is told", async () => {
  const google = await startGoogle(({ headers }) =>
    headers.authorization === "Bearer token1" ? { status: 401, body: {} } : detected({ displayName: "operator" }, 0.9),
  );
  const provider = providerAt(google, { kind: "dialogflow_es" });
  const failure = await failureOf(provider.rank({ text: "человека", language: "ru" }));
  expect(failure).toMatchObject({ code: "unauthorized" });
  expect(JSON.stringify([String(failure), failure])).not.toMatch(/token1|PRIVATE/);
  expect(await provider.rank({ text: "человека", language: "ru" })).toHaveLength(1);
});

test("a secret that is no key file is told at once, without what it is", () => {
  const config = NluProviderConfig.parse({ kind: "dialogflow_es", projectId: "shop-1" });
  const make = (secret: string | null) => () =>
    createProvider(config, secret, { intents: SHOP_INTENTS, costGuard: NO_LIMIT });
  expect(make(null)).toThrow(/needs the key file/);
  expect(make("hunter2")).toThrow(/no key file/);
  expect(make("hunter2")).not.toThrow(/hunter2/);
});
