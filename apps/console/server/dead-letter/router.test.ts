import { auditLog, inboxEvent, outboxEffect } from "@botdeck/db";
import { newId } from "@botdeck/core/ids";
import { eq, like } from "drizzle-orm";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";

type Plans = { plans: { id: string; seen: string; warnings: string[] }[] };

test("a lead sees how many letters share a cause, finds them by it, and reads one whole without a secret", async () => {
  const { query, cookie, addLetter } = await setup();
  const ids = [await addLetter("ACCESS_DENIED: no chat 17"), await addLetter("ACCESS_DENIED: no chat 18")];
  const other = await addLetter("failed at https://portal.example/rest/1/canary/im");

  const causes = (await query("deadLetter.causes", {}, cookie)).data as {
    causeId: string;
    cause: string;
    count: number;
  }[];
  expect(causes).toMatchObject([{ cause: "ACCESS_DENIED: no chat #", count: 2 }, { count: 1 }]);

  const list = await query("deadLetter.list", { causeId: causes[0]?.causeId, order: "oldest" }, cookie);
  expect((list.data as { rows: { id: string }[] }).rows.map(({ id }) => id)).toEqual(ids);

  const one = await query("deadLetter.get", { id: other }, cookie);
  expect(one.data).toMatchObject({ id: other, payload: { text: "hello", access_token: "***" }, lane: { count: 0 } });
  expect(one.response.body).not.toContain("canary");
});

test("a letter is replayed as the dry run showed it, and the act stands under the name of whoever did it", async () => {
  const { query, mutate, cookie, admin, db, addLetter } = await setup();
  const id = await addLetter("ACCESS_DENIED");
  const { plans } = (await query("deadLetter.dryRun", { filter: {} }, cookie)).data as Plans;

  const letters = plans.map(({ id: each, seen }) => ({ id: each, seen }));
  expect((await mutate("deadLetter.replay", { letters }, cookie)).data).toMatchObject({ replayed: [id], refused: [] });
  expect((await mutate("deadLetter.replay", { letters }, cookie)).data).toMatchObject({
    refused: [{ id, code: "conflict" }],
  });

  const [effect] = await db.select().from(outboxEffect).where(eq(outboxEffect.id, id));
  expect(effect?.status).toBe("ready");
  const { data } = await query("audit.list", { subjectId: id }, admin);
  expect(data).toMatchObject({ rows: [{ action: "deadLetter.replay", actorName: "Test lead" }], nextCursor: null });
});

test("a discard without a reason is refused; with one it is done, and undone", async () => {
  const { mutate, cookie, db, addLetter } = await setup();
  const id = await addLetter("ACCESS_DENIED");
  const status = async () => (await db.select().from(outboxEffect).where(eq(outboxEffect.id, id)))[0]?.status;

  expect((await mutate("deadLetter.discard", { ids: [id], reason: " x " }, cookie)).error?.data.code).toBe(
    "BAD_REQUEST",
  );
  expect(await status()).toBe("dead");
  await mutate("deadLetter.discard", { ids: [id], reason: "told by phone" }, cookie);
  expect(await status()).toBe("discarded");
  await mutate("deadLetter.restore", { ids: [id] }, cookie);
  expect(await status()).toBe("dead");
});

test("an operator gets nothing of a letter and changes nothing, by whatever id", async () => {
  const { query, mutate, cookieOf, db, addLetter } = await setup();
  const id = await addLetter("ACCESS_DENIED");
  const operator = await cookieOf("operator");
  const letters = [{ id, seen: "0".repeat(32) }];
  const answers = [
    await query("deadLetter.get", { id }, operator),
    await query("deadLetter.dryRun", { ids: [id] }, operator),
    await mutate("deadLetter.replay", { letters }, operator),
    await mutate("deadLetter.discard", { ids: [id], reason: "because" }, operator),
    await mutate("deadLetter.restore", { ids: [id] }, operator),
    await query("audit.list", {}, operator),
  ];
  expect(answers.map(({ error }) => error?.data.code)).toEqual(Array(6).fill("FORBIDDEN"));
  expect(await db.$count(auditLog, like(auditLog.action, "deadLetter.%"))).toBe(0);
});

test("an id that is no dead letter's opens nothing and moves nothing, though there is such an event", async () => {
  const { query, mutate, cookie, db, ids } = await setup();
  const talk = await addConversation(db, ids);
  const id = newId();
  const body = { kind: "event.unreadable", ...ids, event: "X", data: "canary", problem: "x" } as const;
  await db.insert(inboxEvent).values({
    ...ids,
    id,
    dedupeKey: id,
    lane: "lane",
    kind: body.kind,
    body: { ...body, occurredAt: "2026-11-20T10:00:00Z" },
    status: "done",
  });

  for (const guess of [id, talk.id, ids.portalId]) {
    const { error, response } = await query("deadLetter.get", { id: guess }, cookie);
    expect([error?.data.code, response.body.includes("canary")]).toEqual(["NOT_FOUND", false]);
  }
  const { data } = await mutate("deadLetter.discard", { ids: [id], reason: "because" }, cookie);
  expect(data).toMatchObject({ changed: [], refused: [{ id, code: "conflict" }] });
  expect((await db.select().from(inboxEvent))[0]?.status).toBe("done");
});

async function setup() {
  const { cookieOf, database, query, mutate } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db);

  async function addLetter(error: string): Promise<string> {
    const id = newId();
    const body = { kind: "chat.send", dialogId: "chat1", text: "hello", access_token: "canary" } as const;
    await db.insert(outboxEffect).values({
      ...ids,
      id,
      key: id,
      lane: id,
      kind: body.kind,
      body,
      policy: "ask",
      status: "dead",
      lastError: error,
      settledAt: new Date(),
    });
    return id;
  }
  return {
    cookieOf,
    query,
    mutate,
    db,
    ids,
    addLetter,
    cookie: await cookieOf("lead"),
    admin: await cookieOf("admin"),
  };
}
