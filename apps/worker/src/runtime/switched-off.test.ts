import type { Dialog, Person } from "@botdeck/core";
import { setBotOn } from "@botdeck/db";
import { defineBot } from "@botdeck/dialog";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createWorld, OPERATOR, textsOf, type World } from "../testing/world.ts";

const texts = { en: { hello: "Hello!" }, ru: { hello: "Привет!" } };
const shopBot = defineBot({
  code: "shop",
  kind: "client",
  name: { en: "Shop", ru: "Магазин" },
  texts,
  welcome: (ctx) => ctx.say(ctx.t("hello")),
  fallback: (ctx) => ctx.say(ctx.t("hello")),
});
const EMPLOYEE: Person = { id: "8", name: "Somebody", kind: "employee" };
const PRIVATE: Dialog = { id: "8", chatId: "9", type: "private", title: "", entityId: null };

let world: World;
beforeEach(async () => void (world = await createWorld(shopBot)));
afterEach(() => world.close());

async function switchTo(isOn: boolean): Promise<void> {
  await setBotOn(world.db, world.bot.id, isOn);
  world.deps.bots.forget();
}
const kinds = async () => (await world.effects()).map(({ body }) => body.kind);

test("a client who writes to a bot that is off is with their line's queue at once, without a word of the bot", async () => {
  await world.write("hi");
  await world.runAll();
  expect(textsOf(await world.effects())).toEqual(["Hello!"]);

  await switchTo(false);
  await world.write("is anybody there?");
  await world.runAll();
  expect(await kinds()).toEqual(["chat.send", "chat.hand_over"]);
  expect(await world.conversation()).toMatchObject({ owner: "queue:1", waitingSince: expect.any(Date) });
  expect((await world.messages()).map(({ text }) => text)).toContain("is anybody there?");

  await world.write("hello?");
  await world.runAll();
  expect(await kinds()).toEqual(["chat.send", "chat.hand_over"]);
});

test("a new session that the portal begins with a bot that is off goes to the queue, and operators lead it as ever", async () => {
  await switchTo(false);
  await world.give({ kind: "bot.joined" });
  await world.runAll();
  expect(await kinds()).toEqual(["chat.hand_over"]);

  await world.write("I am here", { by: OPERATOR });
  await world.runAll();
  expect((await world.conversation()).owner).toBe(`operator:${OPERATOR.id}`);
});

test("what people say elsewhere to a bot that is off is ignored", async () => {
  await switchTo(false);
  await world.write("hi", { by: EMPLOYEE, in: PRIVATE });
  await world.runAll();
  expect((await world.events()).map(({ status }) => status)).toEqual(["ignored"]);
  expect(await world.messages()).toEqual([]);
  expect(await kinds()).toEqual([]);
});

test("switched on again, the bot answers in dialogs that are its own", async () => {
  await switchTo(false);
  await switchTo(true);
  await world.write("hi");
  await world.runAll();
  expect(textsOf(await world.effects())).toEqual(["Hello!"]);
});
