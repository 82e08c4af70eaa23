import { expect, test } from "vitest";

import { startEventReceiver } from "../../testing/event-receiver.ts";
import { startTestPortal } from "../../testing/test-portal.ts";

const BOT = { CLIENT_ID: "my-key", CODE: "old", EVENT_HANDLER: "http://127.0.0.1:9/", PROPERTIES: { NAME: "Old" } };

test.each([
  ["ACCESS_DENIED", { CLIENT_ID: undefined }],
  ["CODE_ERROR", { CODE: "" }],
  ["NAME_ERROR", { PROPERTIES: {} }],
  ["EVENT_MESSAGE_ADD_ERROR", { EVENT_HANDLER: undefined }],
  ["EVENT_WELCOME_MESSAGE_ERROR", { EVENT_HANDLER: undefined, EVENT_MESSAGE_ADD: "http://127.0.0.1:9/" }],
])("a registration is refused with %s", async (code, fault) => {
  const world = await startTestPortal();

  expect((await world.rest("imbot.register", { ...BOT, ...fault })).body["error"]).toBe(code);
});

test("an application has at most five bots, and a repeated code gives the same one", async () => {
  const world = await startTestPortal();
  const register = async (CODE: string) => (await world.rest("imbot.register", { ...BOT, CODE })).body;
  const first = await register("a");
  for (const code of ["b", "c", "d", "e"]) await register(code);

  expect((await register("a"))["result"]).toBe(first["result"]);
  expect((await register("f"))["error"]).toBe("MAX_COUNT_ERROR");
});

test("a removed bot is told so, last of all", async () => {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  const { body } = await world.rest("imbot.register", { ...BOT, EVENT_HANDLER: handler.url });
  const botId = body["result"];

  expect((await world.rest("imbot.bot.list")).body["result"]).toEqual({
    [botId]: { ID: botId, NAME: "Old", CODE: "old", OPENLINE: "N" },
  });
  expect((await world.rest("imbot.unregister", { BOT_ID: botId, CLIENT_ID: "other" })).body["error"]).toBe(
    "APP_ID_ERROR",
  );
  expect((await world.rest("imbot.unregister", { BOT_ID: botId, CLIENT_ID: "my-key" })).body["result"]).toBe(true);

  expect((await handler.next()).body).toMatchObject({
    event: "ONIMBOTDELETE",
    data: { BOT_ID: String(botId), BOT_CODE: "old" },
  });
  expect((await world.rest("imbot.bot.list")).body["result"]).toEqual([]);
});
