import { B24Error } from "@botdeck/b24-client";
import { handoff, outboxEffect } from "@botdeck/db";
import { defineBot, DialogState } from "@botdeck/dialog";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { Carriers } from "../deliverer/carrier.ts";
import { sitAtDesk } from "../testing/at-the-desk.ts";
import { CLIENT, createWorld, OPERATOR, textsOf, type World } from "../testing/world.ts";

/** What happens while the bot thinks about what it was told. */
let whileThinking: () => Promise<unknown>;

const bot = defineBot({
  code: "slow",
  kind: "client",
  name: { en: "Slow", ru: "Медленный" },
  texts: { en: {}, ru: {} },
  intents: { operator: { examples: [] } },
  async hint({ text }) {
    await whileThinking();
    return text === "operator" ? text : null;
  },
  welcome: (ctx) => ctx.say("welcome"),
  on: {
    operator: (ctx) =>
      ctx.handOver({ topic: "return", cause: "operator_asked", watch: { workflow: "handOver", input: {} } }),
  },
  fallback: (ctx) => (ctx.text === "begin" ? ctx.start("flow") : ctx.say(`the bot heard: ${ctx.text}`)),
});

let world: World;
beforeEach(async () => {
  whileThinking = async () => {};
  world = await createWorld(bot);
});
afterEach(() => world.close());

async function hear(text: string): Promise<void> {
  await world.write(text);
  await world.runAll();
}

/** What the client of the dialog would read of it. */
const leaving = async () =>
  (await world.effects()).filter(({ kind, status }) => kind === "chat.send" && status === "ready");

test("an answer that the bot decided on before somebody at the console took over is never said", async () => {
  await hear("hello");
  await world.db.delete(outboxEffect);
  const olga = await sitAtDesk(world);
  let isTaken = false;
  whileThinking = async () => {
    if (!isTaken) await olga.takeOver();
    isTaken = true;
  };

  await hear("where is it?");

  expect(await world.effects()).toEqual([]);
  expect((await world.messages()).map(({ text }) => text)).toEqual(["hello", "the bot heard: hello", "where is it?"]);
  expect(await world.conversation()).toMatchObject({ owner: `operator:desk:${olga.id}`, ownerVersion: 1 });
});

test("what the bot has decided and not said yet is cancelled, and an operator's words leave in its place", async () => {
  await hear("hello");
  const olga = await sitAtDesk(world);
  await olga.takeOver();
  await olga.reply("I am [b]here[/b]");
  await hear("thanks");

  expect((await world.effects()).map(({ status }) => status)).toEqual(["cancelled", "ready"]);
  const words = "I am [\u200bb]here[\u200b/b]";
  expect(await leaving()).toMatchObject([{ body: { kind: "chat.send", text: words, byDesk: true } }]);
  expect((await world.messages()).at(1 + 1)).toMatchObject({ author: "operator", authorName: "Olga", text: words });
});

test("a word of the bot that failed while somebody took over is not tried again, an operator's is", async () => {
  await hear("hello");
  const olga = await sitAtDesk(world);
  const told: string[] = [];
  let isDown = true;
  const carriers: Carriers = {
    "chat.send": {
      carry: async ({ text }) => {
        if (!isDown) told.push(text);
        if (!isDown) return "1";
        if (told.length === 0 && text.startsWith("the bot")) await olga.takeOver();
        throw new B24Error("unreachable", "refused", { method: "m", outcome: "not_applied" });
      },
      look: async () => ({ kind: "absent" }),
    },
  };
  const makeDue = () => world.db.update(outboxEffect).set({ runAt: sql`now()` });
  await world.deliverAll(carriers);
  await olga.reply("It is on its way");
  await makeDue();
  await world.deliverAll(carriers);
  isDown = false;
  await makeDue();
  await world.deliverAll(carriers);

  expect(told).toEqual(["It is on its way"]);
  expect((await world.effects()).map(({ status }) => status)).toEqual(["cancelled", "sent"]);
});

test("words of a colleague that have not left stay unsaid once somebody else takes over", async () => {
  await hear("hello");
  const [olga, lena] = [await sitAtDesk(world), await sitAtDesk(world, { name: "Lena", isLead: true })];
  await olga.takeOver();
  await olga.reply("One moment");
  await lena.takeOver();
  expect(textsOf(await leaving())).toEqual([]);
  await expect(olga.takeOver()).rejects.toMatchObject({ code: "forbidden", message: expect.stringMatching(/^Lena/) });
});

test("a workflow that led is told to stop, and the bot begins anew when it gets the conversation back", async () => {
  await hear("begin");
  const olga = await sitAtDesk(world);
  await olga.takeOver();
  expect((await world.effects()).at(-1)?.body).toMatchObject({ kind: "workflow.signal", signal: "stopped" });
  await olga.giveBack("I am here again");

  expect(await world.conversation()).toMatchObject({ owner: "bot", ownerVersion: 2, lastMessageBy: "bot" });
  expect(DialogState.parse((await world.conversation()).state)).toMatchObject({ workflow: null, dialogs: [] });
  expect((await world.messages()).at(-1)).toMatchObject({ author: "bot", authorName: "The bot" });
  await hear("and now?");
  expect(textsOf(await leaving())).toEqual(["I am here again", "the bot heard: and now?"]);
});

test("the hand-over and whoever watches over it are told who has the client", async () => {
  await hear("operator");
  const olga = await sitAtDesk(world);
  await olga.link("12");
  await olga.takeOver();
  const [taken] = await world.db.select().from(handoff);
  const owner = "operator:12";
  expect(taken).toMatchObject({ state: "human", takenBy: "12" });
  expect(taken?.trail.map(({ to }) => to)).toEqual(["queue:1", owner]);
  const news = { kind: "taken", operatorId: "12" };
  expect((await world.effects()).at(-1)?.body).toMatchObject({ kind: "workflow.signal", payload: news });
  expect(await world.conversation()).toMatchObject({ owner, waitingSince: null });
});

test("an operator who writes on the portal has it from whoever took it at the console, and the portal gives it to the bot", async () => {
  await hear("hello");
  const olga = await sitAtDesk(world);
  await olga.takeOver();
  await world.write("I do it", { by: OPERATOR });
  await world.runAll();
  expect(await world.conversation()).toMatchObject({ owner: "operator:7", ownerVersion: 2 });
  await expect(olga.reply("no, I")).rejects.toMatchObject({ code: "conflict" });
  await world.give({ kind: "bot.joined", person: CLIENT });
  await world.runAll();
  expect(await world.conversation()).toMatchObject({ owner: "bot", ownerVersion: 3 });
});
