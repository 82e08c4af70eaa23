import { expect, test } from "vitest";

import { BOT_TOKEN, clientWrites, registerBot } from "../../testing/demo-bot.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";
import type { Json } from "../../testing/send.ts";
import type { TestPortal } from "../../testing/test-portal.ts";

const OPERATOR = "imopenlines.bot.session.operator";
const TRANSFER = "imopenlines.bot.session.transfer";
const FINISH = "imopenlines.bot.session.finish";

async function lineOf(world: TestPortal, as: string): Promise<Json> {
  return (await world.control("GET", `/dialogs?as=${as}`))[0];
}

function texts(events: Json[]): string[] {
  return events.filter(({ type }) => type === "ONIMBOTV2MESSAGEADD").map(({ data }) => data.message.text);
}

test("a hand-over goes to the queue, then to the operator; the bot hears it until somebody answers", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const dialog = await clientWrites(world, PEOPLE.client, "Hello");
  const line = { CHAT_ID: dialog["chatId"], CLIENT_ID: BOT_TOKEN };
  const write = (as: string, text: string) => world.control("POST", `/dialogs/${dialog["id"]}/messages`, { as, text });
  expect(await lineOf(world, PEOPLE.operator)).toMatchObject({ lineOwner: "bot", operatorId: null });

  expect((await world.rest(OPERATOR, line)).body["result"]).toBe(true);
  expect((await world.rest(OPERATOR, line)).body["result"]).toBe(true);
  expect(await lineOf(world, PEOPLE.operator)).toMatchObject({ lineOwner: "queue" });
  await write(PEOPLE.client, "anybody?");
  expect(texts(await bot.events())).toEqual(["Hello", "anybody?"]);

  await world.control("POST", `/dialogs/${dialog["id"]}/answer`, { as: PEOPLE.operator });
  await write(PEOPLE.operator, "I am here");
  await write(PEOPLE.client, "good");

  expect(await lineOf(world, PEOPLE.operator)).toMatchObject({ lineOwner: "operator", operatorId: PEOPLE.operator });
  expect(await bot.events()).toEqual([]);
  const refused = await world.rest(OPERATOR, line);
  expect([refused.status, refused.body["error"]]).toEqual([400, "WRONG_CHAT"]);
  const say = { dialogId: dialog["id"], fields: { message: "me too" } };
  expect((await bot.call("imbot.v2.Chat.Message.send", say)).body["error"]).toBe("ACCESS_DENIED");
});

test("the client does not see what the portal tells its operators", async () => {
  const world = await startTestPortal();
  await registerBot(world);
  const dialog = await clientWrites(world, PEOPLE.client, "Hello");

  await world.rest(OPERATOR, { CHAT_ID: dialog["chatId"], CLIENT_ID: BOT_TOKEN });

  expect((await lineOf(world, PEOPLE.operator))["lastMessage"]).toMatchObject({ isSystem: true, authorId: "0" });
  expect((await lineOf(world, PEOPLE.client))["lastMessage"].text).toBe("Hello");
});

test("an operator who writes while the bot has the dialog is heard by the bot as an employee", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const dialog = await clientWrites(world, PEOPLE.client, "Hello");

  await world.control("POST", `/dialogs/${dialog["id"]}/messages`, { as: PEOPLE.operator, text: "a hint" });

  expect((await bot.events()).at(-1)).toMatchObject({
    type: "ONIMBOTV2MESSAGEADD",
    data: { message: { text: "a hint" }, user: { id: 2, connector: false, type: "employee" } },
  });
});

test("a closed dialog begins anew with the client's next message", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const dialog = await clientWrites(world, PEOPLE.client, "Hello");

  expect((await world.rest(FINISH, { CHAT_ID: dialog["chatId"], CLIENT_ID: BOT_TOKEN })).body["result"]).toBe(true);
  expect(await lineOf(world, PEOPLE.client)).toMatchObject({ lineOwner: "closed" });
  await bot.events();
  await clientWrites(world, PEOPLE.client, "One more thing");

  expect((await bot.events()).map(({ type }) => type)).toEqual(["ONIMBOTV2JOINCHAT", "ONIMBOTV2MESSAGEADD"]);
  expect(await lineOf(world, PEOPLE.client)).toMatchObject({ lineOwner: "bot" });
});

test("an operator gives the dialog back and the bot joins it again", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const dialog = await clientWrites(world, PEOPLE.client, "Hello");
  await world.control("POST", `/dialogs/${dialog["id"]}/answer`, { as: PEOPLE.operator });
  await bot.events();

  await world.control("POST", `/dialogs/${dialog["id"]}/to-bot`, { as: PEOPLE.operator });
  await clientWrites(world, PEOPLE.client, "Still there?");

  expect((await bot.events()).map(({ type }) => type)).toEqual(["ONIMBOTV2JOINCHAT", "ONIMBOTV2MESSAGEADD"]);
});

test("a transfer names a person or the line; LEAVE takes the bot out at once", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const dialog = await clientWrites(world, PEOPLE.client, "Hello");
  const transfer = async (target: object): Promise<Json> =>
    (await world.rest(TRANSFER, { CHAT_ID: dialog["chatId"], CLIENT_ID: BOT_TOKEN, ...target })).body;

  expect((await transfer({ USER_ID: "" }))["error"]).toBe("USER_ID_EMPTY");
  expect((await transfer({ USER_ID: PEOPLE.client }))["error"]).toBe("OPERATOR_WRONG");
  expect((await transfer({ QUEUE_ID: 77 }))["error"]).toBe("OPERATOR_WRONG");
  expect((await transfer({}))["error"]).toBe("TRANSFER_ID_EMPTY");
  expect((await transfer({ TRANSFER_ID: "queue1" }))["result"]).toBe(true);
  expect((await transfer({ USER_ID: PEOPLE.operator, LEAVE: "Y" }))["result"]).toBe(true);

  expect(await lineOf(world, PEOPLE.operator)).toMatchObject({ lineOwner: "queue", operatorId: PEOPLE.operator });
  await bot.events();
  await clientWrites(world, PEOPLE.client, "hello?");
  expect(await bot.events()).toEqual([]);
  expect((await transfer({ USER_ID: PEOPLE.operator }))["error"]).toBe("BOT_ID_ERROR");
});

test("a webhook has to say whose bot it is, and a chat has to be an open line", async () => {
  const world = await startTestPortal();
  await registerBot(world);
  const { chatId } = await clientWrites(world, PEOPLE.client, "Hello");
  const errorOf = async (method: string, params: object): Promise<unknown> =>
    (await world.rest(method, params)).body["error"];

  expect(await errorOf(TRANSFER, { CHAT_ID: chatId, USER_ID: 2 })).toBe("ACCESS_DENIED");
  expect(await errorOf(FINISH, { CHAT_ID: chatId, CLIENT_ID: "another" })).toBe("BOT_ID_ERROR");
  expect(await errorOf(OPERATOR, { CLIENT_ID: BOT_TOKEN })).toBe("CHAT_ID_EMPTY");
  expect(await errorOf(OPERATOR, { CHAT_ID: 99, CLIENT_ID: BOT_TOKEN })).toBe("WRONG_CHAT");
});

test("without a bot the client waits in the queue from the start", async () => {
  const world = await startTestPortal();

  const dialog = await clientWrites(world, PEOPLE.client, "Hello");
  expect(await lineOf(world, PEOPLE.operator)).toMatchObject({ lineOwner: "queue" });
  await world.control("POST", `/dialogs/${dialog["id"]}/messages`, { as: PEOPLE.operator, text: "Yes?" });

  expect(await lineOf(world, PEOPLE.operator)).toMatchObject({ lineOwner: "operator", operatorId: PEOPLE.operator });
});

test("the dialog and its history can be read by session", async () => {
  const world = await startTestPortal();
  const bot = await registerBot(world);
  const dialog = await clientWrites(world, PEOPLE.client, "Hello");
  await bot.call("imbot.v2.Chat.Message.send", { dialogId: dialog["id"], fields: { message: "Hi" } });

  const { body } = await world.rest("imopenlines.dialog.get", { USER_CODE: "livechat|1|1|5" });
  expect(body["result"]).toMatchObject({
    id: 1,
    type: "lines",
    message_type: "L",
    entity_type: "LINES",
    dialog_id: "chat1",
  });
  const sessionId = body["result"].entity_data_1.split("|")[5];
  const history = await world.rest("imopenlines.session.history.get", { SESSION_ID: sessionId });
  const messages: Json[] = Object.values(history.body["result"].message);
  expect(messages.map(({ senderid, text }) => [senderid, text])).toEqual([
    ["5", "Hello"],
    [String(bot.id), "Hi"],
  ]);
  const lines = await world.rest("imopenlines.config.list.get", { PARAMS: {}, OPTIONS: { QUEUE: "Y" } });
  expect(lines.body["result"]).toMatchObject([{ ID: "1", QUEUE: [2] }]);
});
