import { expect, test } from "vitest";

import { registerBot } from "../../testing/demo-bot.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

const UUID = "0198a7c0-0000-7000-8000-000000000001";

async function setup() {
  const world = await startTestPortal();
  const bot = await registerBot(world, { type: "supervisor" });
  const newChat = async (title: string): Promise<string> =>
    (await bot.call("imbot.v2.Chat.add", { fields: { title, userIds: [Number(PEOPLE.employee)] } })).body["result"].chat
      .dialogId;
  const from = await newChat("From");
  const to = await newChat("To");
  const words = { as: PEOPLE.employee, text: "The parcel is lost" };
  const id = Number((await world.control("POST", `/dialogs/${from}/messages`, words)).id);
  return { world, bot, from, to, id };
}

test("a message is forwarded with its origin, under the caller's own uuid", async () => {
  const { bot, to, id } = await setup();

  const sent = await bot.call("imbot.v2.Chat.Message.send", { dialogId: to, fields: { forwardIds: { [UUID]: id } } });
  const copyId: number = sent.body["result"].uuidMap[UUID];
  const { message } = (await bot.call("imbot.v2.Chat.Message.get", { messageId: copyId })).body["result"];

  expect(message).toMatchObject({ text: "The parcel is lost", forward: { id, userId: Number(PEOPLE.employee) } });
});

test("what a bot cannot read it cannot forward, and it answers only messages of the same chat", async () => {
  const { world, id } = await setup();
  const stranger = await registerBot(world, { type: "bot", code: "stranger" });
  const dialogId = PEOPLE.operator;

  const forward = await stranger.call("imbot.v2.Chat.Message.send", {
    dialogId,
    fields: { forwardIds: { [UUID]: id } },
  });
  const reply = await stranger.call("imbot.v2.Chat.Message.send", { dialogId, fields: { message: "?", replyId: id } });

  expect([forward.body["error"], reply.body["error"]]).toEqual(["ACCESS_DENIED", "SENDING_FAILED"]);
});

test("the owner of a chat may delete what others wrote there, without a trace if it wants", async () => {
  const { world, bot, id } = await setup();

  expect((await bot.call("imbot.v2.Chat.Message.delete", { messageId: id, complete: true })).status).toBe(200);

  expect(world.portal.state.messages.has(id)).toBe(false);
});
