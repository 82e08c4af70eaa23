import { expect, test } from "vitest";

import { registerBot } from "../../testing/demo-bot.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";

const HELP = { command: "help", title: { en: "Help", ru: "Помощь" }, params: { en: "topic" } };

test("a slash command is a command event for its bot, an unknown one is a message", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world, { type: "bot" });
  await bot.call("imbot.v2.Command.register", { fields: HELP });
  const dialog = await world.control("POST", "/dialogs", { as: PEOPLE.employee, botId: String(bot.id) });

  for (const text of ["/help my orders", "/unknown"]) {
    await world.control("POST", `/dialogs/${dialog.id}/messages`, { as: PEOPLE.employee, text });
  }

  const [joined, called, written] = await bot.events();
  expect(joined).toMatchObject({ type: "ONIMBOTV2JOINCHAT", data: { dialogId: "3", chat: { type: "private" } } });
  expect(called).toMatchObject({
    type: "ONIMBOTV2COMMANDADD",
    data: {
      command: { command: "/help", params: "my orders", context: "textarea" },
      message: { text: "/help my orders" },
    },
  });
  expect(written).toMatchObject({ type: "ONIMBOTV2MESSAGEADD", data: { message: { text: "/unknown" } } });
});

test("a pressed button calls its registered command, SEND writes as the person, a link does nothing", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world, { type: "bot" });
  await bot.call("imbot.v2.Command.register", { fields: HELP });
  const keyboard = [
    { TEXT: "Help", COMMAND: "help", COMMAND_PARAMS: "a b", BLOCK: "Y" },
    { TYPE: "NEWLINE" },
    { TEXT: "Say", ACTION: "SEND", ACTION_VALUE: "hello" },
    { TEXT: "Site", LINK: "https://example.com" },
    { TEXT: "Not registered", COMMAND: "nope" },
  ];
  const fields = { message: "Choose", keyboard };
  const sent = await bot.call("imbot.v2.Chat.Message.send", { dialogId: PEOPLE.employee, fields });
  const messageId = sent.body["result"].id;
  const press = async (index: number): Promise<Json> =>
    world.control("POST", `/messages/${messageId}/press`, { as: PEOPLE.employee, index });

  expect([await press(0), await press(2), await press(3), await press(4)]).toEqual([
    { handled: "command" },
    { handled: "message" },
    { handled: "nothing" },
    { handled: "nothing" },
  ]);
  await expect(press(0)).rejects.toThrow("409");
  expect(await bot.events()).toMatchObject([
    {
      type: "ONIMBOTV2COMMANDADD",
      data: { command: { params: "a b", context: "keyboard" }, message: { id: messageId }, user: { id: 3 } },
    },
    { type: "ONIMBOTV2MESSAGEADD", data: { message: { text: "hello", authorId: 3 } } },
  ]);
});

test("a command is registered once by its name, listed, changed and removed", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const register = async (fields: object): Promise<Json> =>
    (await bot.call("imbot.v2.Command.register", { fields })).body;
  const first = await register(HELP);

  expect((await register(HELP))["result"]).toEqual(first["result"]);
  expect((await register({ command: "" }))["error"]).toBe("COMMAND_REQUIRED");
  expect((await register({ command: "a b", title: { en: "x" } }))["error"]).toBe("COMMAND_NAME_INVALID");
  expect((await register({ command: "quiet" }))["error"]).toBe("COMMAND_TITLE_REQUIRED");
  const commandId = first["result"].command.id;
  await bot.call("imbot.v2.Command.update", { commandId, fields: { title: { en: null, ru: "Справка" } } });
  const listed = await bot.call("imbot.v2.Command.list");
  expect(listed.body["result"].commands).toMatchObject([{ command: "/help", title: "Справка", params: "topic" }]);
  await bot.call("imbot.v2.Command.unregister", { commandId });
  expect((await bot.call("imbot.v2.Command.unregister", { commandId })).body["error"]).toBe("COMMAND_NOT_FOUND");
});

test("a common command works where its bot is no member, and its answer is a system line with the bot's name", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world, { type: "bot" });
  await bot.call("imbot.v2.Command.register", { fields: { ...HELP, common: true } });
  const group = await world.control("POST", "/dialogs", { as: PEOPLE.employee, title: "Team", memberIds: ["4"] });
  await world.control("POST", `/dialogs/${group.id}/messages`, { as: PEOPLE.employee, text: "/help" });
  const [called] = await bot.events();
  const { command, message, chat } = called?.["data"] ?? {};

  const answer = { commandId: command.id, messageId: message.id, dialogId: chat.dialogId, fields: { message: "42" } };
  expect((await bot.call("imbot.v2.Command.answer", answer)).body["result"]).toEqual({ result: true });

  const messages: Json[] = await world.control("GET", `/dialogs/${group.id}/messages?as=4`);
  expect(messages.at(-1)).toMatchObject({ isSystem: true, text: "[b]Demo bot:[/b] 42" });
});
