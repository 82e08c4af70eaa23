import type { BotEvent } from "@botdeck/core";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { conversation, inboxEvent, message, outboxEffect } from "../schema/index.ts";
import { createDesk, type Desk } from "../testing/desk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { claimEvents, type ClaimedEvent } from "./claim-events.ts";
import type { SeenConversation } from "./conversation-row.ts";
import { addMessages } from "./conversations.ts";
import { effectsToPut } from "./effects-to-put.ts";
import { beginConversation, readConversation, writeTurn } from "./write-turn.ts";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld({ max: 4 });
  desk = await createDesk(world);
});
afterAll(() => world.close());

let count = 0;

/** A claimed event of a dialog of its own, with its conversation as it was seen. */
async function claimOne(): Promise<{ event: ClaimedEvent; seen: SeenConversation }> {
  const dialogId = `chat${++count}`;
  await desk.addEvent({ dialogId });
  await desk.addConversation({ dialogId });
  const [event] = (await claimEvents(world.db, { limit: 1 })).events;
  if (event === undefined) throw new Error("nothing could be claimed");
  const seen = await readConversation(world.db, event.body as BotEvent, "en");
  expect(event.seen).toEqual(seen);
  return { event, seen };
}

function turnOf(event: ClaimedEvent, seen: SeenConversation) {
  const { portalId, botId } = desk;
  const effect = { kind: "chat.send" as const, dialogId: seen.row.dialogId, text: "an answer" };
  const ids = { portalId, botId, conversationId: seen.row.id, lane: event.lane };
  const { owner, language, topic, personId, personName } = seen.row;
  return {
    event,
    seen,
    next: {
      state: { at: "somewhere" },
      owner,
      language,
      topic,
      personId,
      personName,
      lastMessage: { text: "an answer", by: "bot" as const },
    },
    messages: [{ author: "bot" as const, authorName: "The bot", text: "an answer", sourceKey: `event:${event.id}:0` }],
    effects: effectsToPut([{ ...ids, key: `event:${event.id}:0`, effect }], ["chat.send"]),
  };
}

/** All that a turn may leave behind. */
async function traces({ row }: SeenConversation) {
  const [talk] = await world.db.select().from(conversation).where(eq(conversation.id, row.id));
  const messages = await world.db.select().from(message).where(eq(message.conversationId, row.id));
  const effects = await world.db.select().from(outboxEffect).where(eq(outboxEffect.conversationId, row.id));
  return { state: talk?.state, messages: messages.length, effects: effects.map(({ status }) => status) };
}
const statusOf = async ({ id }: ClaimedEvent) =>
  (await world.db.select().from(inboxEvent).where(eq(inboxEvent.id, id)))[0]?.status;

test("a turn is written whole: the conversation, what was said, what is to be done, and the event's end", async () => {
  const { event, seen } = await claimOne();
  expect(await writeTurn(world.db, turnOf(event, seen))).toMatchObject([{ status: "sending", attempt: 1 }]);
  expect(await traces(seen)).toEqual({ state: { at: "somewhere" }, messages: 1, effects: ["sending"] });
  expect(await statusOf(event)).toBe("done");
});

test("what a client's words mean and when the portal had them is kept with them, in a turn and outside of one", async () => {
  const { event, seen } = await claimOne();
  const said = {
    author: "client" as const,
    authorName: "A client",
    text: "where is A-1042",
    understood: { intents: [{ intent: "order.status", confidence: 0.9 }], note: 'a "quote", a \\ and {braces}' },
    occurredAt: new Date("2026-11-21T08:59:59Z"),
  };
  const turn = turnOf(event, seen);
  await writeTurn(world.db, { ...turn, messages: [said, ...turn.messages] });
  await addMessages(world.db, seen.row.id, [said]);
  const rows = await world.db
    .select({ understood: message.understood, occurredAt: message.occurredAt })
    .from(message)
    .where(eq(message.conversationId, seen.row.id))
    .orderBy(message.seq);
  const { understood, occurredAt } = said;
  expect(rows).toEqual([
    { understood, occurredAt },
    { understood: null, occurredAt: null },
    { understood, occurredAt },
  ]);
});

test("a run whose lease is another's by now writes nothing of its turn", async () => {
  const { event, seen } = await claimOne();
  await world.db
    .update(inboxEvent)
    .set({ attempts: event.attempts + 1 })
    .where(eq(inboxEvent.id, event.id));
  await expect(writeTurn(world.db, turnOf(event, seen))).rejects.toMatchObject({ code: "conflict" });
  expect(await traces(seen)).toEqual({ state: {}, messages: 0, effects: [] });
});

test("a turn that was decided on an older conversation writes nothing, and its event still runs", async () => {
  const { event, seen } = await claimOne();
  await world.db.update(conversation).set({ topic: "new" }).where(eq(conversation.id, seen.row.id));
  expect(await writeTurn(world.db, turnOf(event, seen))).toBeNull();
  expect(await traces(seen)).toEqual({ state: {}, messages: 0, effects: [] });
  expect(await statusOf(event)).toBe("running");
});

test("so does one that waited for whoever was changing the conversation", async () => {
  const { event, seen } = await claimOne();
  const { promise: written, resolve: done } = Promise.withResolvers<unknown>();
  await world.db.transaction(async (tx) => {
    await tx.update(conversation).set({ topic: "new" }).where(eq(conversation.id, seen.row.id));
    done(writeTurn(world.db, turnOf(event, seen)).then((effects) => ({ effects })));
    await expect.poll(() => world.waitingForLocks()).toBe(1);
  });
  expect(await written).toEqual({ effects: null });
  expect(await traces(seen)).toEqual({ state: {}, messages: 0, effects: [] });
});

test("of two runs that begin one conversation, the second sees that it has to look again", async () => {
  await desk.addEvent({ dialogId: "new" });
  const [event] = (await claimEvents(world.db, { limit: 1 })).events;
  if (event === undefined) throw new Error("nothing could be claimed");
  const seen = await readConversation(world.db, event.body as BotEvent, "en");
  expect(seen.version).toBeNull();
  const begin = () =>
    world.db.transaction(async (tx) => {
      const begun = await beginConversation(tx, seen);
      return begun === null ? null : await writeTurn(tx, turnOf(event, begun));
    });
  expect(await begin()).toHaveLength(1);
  expect(await begin()).toBeNull();
  expect(await traces(seen)).toMatchObject({ messages: 1, effects: ["sending"] });
});
