import { newId } from "@botdeck/core/ids";
import {
  announce,
  type Conversation,
  conversation,
  conversationNote,
  type DatabaseHandle,
  deliveryAttempt,
  inboxEvent,
  keepFile,
  message,
  outboxEffect,
  outcome,
  workflowRef,
} from "@botdeck/db";
import { NO_ENTITIES } from "@botdeck/dialog";
import { desc, eq } from "drizzle-orm";
import type { Locator, Page } from "playwright-core";

import { addBot, addConversation, dialogStateOf } from "../server/test-conversations.ts";

/** What somebody would try who wants to run something in an operator's browser. */
export const HOSTILE = {
  name: `<img src=x onerror="document.title='owned'"> Анна "O'Neil"`,
  text: `<script>document.title='owned'</script> [url=javascript:alert(1)]press[/url] {{7*7}} ${"W".repeat(120)}`,
  file: `"><svg onload=document.title='owned'>.png`,
};

/** A red point, 1 by 1. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==",
  "base64",
);

type Database = DatabaseHandle["db"];

/** A conversation of the bot with a client who means no good, with all that can stand in one. */
export async function addTalk(db: Database, changes: Partial<Conversation> = {}) {
  const ids = await addBot(db);
  const visitId = newId();
  const { id } = await addConversation(db, ids, {
    dialogId: "chat7",
    chatId: "7",
    lineId: "1",
    personName: HOSTILE.name,
    topic: "order_status",
    state: dialogStateOf(visitId),
    lastMessageText: HOSTILE.text,
    lastMessageBy: "client",
    ...changes,
  });
  const place = { ...ids, conversationId: id, sourceFileId: "31" };
  await keepFile(db, { ...place, name: HOSTILE.file, contentType: "image/png", content: PNG });
  const understood = {
    intents: [{ intent: "purchase", confidence: 0.41 }],
    provider: "embedded",
    fellBackFrom: null,
    entities: NO_ENTITIES,
  };
  const client = { conversationId: id, author: "client", authorId: "7", authorName: HOSTILE.name } as const;
  const at = (minute: number) => new Date(Date.now() - (20 - minute) * 60_000);
  const eventId = newId();
  const answerKey = `event:${eventId}:0`;
  await db.insert(inboxEvent).values({
    id: eventId,
    dedupeKey: eventId,
    portalId: ids.portalId,
    botId: ids.botId,
    lane: "chat7",
    kind: "message.added",
    status: "done",
    attempts: 1,
    receivedAt: at(1),
    settledAt: new Date(at(1).getTime() + 85),
    // safe: only its kind is read here
    body: { kind: "message.added" } as never,
  });
  const kept = { ...ids, conversationId: id, lane: "chat7", policy: "at_least_once", attempt: 1 } as const;
  const effects = await db
    .insert(outboxEffect)
    .values([
      {
        ...kept,
        key: answerKey,
        kind: "chat.send",
        status: "sent",
        body: { kind: "chat.send", dialogId: "chat7", text: "Which order?" },
        externalId: "501",
      },
      {
        ...kept,
        key: `event:${eventId}:1`,
        kind: "crm.record",
        status: "sent",
        body: { kind: "chat.leave", dialogId: "chat7" },
        externalId: "41",
      },
      {
        ...kept,
        key: `event:${eventId}:2`,
        lane: "task",
        kind: "task.create",
        status: "dead",
        body: { kind: "chat.leave", dialogId: "chat7" },
        lastError: "ACCESS_DENIED: no such project",
      },
    ])
    .returning({ id: outboxEffect.id });
  const tried = { effectId: effects[0]?.id ?? "", startedAt: at(1), finishedAt: new Date(at(1).getTime() + 140) };
  await db.insert(deliveryAttempt).values([
    { ...tried, attempt: 1, outcome: "retry", detail: "QUERY_LIMIT_EXCEEDED: Too many requests" },
    { ...tried, attempt: 2, outcome: "sent", detail: "501" },
  ]);
  const files = [
    { id: "31", name: HOSTILE.file, sizeBytes: PNG.byteLength },
    { id: "32", name: `${HOSTILE.file}.pdf`, sizeBytes: 2_400_000 },
  ];
  await db.insert(message).values([
    { ...client, text: "Good day, where is A-1042?", understood, at: at(1), sourceKey: `event:${eventId}` },
    {
      conversationId: id,
      author: "bot",
      authorName: "Demo bot",
      text: "Which order?",
      buttons: [
        [
          { kind: "say", text: "A-1042" },
          { kind: "say", text: "Another one" },
        ],
      ],
      sourceKey: answerKey,
      at: at(1),
    },
    { ...client, text: HOSTILE.text, files, at: at(4) },
  ]);
  const note = { conversationId: id, authorId: "x", authorName: "Lena", text: "She called twice: <b>be kind</b>" };
  await db.insert(conversationNote).values({ ...note, at: at(5) });
  await db.insert(workflowRef).values({
    id: "ticket-1",
    kind: "ticket",
    step: "in_progress",
    state: "running",
    portalId: ids.portalId,
    conversationId: id,
  });
  await db.insert(outcome).values({
    ...ids,
    conversationId: id,
    visitId: newId(),
    kind: "solved_confirmed",
    cause: "said_so",
    topic: "return",
    language: "en",
    beganAt: at(0),
    endedAt: at(0),
    decidedAt: at(0),
    answers: 2,
    rating: 5,
  });
  return { id, ...ids };
}

/** The client writes while somebody looks. */
export async function hearClient(db: Database, id: string, text: string): Promise<void> {
  const said = { conversationId: id, author: "client", authorId: "7", authorName: HOSTILE.name, text } as const;
  await db.insert(message).values(said);
  const head = { lastMessageText: text, lastMessageBy: "client", lastMessageAt: new Date(), updatedAt: new Date() };
  await db.update(conversation).set(head).where(eq(conversation.id, id));
  await announce(db, "botdeck_live", [id]);
}

/** Chooses something from the menu of a message. */
export async function actOn(page: Page, message: Locator, name: string): Promise<void> {
  await message.hover();
  await message.getByRole("button", { name: "About this message" }).click();
  await page.getByRole("menuitem", { name }).click();
}

export const ownerOf = async (db: Database, id: string) =>
  (await db.select({ owner: conversation.owner }).from(conversation).where(eq(conversation.id, id)))[0]?.owner;

export const latestEffect = async (db: Database) =>
  (await db.select().from(outboxEffect).orderBy(desc(outboxEffect.seq)).limit(1))[0];
