import { expect, test } from "vitest";

import { clientWrites, registerBot } from "../testing/demo-bot.ts";
import { startEventReceiver } from "../testing/event-receiver.ts";
import { CLIENT_ID, PEOPLE, startTestPortal } from "../testing/test-portal.ts";
import type { Json } from "../testing/send.ts";

test("an event reaches the handler as PHP would encode it", async () => {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  const { applicationToken, memberId } = await world.install(handler.url, ["imbot"]);
  const installed = (await handler.next()).body;
  const fields = { code: "store", type: "openline", eventMode: "webhook", webhookUrl: handler.url };
  await world.restAs(installed["auth"].access_token, "imbot.v2.Bot.register", {
    fields: { ...fields, properties: { name: "Store" } },
  });

  await clientWrites(world, PEOPLE.client, "Where is my order?");
  await handler.next();
  const { contentType, raw, body } = await handler.next();

  expect(contentType).toBe("application/x-www-form-urlencoded");
  expect(raw).toContain("event=ONIMBOTV2MESSAGEADD&event_handler_id=");
  expect(raw).toContain("&data%5Bmessage%5D%5Btext%5D=Where+is+my+order%3F&data%5Bmessage%5D%5BisSystem%5D=0&");
  expect(body).toMatchObject({
    event: "ONIMBOTV2MESSAGEADD",
    ts: "1778754392",
    data: {
      bot: { id: "7", code: "store", auth: { user_id: "7", application_token: applicationToken } },
      message: { id: "1", chatId: "1", authorId: "5", forward: "", isSystem: "0" },
      chat: { dialogId: "chat1", entityType: "LINES", entityId: "livechat|1|1|5" },
      user: { id: "5", connector: "1", bot: "0", idle: "0", phones: "0" },
      language: "en",
    },
    auth: {
      member_id: memberId,
      application_token: applicationToken,
      client_endpoint: `${world.origin}/rest/`,
      user_id: "5",
      expires_in: expect.stringMatching(/^\d+$/),
    },
  });
  // Empty lists leave no trace: a missing key and an empty one are the same to a handler.
  expect(body["data"].user).not.toHaveProperty("departments");
  expect(body["data"].message).not.toHaveProperty("params");
  const me = await world.restAs(body["data"].bot.auth.access_token, "profile");
  expect(me.body["result"].ID).toBe("7");
});

test("a bot of the first API gets the same message in the first API's form", async () => {
  const world = await startTestPortal();
  const handler = await startEventReceiver();
  const owner = { CLIENT_ID: "my-key" };
  const registered = await world.rest("imbot.register", {
    ...owner,
    CODE: "old",
    TYPE: "O",
    EVENT_HANDLER: handler.url,
    PROPERTIES: { NAME: "Old bot" },
  });
  const botId = String(registered.body["result"]);
  const command = {
    BOT_ID: botId,
    COMMAND: "echo",
    EVENT_COMMAND_ADD: handler.url,
    LANG: [{ LANGUAGE_ID: "en", TITLE: "E" }],
  };
  const commandId = String((await world.rest("imbot.command.register", { ...owner, ...command })).body["result"]);

  const dialog = await world.control("POST", "/dialogs", { as: PEOPLE.client });
  const files = [{ name: "a.png", contentBase64: "AAAA" }];
  await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: PEOPLE.client, text: "Hi", files });
  await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: PEOPLE.client, text: "/echo a b" });
  const [joined, written, called] = [await handler.next(), await handler.next(), await handler.next()];

  const [fileId = 0] = world.portal.state.files.keys();
  expect(joined.body).toMatchObject({
    event: "ONIMBOTJOINCHAT",
    data: { PARAMS: { CHAT_TYPE: "L", DIALOG_ID: "chat1" } },
  });
  expect(written.body).toMatchObject({
    event: "ONIMBOTMESSAGEADD",
    data: {
      BOT: { [botId]: { BOT_ID: botId, BOT_CODE: "old", AUTH: { member_id: world.portal.state.memberId } } },
      PARAMS: {
        MESSAGE: "Hi",
        MESSAGE_ID: "1",
        CHAT_ENTITY_TYPE: "LINES",
        CHAT_ENTITY_ID: "livechat|1|1|5",
        FILES: { [fileId]: { id: String(fileId), name: "a.png", size: "3", type: "image" } },
      },
      USER: { ID: "5", IS_CONNECTOR: "Y", IS_BOT: "N" },
    },
  });
  expect(called.body).toMatchObject({
    event: "ONIMCOMMANDADD",
    data: { COMMAND: { [commandId]: { COMMAND: "echo", COMMAND_PARAMS: "a b", COMMAND_CONTEXT: "TEXTAREA" } } },
  });
  expect(JSON.stringify(written.body)).not.toContain("access_token");

  const answer = { ...owner, COMMAND_ID: commandId, MESSAGE_ID: called.body["data"].COMMAND[commandId].MESSAGE_ID };
  await world.rest("imbot.command.answer", { ...answer, MESSAGE: "a b!" });
  await world.rest("imbot.message.add", { ...owner, DIALOG_ID: "chat1", MESSAGE: "and more" });
  const messages: Json[] = await world.control("GET", `/dialogs/${dialog.id}/messages?as=${PEOPLE.client}`);
  expect(messages.map((message) => message["text"])).toEqual(["Hi", "/echo a b", "a b!", "and more"]);
});

test("in a group an ordinary bot hears what mentions it, a supervisor everything", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world, { type: "bot" });
  const supervisor = await registerBot(world, { type: "supervisor" });
  const memberIds = [String(bot.id), String(supervisor.id)];
  const group = await world.control("POST", "/dialogs", { as: PEOPLE.employee, title: "Team", memberIds });

  const texts = ["between us", `[user=${bot.id}]Bot[/user] hi`, "[USER=all]all[/USER] hi", `[user=${bot.id}1]x[/user]`];
  for (const text of texts) await world.control("POST", `/dialogs/${group.id}/messages`, { as: PEOPLE.employee, text });
  const heard = (events: Json[]): string[] =>
    events.filter(({ type }) => type === "ONIMBOTV2MESSAGEADD").map(({ data }) => data.message.text);

  expect(heard(await bot.events())).toEqual([texts[1], texts[2]]);
  expect(heard(await supervisor.events())).toEqual(texts);
});

test("events reach one handler in order, once each, however it answers", async () => {
  const world = await startTestPortal();
  const texts: string[] = [];
  let slow = true;
  const handler = await startEventReceiver(async ({ body }) => {
    if (slow) await new Promise((resolve) => setTimeout(resolve, 30));
    slow = false;
    texts.push(body["data"].message?.text ?? body["event"]);
    throw new Error("a handler that fails");
  });
  await registerBot(world, { eventMode: "webhook", webhookUrl: handler.url });

  for (const text of ["one", "two", "three"]) await clientWrites(world, PEOPLE.client, text);
  await world.portal.events.settled();

  expect(texts).toEqual(["ONIMBOTV2JOINCHAT", "one", "two", "three"]);
});

test("installing again sends ONAPPINSTALL again and keeps the application_token", async () => {
  const world = await startTestPortal();
  const handler = await startEventReceiver();

  const first = await world.install(handler.url);
  const second = await world.install(handler.url);
  const [one, two] = [await handler.next(), await handler.next()];

  expect(second).toEqual(first);
  expect(one.body).toMatchObject({
    event: "ONAPPINSTALL",
    data: { INSTALLED: "Y" },
    auth: { application_token: first.applicationToken, member_id: first.memberId, refresh_token: expect.any(String) },
  });
  const tokens = [one, two].map(({ body }) => body["auth"].access_token);
  for (const token of tokens) {
    const info = await world.restAs(token, "app.info");
    expect(info.body["result"]).toMatchObject({ CODE: CLIENT_ID, STATUS: "L", INSTALLED: true });
  }
});
