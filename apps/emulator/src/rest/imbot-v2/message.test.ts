import { expect, test } from "vitest";

import { clientWrites, registerBot } from "../../testing/demo-bot.ts";
import type { DemoBot } from "../../testing/demo-bot.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";
import type { TestPortal } from "../../testing/test-portal.ts";

async function setup(): Promise<{ world: TestPortal; bot: DemoBot; dialog: Json; say(fields: object): Promise<Json> }> {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const dialog = await clientWrites(world, PEOPLE.client, "Hello");
  await bot.events();
  const say = async (fields: object): Promise<Json> =>
    (await bot.call("imbot.v2.Chat.Message.send", { dialogId: dialog["id"], fields })).body;
  return { world, bot, dialog, say };
}

test("a bot's message reaches the client, and not the bot itself", async () => {
  const { world, bot, dialog, say } = await setup();
  const keyboard = [{ TEXT: "Order", ACTION: "SEND", ACTION_VALUE: "my order" }, { TYPE: "NEWLINE" }];

  const sent = await say({ message: "[b]Hi[/b]", keyboard });
  await say({ message: "a note", skipConnector: true });

  expect(sent["result"]).toEqual({ id: expect.any(Number), uuidMap: {} });
  expect(await bot.events()).toEqual([]);
  const seen = async (as: string): Promise<Json[]> =>
    world.control("GET", `/dialogs/${dialog["id"]}/messages?as=${as}`);
  expect((await seen(PEOPLE.client)).at(-1)).toMatchObject({ text: "[b]Hi[/b]", keyboard, authorId: String(bot.id) });
  expect((await seen(PEOPLE.operator)).at(-1)).toMatchObject({ text: "a note", forOperators: true });
});

test.each([
  ["EMPTY_MESSAGE", { message: " " }],
  ["KEYBOARD_ERROR", { message: "a", keyboard: [[{ TEXT: "nested", COMMAND: "x" }]] }],
  ["KEYBOARD_ERROR", { message: "a", keyboard: { BUTTONS: [{ COMMAND: "no text" }] } }],
  ["ATTACH_ERROR", { message: "a", attach: { TITLE: "no blocks" } }],
])("a message is refused with %s: %o", async (code, fields) => {
  const { say } = await setup();

  expect((await say(fields))["error"]).toBe(code);
});

test("a keyboard is taken as a list, with BUTTONS, and as JSON text of either", async () => {
  const { world, dialog, say } = await setup();
  const buttons = [{ TEXT: "Help", COMMAND: "help" }];

  for (const keyboard of [buttons, { BOT_ID: 7, BUTTONS: buttons }, JSON.stringify(buttons), { 0: buttons[0] }]) {
    await say({ message: "a", keyboard });
  }

  const messages: Json[] = await world.control("GET", `/dialogs/${dialog["id"]}/messages?as=${PEOPLE.client}`);
  expect(messages.slice(1).map((message) => message["keyboard"])).toEqual([
    buttons,
    [{ ...buttons[0], BOT_ID: 7 }],
    buttons,
    buttons,
  ]);
});

test("a text that is too long is cut, not refused", async () => {
  const { world, dialog, say } = await setup();

  await say({ message: "x".repeat(20_001) });

  const messages: Json[] = await world.control("GET", `/dialogs/${dialog["id"]}/messages?as=${PEOPLE.client}`);
  expect(messages.at(-1)?.["text"]).toBe(`${"x".repeat(20_000)} (...)`);
});

test("a bot edits and deletes its own messages only", async () => {
  const { world, bot, dialog, say } = await setup();
  const { id } = (await say({ message: "first", keyboard: [{ TEXT: "A", COMMAND: "a" }] }))["result"];

  await bot.call("imbot.v2.Chat.Message.update", { messageId: id, fields: { message: "second", keyboard: "N" } });
  const read = (): Promise<Json[]> => world.control("GET", `/dialogs/${dialog["id"]}/messages?as=${PEOPLE.client}`);
  expect((await read()).at(-1)).toMatchObject({ text: "second", keyboard: [], editedAt: expect.any(String) });
  await bot.call("imbot.v2.Chat.Message.delete", { messageId: id });
  expect(await read()).toHaveLength(1);

  const foreign = await bot.call("imbot.v2.Chat.Message.update", { messageId: 1, fields: { message: "forged" } });
  expect([foreign.status, foreign.body["error"]]).toEqual([403, "ACCESS_DENIED"]);
});

test("only supervisors and personal bots read messages on demand", async () => {
  const { world, bot } = await setup();
  const supervisor = await registerBot(world, { type: "supervisor" });
  const group = await world.control("POST", "/dialogs", {
    as: PEOPLE.employee,
    title: "Team",
    memberIds: [String(bot.id), String(supervisor.id)],
  });
  const ids: string[] = [];
  for (const text of ["one", "two", "three"]) {
    ids.push((await world.control("POST", `/dialogs/${group.id}/messages`, { as: PEOPLE.employee, text })).id);
  }

  const refused = await bot.call("imbot.v2.Chat.Message.get", { messageId: ids[1] });
  const message = await supervisor.call("imbot.v2.Chat.Message.get", { messageId: ids[1] });
  const context = await supervisor.call("imbot.v2.Chat.Message.getContext", { messageId: ids[1], range: 1 });
  const outside = await supervisor.call("imbot.v2.Chat.Message.get", { messageId: 1 });

  expect([refused.status, refused.body["error"]]).toEqual([403, "BOT_TYPE_NOT_ALLOWED"]);
  expect(message.body["result"]).toMatchObject({ message: { text: "two" }, user: { id: 3 } });
  expect(context.body["result"]).toMatchObject({ messages: [{}, {}, {}], hasPrevPage: false, hasNextPage: false });
  expect(outside.body["error"]).toBe("MESSAGE_ACCESS_DENIED");
});

test("reading counts the messages that a bot had not seen", async () => {
  const { world, bot, dialog } = await setup();
  await clientWrites(world, PEOPLE.client, "two");

  const read = async (): Promise<Json> =>
    (await bot.call("imbot.v2.Chat.Message.read", { dialogId: dialog["id"] })).body;

  expect((await read())["result"]).toEqual({ chatId: 1, lastId: 2, counter: 0, viewedMessages: [1, 2] });
  expect((await read())["result"].viewedMessages).toEqual([]);
});
