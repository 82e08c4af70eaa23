import { newId } from "@botdeck/core/ids";
import {
  conversationViewer,
  deliveryAttempt,
  inboxEvent,
  message,
  outboxEffect,
  outcome,
  workflowRef,
} from "@botdeck/db";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";

const AT = new Date("2026-11-21T09:00:00Z");
test("one trace tells the way of a message from the door to each try of what came of it", async () => {
  const { db, ids, id, read, addEffect } = await setup();
  const eventId = newId();
  await db.insert(inboxEvent).values({
    id: eventId,
    dedupeKey: eventId,
    portalId: ids.portalId,
    botId: ids.botId,
    lane: "chat",
    kind: "message.added",
    source: "webhook",
    status: "done",
    attempts: 1,
    body: { kind: "message.added" } as never, // safe: only its kind is read here
    settledAt: AT,
  });
  const effectId = await addEffect(`event:${eventId}:0`, "chat.send", "sent");
  const tried = { effectId, attempt: 1, startedAt: AT, finishedAt: AT };
  await db.insert(deliveryAttempt).values([
    { ...tried, outcome: "retry", detail: "QUERY_LIMIT at https://portal.example/rest/1/secret-code/im" },
    { ...tried, attempt: 2, outcome: "sent", detail: "501" },
  ]);
  const [said, answered] = await db
    .insert(message)
    .values([
      { conversationId: id, author: "client", authorName: "Anna Field", text: "Where?", sourceKey: `event:${eventId}` },
      { conversationId: id, author: "bot", authorName: "Bot", text: "There.", sourceKey: `event:${eventId}:0` },
    ])
    .returning();

  const ofClient = await read("conversation.trace", { messageId: said?.id });
  const ofBot = await read("conversation.trace", { messageId: answered?.id });

  const effects = [
    {
      kind: "chat.send",
      status: "sent",
      attempts: [
        { outcome: "retry", detail: "QUERY_LIMIT at https://portal.example/rest/1/***/im" },
        { outcome: "sent", detail: "501" },
      ],
    },
  ];
  expect(ofClient).toMatchObject({
    event: { id: eventId, source: "webhook" },
    effects: [{ ...effects[0], isOfMessage: false }],
  });
  expect(ofBot).toMatchObject({ event: { id: eventId }, effects: [{ ...effects[0], isOfMessage: true }] });
  const seen = JSON.stringify(await read("conversation.trace", { messageId: said?.id }, "viewer"));
  expect(seen).toContain("A. F.");
  expect(seen).not.toMatch(/Anna/);
});

test("what an operator wrote at the console is traced to its delivery, without an event", async () => {
  const { db, id, read, addEffect } = await setup();
  await addEffect("desk:1", "chat.say_as", "ready");
  const values = {
    conversationId: id,
    author: "operator",
    authorName: "Nina",
    text: "Hello",
    sourceKey: "desk:1",
  } as const;
  const [said] = await db.insert(message).values(values).returning();
  expect(await read("conversation.trace", { messageId: said?.id })).toMatchObject({
    event: null,
    effects: [{ kind: "chat.say_as", status: "ready", isOfMessage: true, attempts: [] }],
  });
});

test("around a conversation stand the client's others, earlier visits, workflows, effects with their tries, and the CRM", async () => {
  const { db, ids, id, read, addEffect } = await setup();
  const other = await addConversation(db, ids, { topic: "return" });
  await addConversation(db, ids, { personId: "8" });
  const effectId = await addEffect("event:x:0", "crm.record", "sent", "41");
  await db.insert(deliveryAttempt).values({ effectId, attempt: 1, outcome: "sent", startedAt: AT });
  await addEffect("event:x:1", "chat.send", "ready");
  await db
    .insert(workflowRef)
    .values({ id: "return-1", kind: "productReturn", portalId: ids.portalId, conversationId: id });
  await db.insert(outcome).values({
    ...ids,
    conversationId: id,
    visitId: newId(),
    kind: "solved_confirmed",
    cause: "said_so",
    language: "en",
    beganAt: AT,
    endedAt: AT,
    decidedAt: AT,
    answers: 1,
  });
  expect(await read("conversation.around", { id })).toMatchObject({
    others: [{ id: other.id, topic: "return" }],
    visits: [{ kind: "solved_confirmed", beganAt: AT.toISOString() }],
    workflows: [{ kind: "productReturn", state: "requested" }],
    effects: [
      { kind: "chat.send", status: "ready", tries: [], nextAt: expect.any(String) },
      { kind: "crm.record", status: "sent", tries: ["sent"], nextAt: null },
    ],
    records: [{ id: "41", url: "https://demo.example/crm/lead/details/41/" }],
  });
});

test("who looks is seen by others until they leave, or are silent for 45 seconds", async () => {
  const { db, id, cookieOf, mutate, database } = await setup();
  const [operator, lead] = [await cookieOf("operator"), await cookieOf("lead")];
  const look = async (cookie: string) => {
    const { data } = await mutate("conversation.look", { id }, cookie);
    return (data as { name: string; isMe: boolean }[]).map(({ name, isMe }) => `${name}${isMe ? " (me)" : ""}`);
  };
  const told: string[][] = [];
  await database.sql.listen("botdeck_live", (text) => void told.push(JSON.parse(text)));
  expect(await look(operator)).toEqual(["Test operator (me)"]);
  expect(await look(lead)).toEqual(["Test lead (me)", "Test operator"]);
  await look(lead);
  await db
    .update(conversationViewer)
    .set({ seenAt: sql`now() - interval '46 seconds'` })
    .where(eq(conversationViewer.userName, "Test operator"));
  expect(await look(lead)).toEqual(["Test lead (me)"]);
  await mutate("conversation.endLook", { id }, lead);
  expect(await db.select().from(conversationViewer)).toEqual([]);
  // Coming, coming, falling away, leaving: renewing a look tells nobody.
  await expect.poll(() => told).toEqual([[id], [id], [id], [id]]);
});

test("lines that clients came by, and people who take dialogs, are there to be chosen", async () => {
  const { db, ids, id, read } = await setup();
  await addConversation(db, ids, { lineId: "5" });
  await addConversation(db, ids, { lineId: "5" });
  expect(await read("conversation.targets", { id })).toEqual({ ownLineId: "1", lineIds: ["1", "5"], people: [] });
});

async function setup() {
  const { cookieOf, database, query, mutate } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db);
  const { id } = await addConversation(db, ids, { dialogId: "chat7", chatId: "7", lineId: "1" });
  const read = async (path: string, input: unknown, role: "operator" | "viewer" = "operator") =>
    (await query(path, input, await cookieOf(role))).data;
  async function addEffect(
    key: string,
    kind: "chat.send" | "chat.say_as" | "crm.record",
    status: "sent" | "ready",
    externalId: string | null = null,
  ): Promise<string> {
    const body = { kind: "chat.send", dialogId: "chat7", text: "There." } as const;
    const values = {
      ...ids,
      key,
      conversationId: id,
      lane: key,
      kind,
      body,
      policy: "at_least_once",
      status,
      externalId,
    };
    const [made] = await db
      .insert(outboxEffect)
      // safe: nobody carries it, so that its body need not be what its kind asks for
      .values(values as typeof outboxEffect.$inferInsert)
      .returning({ id: outboxEffect.id });
    return made?.id ?? "";
  }
  return { cookieOf, database, db, ids, id, mutate, read, addEffect };
}
