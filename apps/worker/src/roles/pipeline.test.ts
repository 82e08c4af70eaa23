import { createCallWayCache } from "@botdeck/crm";
import type { HttpAnswer, Transport } from "@botdeck/b24-client";
import { storeBot } from "@botdeck/bots";
import { createUnderstanding, defineBot } from "@botdeck/dialog";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { Deliverer } from "../deliverer/start-deliverer.ts";
import { createKnownRows, keepKnown } from "../known-rows.ts";
import { createNotices } from "../notices.ts";
import { createWorld, openLine, type World } from "../testing/world.ts";
import type { Role } from "./role.ts";
import { startDelivererRole } from "./start-deliverer-role.ts";
import { startRuntime } from "./start-runtime.ts";

const echo = defineBot({
  code: "store",
  kind: "client",
  name: { en: "Echo", ru: "Echo" },
  texts: { en: {}, ru: {} },
  welcome: () => [],
  fallback: (ctx) => [ctx.say(ctx.text), ctx.say(ctx.text === "tell me more" ? MORE : `${ctx.text}!`)],
});
/** Too long for one message. */
const MORE = "One sentence. ".repeat(1_500).trim();

let world: World;
const open: (() => Promise<void>)[] = [];
beforeEach(async () => void (world = await createWorld(storeBot)));
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
  await world.close();
});

/** A portal that takes every message, and remembers the texts of each dialog. */
function createPortal() {
  const told: { dialogId: string; text: string }[] = [];
  const transport: Transport = {
    async send(_url, body): Promise<HttpAnswer> {
      const { dialogId, fields } = JSON.parse(body ?? "{}");
      told.push({ dialogId, text: fields.message });
      return { status: 200, body: JSON.stringify({ result: { id: 5_000 + told.length, uuidMap: [] } }) };
    },
  };
  return { told, transport };
}

const understandingOf = async () => createUnderstanding({ intents: {} });

/** What one worker process plays. */
async function startWorker(transport: Transport, plays = { runtime: true, deliverer: true }) {
  const { handle, box, logger } = world;
  const { outside, permissionLink } = world.deps;
  const notices = createNotices(handle.db, logger);
  const known = createKnownRows(world.portals);
  const forgetNoMore = await keepKnown(known, handle);
  const common = { handle, quick: handle, box, known, notices, logger };
  const deliverer: Deliverer | null = plays.deliverer
    ? await startDelivererRole({
        ...common,
        transport,
        app: null,
        workflowCarriers: {},
        callWays: createCallWayCache(),
        rules: world.deps.notifying.rules,
        concurrency: 4,
      })
    : null;
  const runtime: Role | null = plays.runtime
    ? await startRuntime({
        ...common,
        definitions: [echo],
        outside,
        notifying: world.deps.notifying,
        permissionLink,
        understandingOf,
        concurrency: 4,
        deliverer,
      })
    : null;
  open.push(async () => {
    await runtime?.stop();
    await deliverer?.stop();
    await notices.flushed();
    await forgetNoMore();
  });
}

const isQuiet = async () => {
  const [events, effects] = [await world.events(), await world.effects()];
  return events.every(({ status }) => status === "done") && effects.every(({ status }) => status === "sent");
};

test("a reply leaves with its event's commit, and the words behind it follow in order", async () => {
  const portal = createPortal();
  await startWorker(portal.transport);
  await world.write("tell me more");
  await expect.poll(async () => portal.told.length === 2 && (await isQuiet())).toBe(true);
  const [first = "", behind = ""] = portal.told.map(({ text }) => text);
  expect(first).toMatch(/^tell me more\n\nOne sentence\. /);
  expect(first.length + behind.length).toBeGreaterThan(MORE.length);
  expect(behind).toMatch(/^One sentence\..*\.$/);
  const effects = await world.effects();
  // The first one was born leaving, in its event's transaction.
  expect(effects[0]?.startedAt).toEqual(effects[0]?.createdAt);
  expect(effects.map(({ attempt }) => attempt)).toEqual([1, 1]);
});

test("three consumers beside each other answer every message once, and each dialog in order", async () => {
  const portal = createPortal();
  const chats = ["1", "2", "3", "4", "5", "6"];
  for (const index of [0, 1, 2]) await startWorker(portal.transport, { runtime: true, deliverer: index > 0 });
  for (let number = 0; number < 3; number++) {
    for (const chat of chats) await world.write(`${chat}-${number}`, { in: openLine(chat) });
  }
  await expect.poll(isQuiet).toBe(true);
  for (const chat of chats) {
    const texts = portal.told.flatMap(({ dialogId, text }) => (dialogId === `chat${chat}` ? [text] : []));
    expect(texts).toEqual([0, 1, 2].map((number) => `${chat}-${number}\n\n${chat}-${number}!`));
  }
});

test("what no bot wants is passed over, and what comes behind it in its dialog is answered", async () => {
  const portal = createPortal();
  const message = { id: "1", text: "edited", files: [] };
  for (let count = 0; count < 20; count++) await world.give({ kind: "message.updated", message });
  await world.write("after");
  await startWorker(portal.transport);
  await expect.poll(() => portal.told.length).toBe(1);
  const statuses = (await world.events()).map(({ status }) => status);
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => "ignored"), "done"]);
});

test("a worker that stops in order leaves nothing running, and what it did not begin is for others at once", async () => {
  const portal = createPortal();
  for (let chat = 0; chat < 60; chat++) await world.write("hello", { in: openLine(String(chat)) });
  await startWorker(portal.transport);
  await expect.poll(() => portal.told.length).toBeGreaterThan(0);
  for (const stop of open.splice(0)) await stop();
  const [events, effects] = [await world.events(), await world.effects()];
  expect(events.filter(({ status }) => status !== "done" && status !== "waiting")).toEqual([]);
  expect(events.filter(({ status, attempts, releases }) => status === "waiting" && attempts > releases)).toEqual([]);
  expect(effects.filter(({ status }) => status !== "sent" && status !== "ready")).toEqual([]);
});

test("a bot that was removed answers no more as soon as that is announced", async () => {
  const portal = createPortal();
  await startWorker(portal.transport);
  await world.write("before");
  await expect.poll(async () => portal.told.length === 1 && (await isQuiet())).toBe(true);
  await world.portals.setBotState(world.bot.id, "removed", null);
  // Far sooner than the worker would read the row again by itself.
  await expect
    .poll(async () => {
      await world.write("after");
      await expect
        .poll(async () => (await world.events()).every(({ status }) => ["done", "ignored"].includes(status)))
        .toBe(true);
      return (await world.events()).at(-1)?.status === "ignored";
    })
    .toBe(true);
});

test("what waits for a portal that was removed stays, and leaves when the portal is there again", async () => {
  const portal = createPortal();
  await startWorker(portal.transport);
  await world.write("before");
  await expect.poll(async () => portal.told.length === 1 && (await isQuiet())).toBe(true);
  await world.portals.setState(world.portal.id, "removed");
  await expect
    .poll(async () => {
      await world.write("after");
      await expect.poll(async () => (await world.effects()).every(({ status }) => status !== "sending")).toBe(true);
      return (await world.effects()).some(({ status, lastError }) => status === "ready" && lastError !== null);
    })
    .toBe(true);
  const told = portal.told.length;
  await world.portals.setState(world.portal.id, "active");
  await world.db.execute(sql`update outbox_effect set run_at = now() where status = 'ready'`);
  await expect.poll(isQuiet).toBe(true);
  expect(portal.told.length).toBeGreaterThan(told);
});

test("an event that a worker of the release before might take as well is handled by one of the two", async () => {
  const portal = createPortal();
  for (let number = 0; number < 15; number++) await world.write(`word ${number}`, { in: openLine(String(number % 3)) });
  await startWorker(portal.transport);
  let takenBefore = 0;
  while (await runAsBefore()) takenBefore += 1;
  await expect.poll(isQuiet).toBe(true);
  const [events, effects] = [await world.events(), await world.effects()];
  expect(events.filter(({ lastError }) => lastError === "before")).toHaveLength(takenBefore);
  expect(effects).toHaveLength(15 - takenBefore);
});

/** Ends the next event the way the release before did: its row and lane are locked while it is handled, and it knows no lease. */
function runAsBefore(): Promise<boolean> {
  return world.db.transaction(async (tx) => {
    const rows = await tx.execute(sql`
      update inbox_event set status = 'done', settled_at = now(), last_error = 'before' where id in (
        select id from inbox_event event
        where status = 'waiting' and pg_try_advisory_xact_lock(hashtextextended(lane, 1::bigint)) and not exists (
          select 1 from inbox_event earlier
          where earlier.lane = event.lane and earlier.status = 'waiting' and earlier.seq < event.seq
        )
        order by seq limit 1 for update skip locked
      ) returning id`);
    return rows.length > 0;
  });
}
