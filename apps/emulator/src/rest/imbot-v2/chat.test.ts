import { expect, test } from "vitest";

import type { LiveChange } from "../../live-feed.ts";
import { registerBot } from "../../testing/demo-bot.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

const PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

async function setup() {
  const world = await startTestPortal();
  const bot = await registerBot(world, { type: "bot" });
  const { chat } = (
    await bot.call("imbot.v2.Chat.add", {
      fields: { title: "Stock", color: "lightBlue", userIds: [Number(PEOPLE.employee), 999, Number(PEOPLE.client)] },
    })
  ).body["result"];
  const dialogId: string = chat.dialogId;
  const memberIds = (): number[] => [...(world.portal.state.chats.get(chat.id)?.memberIds ?? [])];
  return { world, bot, chat, dialogId, memberIds };
}

test("a chat of the bot's has the bot as its owner, and only people of the portal in it", async () => {
  const { bot, chat, memberIds } = await setup();

  expect(chat).toMatchObject({ name: "Stock", color: "#4ba5c3", owner: bot.id, role: "owner", userCounter: 2 });
  expect(memberIds()).toEqual([bot.id, Number(PEOPLE.employee)]);
});

test("the owner names managers, managers bring people in and send them out, others may not", async () => {
  const { world, bot, dialogId, memberIds } = await setup();
  const other = await registerBot(world, { type: "bot", code: "other" });
  await bot.call("imbot.v2.Chat.User.add", { dialogId, userIds: [other.id] });
  const denied = { status: 403, body: { error: "ACCESS_DENIED" } };
  const invite = { dialogId, userIds: [Number(PEOPLE.operator)] };

  expect(await other.call("imbot.v2.Chat.User.add", invite)).toMatchObject(denied);
  expect(await other.call("imbot.v2.Chat.Manager.add", { dialogId, userIds: [other.id] })).toMatchObject(denied);
  await bot.call("imbot.v2.Chat.Manager.add", { dialogId, userIds: [other.id] });
  expect((await other.call("imbot.v2.Chat.User.add", invite)).status).toBe(200);
  expect(await other.call("imbot.v2.Chat.User.delete", { dialogId, userId: bot.id })).toMatchObject(denied);
  await other.call("imbot.v2.Chat.User.delete", { dialogId, userId: Number(PEOPLE.employee) });

  expect(memberIds()).toEqual([bot.id, other.id, Number(PEOPLE.operator)]);
  expect((await other.events()).map(({ type }) => type)).toEqual(["ONIMBOTV2JOINCHAT"]);
});

test("a bot that has given its chat away and left may not act there any more", async () => {
  const { bot, dialogId, memberIds } = await setup();

  expect(await bot.call("imbot.v2.Chat.setOwner", { dialogId, userId: 999 })).toMatchObject({ status: 403 });
  await bot.call("imbot.v2.Chat.setOwner", { dialogId, userId: Number(PEOPLE.employee) });
  await bot.call("imbot.v2.Chat.leave", { dialogId });

  expect(memberIds()).toEqual([Number(PEOPLE.employee)]);
  const late = await bot.call("imbot.v2.Chat.Message.send", { dialogId, fields: { message: "Still here" } });
  expect(late.body["error"]).toBe("ACCESS_DENIED");
});

test("a picture that is none is refused, and a real one gets an address where it can be seen", async () => {
  const { bot, dialogId } = await setup();

  const wrong = await bot.call("imbot.v2.Chat.update", { dialogId, fields: { avatar: "bm8gcGljdHVyZSBhdCBhbGw=" } });
  expect(wrong.body["error"]).toBe("BOT_AVATAR_INCORRECT_TYPE");
  await bot.call("imbot.v2.Chat.update", { dialogId, fields: { avatar: PICTURE, title: "Shelves" } });

  const { chat } = (await bot.call("imbot.v2.Chat.get", { dialogId })).body["result"];
  expect(chat.name).toBe("Shelves");
  expect((await fetch(chat.avatar)).status).toBe(200);
});

test("typing with a status and a closed text field are shown to people at once", async () => {
  const { world, bot, dialogId } = await setup();
  const seen: LiveChange[] = [];
  world.portal.live.subscribe((change) => void seen.push(change));
  const status = { dialogId, statusMessageCode: "IMBOT_AGENT_ACTION_SEARCHING", duration: 900 };

  await bot.call("imbot.v2.Chat.InputAction.notify", status);
  await bot.call("imbot.v2.Chat.TextField.enabled", { dialogId, enabled: false });

  expect(seen).toMatchObject([
    { type: "typing", personId: bot.id, statusCode: "IMBOT_AGENT_ACTION_SEARCHING", durationMs: 600_000 },
    { type: "dialog", chat: { isTextFieldEnabled: false } },
  ]);
});
