import { expect, test } from "vitest";

import { createScriptedClient } from "../testing/scripted-client.ts";
import { handOver } from "./hand-over.ts";

const handover = { botId: "456", botToken: "demo-bot-token", chatId: "5" };

test("gives the dialog to the line's operators, in the name of the webhook's bot", async () => {
  const { client, calls } = createScriptedClient([{ body: { result: true } }]);
  await handOver(client, handover);
  expect(calls).toMatchObject([
    { method: "imopenlines.bot.session.operator", params: { CHAT_ID: "5", CLIENT_ID: "demo-bot-token" } },
  ]);
});

test("is done when a person has the dialog already", async () => {
  const taken = { status: 400, body: { error: "WRONG_CHAT", error_description: "Operator is not a bot" } };
  await expect(handOver(createScriptedClient([taken]).client, handover)).resolves.toBeUndefined();
});

test("fails with the portal's other refusals", async () => {
  const { client } = createScriptedClient([{ status: 400, body: { error: "CHAT_ID_EMPTY" } }]);
  await expect(handOver(client, handover)).rejects.toMatchObject({ portalCode: "CHAT_ID_EMPTY" });
});
