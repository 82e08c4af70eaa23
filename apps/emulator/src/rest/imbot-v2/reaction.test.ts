import { expect, test } from "vitest";

import { registerBot } from "../../testing/demo-bot.ts";
import { PEOPLE, startTestPortal } from "../../testing/test-portal.ts";

async function setup(fields: object = {}) {
  const world = await startTestPortal();
  const bot = await registerBot(world, { type: "bot", ...fields });
  const dialogId = PEOPLE.employee;
  const { id } = (await bot.call("imbot.v2.Chat.Message.send", { dialogId, fields: { message: "Done?" } })).body[
    "result"
  ];
  const react = (isOn: boolean): Promise<unknown> =>
    world.control("POST", `/messages/${id}/reactions`, { as: PEOPLE.employee, reaction: "fire", isOn });
  return { world, bot, id, react };
}

test("a person's reaction to the bot's message reaches the bot when it comes and when it goes", async () => {
  const { bot, id, react } = await setup();

  await react(true);
  await react(true);
  await react(false);

  expect(await bot.events()).toMatchObject([
    { type: "ONIMBOTV2REACTIONCHANGE", data: { reaction: "fire", action: "add", message: { id }, user: { id: 3 } } },
    { type: "ONIMBOTV2REACTIONCHANGE", data: { reaction: "fire", action: "delete" } },
  ]);
});

test("a bot that does not care for reactions hears of none", async () => {
  const { bot, react } = await setup({ isReactionsEnabled: false });

  await react(true);

  expect(await bot.events()).toEqual([]);
});

test("a bot reacts once with a known code, and takes back only what it gave", async () => {
  const { bot, id } = await setup();
  const call = async (verb: string, reaction: string): Promise<unknown> =>
    (await bot.call(`imbot.v2.Chat.Message.Reaction.${verb}`, { messageId: id, reaction })).body["error"] ?? "ok";

  expect(await call("add", "eyes")).toBe("ok");
  expect(await call("add", "eyes")).toBe("REACTION_ALREADY_SET");
  expect(await call("add", "applause")).toBe("REACTION_NOT_FOUND");
  expect(await call("delete", "fire")).toBe("REACTION_NOT_FOUND");
  expect(await call("delete", "eyes")).toBe("ok");
});
