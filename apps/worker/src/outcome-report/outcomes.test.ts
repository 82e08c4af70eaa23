import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { newId } from "@botdeck/core/ids";
import {
  connect,
  conversation,
  createPortals,
  createSecretBox,
  type DatabaseHandle,
  message,
  type NewOutcome,
  outboxEffect,
  outcome,
  putEffects,
  recordOutcome,
} from "@botdeck/db";
import { createTestDatabase, type TestDatabase } from "@botdeck/testing/database";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { beginOf } from "./begin-of.ts";

const key = randomBytes(32).toString("base64");
const HOUR_MS = 3_600_000;
let database: TestDatabase;
let handle: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  handle = connect(database.url, { max: 2 });
  const [one, other] = [await addPortal("one.example"), await addPortal("other.example")];
  const office = await one.addBot("office");
  const store = await one.addBot("store");
  const elsewhere = await other.addBot("store");

  const solved = await decide(store, { kind: "solved_confirmed", cause: "said_so", topic: "order_status" });
  await handle.db.update(outcome).set({ rating: 4, firstResponseMs: 1_500 }).where(eq(outcome.visitId, solved));
  await decide(store, { topic: "order_status" }, "client-1");
  const again = { topic: "order_status", beganAt: hoursAgo(2), kind: "handed_over", cause: "operator_asked" } as const;
  await decide(store, again, "client-1");
  await decide(store, { kind: "abandoned", cause: "silence", topic: "return" });
  await decide(store, { decidedAt: hoursAgo(8 * 24), topic: "return" });
  await decide(elsewhere, {});
  await decide(office, { kind: "handed_over", cause: "misses" });
  await answer(store);
});
afterAll(async () => {
  await handle.close();
  await database.drop();
});

type Bot = { portalId: string; botId: string };
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS);

async function addPortal(domain: string) {
  const portals = createPortals(handle.db, createSecretBox(key));
  const { id: portalId } = await portals.keepWebhook({ domain, url: `https://${domain}/rest/1/abc/` });
  return {
    async addBot(code: string): Promise<Bot> {
      const made = await portals.ensureBot({ portalId, code, name: code, eventMode: "fetch", newBotToken: null });
      return { portalId, botId: made.id };
    },
  };
}

async function addTalk(bot: Bot, personId: string): Promise<string> {
  const talk = { ...bot, dialogId: newId(), dialogType: "open_line" as const, title: "Open line", language: "en" };
  const rows = await handle.db
    .insert(conversation)
    .values({ ...talk, personId, personName: "A client" })
    .returning();
  return String(rows[0]?.id);
}

async function decide(bot: Bot, change: Partial<NewOutcome>, personId = newId()): Promise<string> {
  const visitId = newId();
  const conversationId = await addTalk(bot, personId);
  const about = { intent: "order.status", topic: "order", dialog: "orderStatus", dialogVersion: 1, answers: 2 };
  const when = { beganAt: hoursAgo(3), endedAt: hoursAgo(3), decidedAt: hoursAgo(1) };
  const presumed = { kind: "solved_presumed", cause: "silence" } as const;
  await handle.db.transaction((tx) =>
    recordOutcome(tx, { conversationId, visitId, ...about, ...when, ...presumed, ...change }),
  );
  return visitId;
}

/** A client's words, and a reply that the portal had two seconds later. */
async function answer(bot: Bot): Promise<void> {
  const conversationId = await addTalk(bot, newId());
  const effectKey = newId();
  const body = { kind: "chat.send", dialogId: "chat1", text: "there" } as const;
  const occurredAt = hoursAgo(1);
  const lines = { conversationId, authorName: "Somebody", text: "words" };
  await handle.db.insert(message).values({ ...lines, author: "client", occurredAt });
  await putEffects(handle.db, [{ ...bot, key: effectKey, conversationId, lane: "lane", effect: body }]);
  await handle.db.insert(message).values({ ...lines, author: "bot", sourceKey: effectKey });
  const settledAt = new Date(occurredAt.getTime() + 2_000);
  await handle.db.update(outboxEffect).set({ status: "sent", settledAt }).where(eq(outboxEffect.key, effectKey));
}

/** Runs the command as a person does. */
async function run(...args: string[]) {
  const script = fileURLToPath(new URL("../outcomes.ts", import.meta.url));
  const env = { DATABASE_URL: database.url, BOTDECK_SECRET_KEY: key, GATEWAY_PUBLIC_URL: "http://127.0.0.1:1" };
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (printed += String(text)));
  const [code] = (await once(child, "close")) as [number];
  return { code, printed };
}

test("the last week of one bot is told: contained, outcomes by kind, waits and ratings, and a table by topic", async () => {
  const { code, printed } = await run("--portal", "one.example", "--bot", "store", "--by", "topic");
  expect(code, printed).toBe(0);
  const words = printed.replaceAll(/ +/g, " ");
  for (const line of [
    "contained 25.0 % of 4",
    "solved_confirmed 1",
    "solved_presumed 1, came back: 1",
    "handed_over 1",
    "abandoned 1",
    "first response p50 1.5 s, p95 1.5 s",
    "each answer p50 2.0 s, p95 2.0 s, of 1",
    "mean rating 4.00",
    "order_status 3 33.3 % 1 1 1 1 0 1.5 s 1.5 s 4.00",
    "return 1 0.0 % 0 0 0 0 1 - - -",
  ]) {
    expect(words).toContain(`\n${line}\n`);
  }
  expect(words).toContain("contained = (solved_confirmed + solved_presumed - those who came back about the same topic");
});

test("without a portal a bot is counted on all of them, and since as long ago as is asked", async () => {
  const { printed } = await run("--bot", "store", "--since", "2w", "--json");
  expect(JSON.parse(printed)).toMatchObject({
    asked: { domain: null, botCode: "store", by: null },
    all: { decided: 6, counts: { solved_presumed: 3 }, meanRating: 4 },
    answers: { answers: 1, p50Ms: 2_000 },
    groups: [],
  });
});

test("what is not there is told, where no figures would look like a quiet week", async () => {
  expect(await run("--portal", "other.example", "--bot", "office")).toEqual({
    code: 1,
    printed: "There is no bot office on other.example. There are: store\n",
  });
  expect(await run("--by", "bot")).toMatchObject({ code: 1, printed: expect.stringMatching(/^--by is dialog, /) });
});

test.each([
  ["24h", "2026-11-20T12:00:00.000Z"],
  ["7d", "2026-11-14T12:00:00.000Z"],
  ["2026-11-20T14:02Z", "2026-11-20T14:02:00.000Z"],
  ["2026-11-22", null],
  ["7", null],
  ["0d", null],
  ["yesterday", null],
])("since %s is understood, or refused", (since, begin) => {
  const read = () => beginOf(since, new Date("2026-11-21T12:00:00Z")).toISOString();
  if (begin === null) expect(read).toThrow(/^--since is 24h, 7d, 4w or an instant in the past/);
  else expect(read()).toBe(begin);
});
