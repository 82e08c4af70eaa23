import { expect, test } from "vitest";

import { hideSecrets, secretParams } from "./hide-secrets.ts";

test.each<[string, object]>([
  ["a v2 bot calls by", { botToken: "canary-secret", botId: "7" }],
  // Bitrix24 docs: chat-bots-v2/imbot.v2 (Bot.register takes the token among the bot's fields)
  ["a v2 bot is registered with", { fields: { code: "store", botToken: "canary-secret" } }],
  ["a v1 bot calls by", { CLIENT_ID: "canary-secret" }],
  ["a line is added with", { FIELDS: [{ SERVER: "sip.example", PASSWORD: "canary-secret" }] }],
])("the secret that %s is hidden in what the portal repeats of it", (_, params) => {
  expect(hideSecrets("Wrong value canary-secret of store", secretParams(params))).toBe("Wrong value *** of store");
});
