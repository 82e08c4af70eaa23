import { storeBot } from "@botdeck/bots";
import { defineBot } from "@botdeck/dialog";
import { claimEffects, claimEvents, conversation, inboxEvent, keepEvents, settleEffect } from "@botdeck/db";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createWorld, openLine, OPERATOR, textsOf, type World } from "../testing/world.ts";
import { runEvent } from "./run-event.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld(storeBot);
});
afterEach(() => world.close());

test("a question becomes an answer in the outbox, a transcript, and a finished event", async () => {
  await world.write("where is my order?");
  await world.runAll();

  expect(textsOf(await world.effects())).toEqual([expect.stringMatching(/A-1042 is shipped/)]);
  expect((await world.messages()).map(({ author }) => author)).toEqual(["client", "bot"]);
  expect((await world.events()).map(({ status }) => status)).toEqual(["done"]);
  expect(await world.conversation()).toMatchObject({ owner: "bot", lastMessageBy: "bot", language: "en" });
});

test("the conversation goes on where it stood", async () => {
  await world.write("where is my order?");
  await world.write("A-1042");
  await world.runAll();
  expect(textsOf(await world.effects()).at(-1)).toMatch(/on its way/);
});

test("an event that is handled a second time after a crash adds nothing", async () => {
  await world.write("where is my order?");
  await world.runAll();
  // What a restored backup or a crash between two commits would leave behind.
  await world.db.update(inboxEvent).set({ status: "waiting" });
  await world.runAll();
  expect(await world.effects()).toHaveLength(1);
  expect((await world.messages()).map(({ author }) => author)).toEqual(["client", "bot"]);
});

test("a bot, the portal and a bot's own words are not answered", async () => {
  await world.write("hello", { by: { id: "7001", name: "The bot", kind: "bot" } });
  await world.write("hello", { by: { id: "0", name: "", kind: "system" } });
  await world.runAll();
  expect(await world.effects()).toEqual([]);
  expect((await world.events()).every(({ status }) => status === "done")).toBe(true);
});

test("whoever opens the chat is greeted once, and not again in the middle of a talk", async () => {
  await world.give({ kind: "bot.joined" });
  await world.write("where is my order?");
  await world.give({ kind: "bot.joined" });
  await world.runAll();
  const said = textsOf(await world.effects());
  expect(said).toEqual([expect.stringMatching(/^Hello! .*A-1042 is shipped/s)]);
});

test("an event for a bot that left the deployment ends without a word", async () => {
  await world.portals.setBotState(world.bot.id, "removed", "test");
  await world.write("hello");
  await world.runAll();
  expect((await world.events())[0]).toMatchObject({ status: "ignored" });
  expect(await world.effects()).toEqual([]);
});

describe("one owner of a conversation", () => {
  test("a hand-over puts the client into the line's queue, and the bot falls silent", async () => {
    await world.write("speak to a person");
    await world.write("hello?");
    await world.runAll();
    expect((await world.effects()).map(({ kind }) => kind)).toEqual([
      "chat.send",
      "chat.send",
      "chat.hand_over",
      "workflow.start",
      "crm.record",
    ]);
    expect(await world.conversation()).toMatchObject({ owner: "queue:1", topic: "other", ownerVersion: 1 });
    expect((await world.conversation()).waitingSince).not.toBeNull();
  });

  test("an operator who writes takes over: what the bot has not said yet is never said", async () => {
    await world.write("where is my order?");
    await world.runAll();
    await world.write("I am here, let me see", { by: OPERATOR });
    await world.write("A-1042");
    await world.runAll();

    expect((await world.effects()).map(({ status }) => status)).toEqual(["cancelled"]);
    expect(await world.conversation()).toMatchObject({ owner: "operator:7", waitingSince: null });
    expect((await world.messages()).map(({ author }) => author)).toEqual(["client", "bot", "operator", "client"]);
  });

  test("a workflow that led the conversation is stopped when an operator takes over", async () => {
    await world.write("I want to return this");
    await world.write("I will do that", { by: OPERATOR });
    await world.runAll();
    expect((await world.effects()).map(({ body }) => body)).toMatchObject([
      { kind: "workflow.start", workflow: "productReturn" },
      { kind: "workflow.signal", signal: "stopped" },
    ]);
    expect((await world.conversation()).state).toMatchObject({ workflow: null });
  });

  test("the portal that puts the bot back into the chat gives it the conversation again", async () => {
    await world.write("speak to a person");
    await world.give({ kind: "bot.joined" });
    await world.write("where is my order 1042");
    await world.runAll();
    expect(await world.conversation()).toMatchObject({ owner: "bot", ownerVersion: 2 });
    expect(textsOf(await world.effects()).at(-1)).toMatch(/on its way/);
  });
});

describe("a handler that fails", () => {
  const faulty = defineBot({
    code: "faulty",
    kind: "client",
    name: { en: "Faulty", ru: "Faulty" },
    texts: { en: {}, ru: {} },
    welcome: () => [],
    fallback: (ctx) => {
      if (ctx.text === "boom") throw new Error("the handler is broken");
      return ctx.say(`heard ${ctx.text}`);
    },
  });
  beforeEach(async () => {
    await world.close();
    world = await createWorld(faulty);
  });
  const isDue = () => world.db.update(inboxEvent).set({ runAt: sql`now()` });

  test("leaves nothing behind but its error, and holds its own dialog only", async () => {
    await world.write("boom");
    await world.write("after");
    await world.write("elsewhere", { in: openLine("2") });
    await world.runAll();

    expect(textsOf(await world.effects())).toEqual(["heard elsewhere"]);
    const [broken, behind] = await world.events();
    expect(broken).toMatchObject({ status: "waiting", attempts: 1, lastError: "the handler is broken" });
    expect(behind).toMatchObject({ status: "waiting", attempts: 0 });
    expect((await world.messages()).map(({ text }) => text)).not.toContain("boom");
  });

  test("becomes a dead letter after its tries, and the dialog goes on", async () => {
    await world.write("boom");
    await world.write("after");
    for (let run = 0; run < 5; run++) {
      await isDue();
      await world.runAll();
    }
    expect((await world.events()).map(({ status }) => status)).toEqual(["dead", "done"]);
    expect(textsOf(await world.effects())).toEqual(["heard after"]);
  });
});

test("a reply too long for one message leaves as several effects, buttons last, and only once", async () => {
  const long = `${"One sentence. ".repeat(3_000)}Shall I go on?`;
  const talker = defineBot({
    code: "talker",
    kind: "client",
    name: { en: "Talker", ru: "Talker" },
    texts: { en: {}, ru: {} },
    welcome: () => [],
    fallback: (ctx) => ctx.say(long, { buttons: [["Yes"]] }),
  });
  await world.close();
  world = await createWorld(talker);
  await world.write("tell me");
  await world.runAll();
  await world.db.update(inboxEvent).set({ status: "waiting" });
  await world.runAll();

  const effects = await world.effects();
  expect(textsOf(effects).join(" ")).toBe(long);
  expect(textsOf(effects).every((text) => text.length <= 20_000)).toBe(true);
  expect(effects.map(({ body }) => "buttons" in body)).toEqual([false, false, true]);
  expect((await world.messages()).map(({ author }) => author)).toEqual(["client", "bot", "bot", "bot"]);
});

test("two runtimes keep the order within each dialog and take each event once", async () => {
  const echo = defineBot({
    code: "echo",
    kind: "client",
    name: { en: "Echo", ru: "Echo" },
    texts: { en: {}, ru: {} },
    welcome: () => [],
    fallback: (ctx) => ctx.say(ctx.text),
  });
  await world.close();
  world = await createWorld(echo);
  const dialogs = ["1", "2", "3", "4", "5"];
  for (let number = 0; number < 10; number++) {
    for (const chat of dialogs) await world.write(`${chat}-${number}`, { in: openLine(chat) });
  }
  await Promise.all(Array.from({ length: 6 }, () => world.runAll()));
  // A runtime may find a lane held and leave; what is left is taken by the next wake-up.
  await world.runAll();

  const effects = await world.effects();
  expect(effects).toHaveLength(50);
  for (const chat of dialogs) {
    const said = textsOf(effects.filter(({ body }) => "dialogId" in body && body.dialogId === `chat${chat}`));
    expect(said).toEqual(Array.from({ length: 10 }, (_each, number) => `${chat}-${number}`));
  }
});

/** A bot that repeats what it hears, and does `first` before it answers the first time. */
async function worldOfRepeater(first: () => Promise<unknown>): Promise<{ asked: string[] }> {
  const asked: string[] = [];
  const repeater = defineBot({
    code: "repeater",
    kind: "client",
    name: { en: "Repeater", ru: "Repeater" },
    texts: { en: {}, ru: {} },
    welcome: () => [],
    fallback: async (ctx) => {
      if (asked.push(ctx.text) === 1) await first();
      return ctx.say(ctx.text);
    },
  });
  await world.close();
  world = await createWorld(repeater);
  return { asked };
}

test("an event whose connection is lost while it is written runs again at once, and the run does not count", async () => {
  const { promise: isOver, resolve: over } = Promise.withResolvers<void>();
  const holders: Promise<unknown>[] = [];
  const killWriter = async () => {
    const { promise: isLocked, resolve: locked } = Promise.withResolvers<void>();
    holders.push(
      world.db.transaction(async (tx) => {
        await tx.execute(sql`select 1 from inbox_event for update`);
        locked();
        await isOver;
      }),
    );
    await isLocked;
    const kill = sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    holders.push(
      expect
        .poll(async () => (await world.db.execute(kill)).length, { timeout: 10_000 })
        .toBe(1)
        .then(over),
    );
  };
  await worldOfRepeater(killWriter);
  await world.write("hello");
  await world.runAll();
  await Promise.all(holders);
  expect(await world.events()).toMatchObject([{ status: "done", attempts: 2, releases: 1, lastError: null }]);
  expect(textsOf(await world.effects())).toEqual(["hello"]);
});

test("a bot is asked again when a flow changed its conversation while it thought, and answers once", async () => {
  const changeTitle = () => world.db.update(conversation).set({ topic: "return" });
  const { asked } = await worldOfRepeater(() => world.write("second").then(changeTitle));
  await world.give({ kind: "bot.joined" });
  await world.write("hello");
  await world.runAll();
  expect(asked).toEqual(["hello", "hello", "second"]);
  expect(textsOf(await world.effects())).toEqual(["hello", "second"]);
  expect(await world.conversation()).toMatchObject({ topic: "return", lastMessageText: "second" });
  expect((await world.events()).every(({ status, attempts }) => status === "done" && attempts === 1)).toBe(true);
});

test.each(["first", "later"])(
  "a reply to a %s message that was born leaving with a commit whose answer was lost can leave at once",
  async (which) => {
    if (which === "later") {
      await world.give({ kind: "bot.joined", isPast: true });
      await world.runAll();
    }
    await world.write("where is my order?");
    const [event] = (await claimEvents(world.db, { limit: 1 })).events;
    if (event === undefined) throw new Error("nothing could be claimed");
    const lost = Object.assign(new Error("the connection was closed"), { code: "CONNECTION_CLOSED" });
    let hasLost = false;
    const isWritten = (rows: unknown) => Array.isArray(rows) && rows.some((row: object) => "is_saved" in row);
    const { client } = world.db._.session as unknown as { client: { unsafe(...args: unknown[]): Promise<unknown> } };
    const deaf = {
      async unsafe(...args: unknown[]) {
        const answer = await client.unsafe(...args);
        if (isWritten(answer)) throw lost;
        return answer;
      },
    };
    const db = Object.create(world.db, {
      transaction: {
        async value(work: Parameters<typeof world.db.transaction>[0]) {
          const result = await world.db.transaction(work);
          if (which === "later" || hasLost) return result;
          hasLost = true;
          throw lost;
        },
      },
      _: { value: { session: { client: deaf } } },
    }) as typeof world.db; // safe: the same database, of which some answers are lost
    const left: unknown[] = [];
    const depart = () => ({
      kinds: ["chat.send" as const],
      expect: () => {},
      leave: (rows: unknown) => left.push(rows),
      stay: () => {},
    });
    const wakeDeliverer = vi.fn();
    await runEvent({ event, claimedAt: performance.now() }, { ...world.deps, db, depart, wakeDeliverer });
    expect((await world.events()).at(-1)).toMatchObject({ status: "done" });
    expect(await world.effects()).toMatchObject([{ status: "ready", attempt: 1 }]);
    expect(left).toEqual([]);
    expect(wakeDeliverer).toHaveBeenCalledOnce();
  },
);

test("a reply that was put behind another, and is another worker's by now, is not taken out of its hands", async () => {
  await world.write("where is my order?");
  await world.runAll();
  await world.write("A-1042");
  const [event] = (await claimEvents(world.db, { limit: 1 })).events;
  if (event === undefined) throw new Error("nothing could be claimed");
  const { client } = world.db._.session as unknown as { client: { unsafe(...args: unknown[]): Promise<unknown> } };
  const deaf = {
    async unsafe(...args: unknown[]) {
      const answer = await client.unsafe(...args);
      if (!(Array.isArray(answer) && answer.some((row: object) => "is_saved" in row))) return answer;
      // The earlier reply arrives, and somebody claims this one, before anybody here knows that it is there.
      for (let claims = 0; claims < 2; claims++) {
        const [effect] = (await claimEffects(world.db, { kinds: ["chat.send"], limit: 1 })).effects;
        if (effect && claims === 0)
          await settleEffect(world.db, effect, { kind: "sent", externalId: "1", via: "answer" });
      }
      throw Object.assign(new Error("the connection was closed"), { code: "CONNECTION_CLOSED" });
    },
  };
  const db = Object.create(world.db, { _: { value: { session: { client: deaf } } } }) as typeof world.db; // safe: as above
  const depart = () => ({ kinds: ["chat.send" as const], expect: () => {}, leave: () => {}, stay: () => {} });
  await runEvent({ event, claimedAt: performance.now() }, { ...world.deps, db, depart });
  expect((await world.effects()).map(({ status, attempt }) => [status, attempt])).toEqual([
    ["sent", 1],
    ["sending", 1],
  ]);
});

describe("an event that could not be read when it came", () => {
  const unreadable = (event: string, data: unknown) => ({
    dedupeKey: event,
    event: {
      kind: "event.unreadable" as const,
      portalId: world.portal.id,
      botId: null,
      event,
      data,
      problem: "FIELDS is missing",
      occurredAt: "2026-11-21T09:00:00Z",
    },
  });
  const keep = (event: ReturnType<typeof unreadable>) => keepEvents(world.db, [event], { source: "webhook" });

  test("is a dead letter at once when this release cannot read it either", async () => {
    await keep(unreadable("ONSOMETHINGNEW", {}));
    await world.runAll();
    const [event] = await world.events();
    expect(event).toMatchObject({ status: "dead", attempts: 1, lastError: expect.stringMatching(/FIELDS is missing/) });
  });

  test("goes into the inbox as what it is when it can be read now, and is done", async () => {
    await keep(unreadable("ONCRMDEALADD", { FIELDS: { ID: "17" } }));
    await world.runAll();
    const [first, read] = await world.events();
    expect(first).toMatchObject({ status: "done" });
    expect(read).toMatchObject({ kind: "portal.changed", body: { subject: "deal:17" } });
  });
});
