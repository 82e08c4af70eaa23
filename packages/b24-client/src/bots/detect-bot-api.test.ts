import { expect, test } from "vitest";

import { createScriptedClient } from "../testing/scripted-client.ts";
import { detectBotApi } from "./detect-bot-api.ts";

const REVISION = { body: { result: { rest: 35, web: 1, mobile: 1, desktop: 1 } } };
const UNKNOWN = { status: 404, body: { error: "ERROR_METHOD_NOT_FOUND", error_description: "Method not found!" } };

test.each([
  ["v2", REVISION],
  ["v1", UNKNOWN],
])("a portal has %s by its answer", async (version, answer) => {
  const { client } = createScriptedClient([answer]);
  expect((await detectBotApi(client)).version).toBe(version);
});

test("the answer is kept for an hour, since portals are updated", async () => {
  const { client, calls } = createScriptedClient([UNKNOWN, REVISION]);
  expect((await detectBotApi(client, {}, () => 0)).version).toBe("v1");
  expect((await detectBotApi(client, {}, () => 3_599_999)).version).toBe("v1");
  expect((await detectBotApi(client, {}, () => 3_600_000)).version).toBe("v2");
  expect(calls).toHaveLength(2);
});

test.each([
  ["a portal that is away", { status: 502, body: "<html>" }],
  ["a webhook nobody knows", { status: 401, body: { error: "NO_AUTH_FOUND" } }],
  ["a missing scope", { status: 403, body: { error: "insufficient_scope" } }],
])("%s is not taken for an old one, and is asked again", async (_name, failure) => {
  const { client } = createScriptedClient([failure, REVISION]);
  await expect(detectBotApi(client)).rejects.toThrow();
  expect((await detectBotApi(client)).version).toBe("v2");
});
