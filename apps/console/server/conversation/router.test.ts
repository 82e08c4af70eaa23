import { conversation, message, outboxEffect } from "@botdeck/db";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";

test("a viewer sees who talks only as initials, and no addresses or numbers", async () => {
  const { cookieOf, database, query } = await setupConsole();
  const row = await addConversation(database.db, await addBot(database.db), {
    lastMessageText: "I am anna@field.example",
  });
  await database.db.insert(message).values({
    conversationId: row.id,
    author: "client",
    authorName: "Anna Field",
    text: "call +7 900 123-45-67",
    files: [{ id: "1", name: "passport Anna Field.jpg", sizeBytes: 10 }],
  });
  const read = async (cookie: string) => [
    (await query("conversation.list", { queue: "all", portalId: null }, cookie)).response.body,
    (await query("conversation.byId", { id: row.id }, cookie)).response.body,
    (await query("conversation.messages", { conversationId: row.id }, cookie)).response.body,
  ];

  const viewer = (await read(await cookieOf("viewer"))).join();
  const operator = (await read(await cookieOf("operator"))).join();

  expect(viewer).toContain("A. F.");
  expect(viewer).not.toMatch(/Anna|anna@|123-45|passport/);
  expect(operator).toMatch(/Anna Field.*anna@field.example.*123-45-67.*passport/s);
});

test("a bot's message says whether it arrived", async () => {
  const { cookieOf, database, query } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db);
  const row = await addConversation(db, ids);
  for (const status of ["ready", "sending", "sent", "uncertain", "dead", "cancelled"] as const) {
    await db.insert(outboxEffect).values({
      ...ids,
      key: status,
      conversationId: row.id,
      lane: status,
      kind: "chat.send",
      body: { kind: "chat.send", dialogId: row.dialogId, text: status },
      policy: "at_least_once",
      status,
      lastError: status === "dead" ? "no such chat at https://portal.example/rest/1/secret-code/im" : null,
    });
    const said = {
      conversationId: row.id,
      author: "bot",
      authorName: "Demo bot",
      text: status,
      sourceKey: status,
    } as const;
    await db.insert(message).values(said);
  }

  const { data } = await query("conversation.messages", { conversationId: row.id }, await cookieOf("operator"));

  const { rows } = data as { rows: { delivery: string; deliveryError: string | null }[] };
  expect(rows.map((one) => one.delivery)).toEqual([
    "waiting",
    "waiting",
    "delivered",
    "in_doubt",
    "failed",
    "cancelled",
  ]);
  expect(rows[4]?.deliveryError).toBe("no such chat at https://portal.example/rest/1/***/im");
});

test("a conversation that is not there is not found", async () => {
  const { cookieOf, query } = await setupConsole();
  const { error } = await query(
    "conversation.byId",
    { id: "01980000-0000-7000-8000-000000000000" },
    await cookieOf("operator"),
  );
  expect(error?.data.code).toBe("NOT_FOUND");
});

test("paging through a list shows each conversation once, those of one instant too", async () => {
  const { cookieOf, database, query } = await setupConsole();
  const ids = await addBot(database.db);
  await Promise.all(Array.from({ length: 120 }, () => addConversation(database.db, ids)));
  // Instants closer together than a millisecond, some of them equal: what a JavaScript date cannot tell apart.
  await database.sql`update conversation set last_message_at = timestamptz '2026-11-20 10:00:00.000123+00'
    + (('x' || substr(md5(id::text), 1, 2))::bit(8)::int % 40) * interval '1 microsecond'`;
  const cookie = await cookieOf("viewer");

  const seen: string[] = [];
  let cursor: unknown = null;
  do {
    const { data } = await query("conversation.list", { queue: "all", portalId: null, cursor }, cookie);
    const page = data as { rows: { id: string }[]; nextCursor: unknown };
    seen.push(...page.rows.map((row) => row.id));
    cursor = page.nextCursor;
  } while (cursor !== null);

  const stored = await database.db.select({ id: conversation.id }).from(conversation);
  expect(seen.toSorted()).toEqual(stored.map((row) => row.id).toSorted());
});

test("each queue lists and counts its own conversations, of one portal when asked", async () => {
  const { cookieOf, database, query } = await setupConsole();
  const { db } = database;
  const first = await addBot(db);
  const second = await addBot(db, "other.example");
  for (const owner of ["bot", "queue:1", "queue:2", "operator:7", "closed"] as const)
    await addConversation(db, first, { owner });
  const other = await addConversation(db, second, { owner: "queue:1" });
  const cookie = await cookieOf("viewer");

  const counts = await query("conversation.counts", { portalId: null }, cookie);
  const list = await query("conversation.list", { queue: "queue", portalId: second.portalId }, cookie);

  expect(counts.data).toEqual({ bot: 1, queue: 3, operator: 1, closed: 1 });
  expect((list.data as { rows: { id: string }[] }).rows.map((row) => row.id)).toEqual([other.id]);
});
