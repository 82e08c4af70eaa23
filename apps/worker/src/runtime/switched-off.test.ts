import type { Dialog, Person } from "@botdeck/core";
import { STOPPED_SIGNAL } from "@botdeck/contracts/names";
import { BOT_OFF, outboxEffect, setBotOn } from "@botdeck/db";
import { defineBot } from "@botdeck/dialog";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { giveClientsToPeople } from "../portals/give-clients-to-people.ts";
import { createWorld, openLine, OPERATOR, textsOf, type World } from "../testing/world.ts";

const texts = { en: { hello: "Hello!" }, ru: { hello: "Привет!" } };
const shopBot = defineBot({
  code: "shop",
  kind: "client",
  name: { en: "Shop", ru: "Магазин" },
  texts,
  welcome: (ctx) => ctx.say(ctx.t("hello")),
  fallback: (ctx) => (ctx.text === "begin" ? ctx.start("flow") : ctx.say(ctx.t("hello"))),
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

const stopped = async () =>
  (await world.effects()).flatMap(({ body }) => (body.kind === "workflow.signal" ? [body.signal] : []));

test("a workflow that led a client who comes to a bot that is off is told to stop, and does not wait for them in vain", async () => {
  await world.write("hi");
  await world.write("begin");
  await world.runAll();
  await switchTo(false);
  await world.write("12");
  await world.runAll();
  expect(await stopped()).toEqual([STOPPED_SIGNAL]);
  expect(await world.conversation()).toMatchObject({ owner: "queue:1", state: { workflow: null } });
});

describe("as a bot is switched off", () => {
  const off = async () => {
    await switchTo(false);
    await giveClientsToPeople(world.db, world.bot);
  };

  test("a client who waits for its answer goes to people, and what it had not said yet stays unsaid, with its cause", async () => {
    await world.write("hi");
    await world.runAll();
    await off();
    expect(await world.effects()).toMatchObject([
      { kind: "chat.send", status: "cancelled", lastError: BOT_OFF },
      { kind: "chat.hand_over", status: "ready" },
    ]);
    expect(await world.conversation()).toMatchObject({ owner: "queue:1", waitingSince: expect.any(Date) });
    await off();
    expect(await kinds()).toEqual(["chat.send", "chat.hand_over"]);
  });

  test("the workflow that leads a client is told to stop", async () => {
    await world.write("hi");
    await world.write("begin");
    await world.runAll();
    await world.db.update(outboxEffect).set({ status: "sent" });
    await off();
    expect(await stopped()).toEqual([STOPPED_SIGNAL]);
    expect(await world.conversation()).toMatchObject({ owner: "queue:1", state: { workflow: null } });
  });

  test("who has had an answer and wants nothing stays where they are, and so does whom people have", async () => {
    await world.write("hi");
    await world.write("hi", { in: openLine("2") });
    await world.runAll();
    await world.db.update(outboxEffect).set({ status: "sent" });
    await world.write("I am here", { by: OPERATOR, in: openLine("2") });
    await world.runAll();
    await off();
    expect(await kinds()).not.toContain("chat.hand_over");
    expect([(await world.conversation()).owner, (await world.conversation("chat2")).owner]).toEqual([
      "bot",
      "operator:7",
    ]);
  });

  test("what an employee had asked it before is still answered", async () => {
    await world.write("hi", { by: EMPLOYEE, in: PRIVATE });
    await world.runAll();
    await off();
    expect(await world.effects()).toMatchObject([{ kind: "chat.send", status: "ready" }]);
  });
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
