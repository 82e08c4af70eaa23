import { newId } from "@botdeck/core/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { conversation, handoff, keptFile, message, outcome, workflowRef } from "../../schema/index.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { daysAgo, idOf, runRetention } from "../../testing/retention.ts";
import { createVisits } from "../../testing/visits.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { openHandoff } from "../handoff/handoffs.ts";
import { keepFile } from "../kept-files.ts";
import { rateVisit } from "../outcome/rate-visit.ts";

let world: World;
let desk: Desk;
beforeAll(async () => void (world = await createWorld()));
beforeEach(async () => {
  await world.db.delete(conversation);
  desk = await createDesk(world);
});
afterAll(() => world.close());

const run = async () => (await runRetention(world)).total;

describe("a conversation in which nothing happens any more", () => {
  const quiet = (change: Partial<typeof conversation.$inferInsert> = {}) =>
    desk.addConversation({ id: idOf(daysAgo(500)), lastMessageAt: daysAgo(400), dialogId: newId(), ...change });

  test("goes with its messages, workflows, hand-overs and files", async () => {
    const { id } = await quiet();
    await quiet({ lastMessageAt: daysAgo(300) });
    await world.db.insert(message).values({ conversationId: id, author: "client", authorName: "A", text: "hello" });
    await world.db
      .insert(workflowRef)
      .values({ id: newId(), portalId: desk.portalId, conversationId: id, kind: "return", state: "ended" });
    const ids = { portalId: desk.portalId, botId: desk.botId, conversationId: id };
    const card = { workflowId: null, visitId: null, topic: null, cause: "misses", note: {}, to: "queue:1" as const };
    await world.db.transaction((tx) => openHandoff(tx, { ...ids, ...card, requestedAt: daysAgo(400) }));
    const file = { sourceFileId: "1", name: "a.jpg", contentType: "image/jpeg", content: Buffer.from("a") };
    await keepFile(world.db, { ...ids, ...file });
    expect(await run()).toEqual({ conversations: 1 });
    const left = [message, workflowRef, handoff, keptFile].map((table) => world.db.$count(table));
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0]);
  });

  test.each(["workflow", "effect", "event", "dead event"])("stays while there is an open %s", async (what) => {
    const { id, dialogId } = await quiet();
    if (what === "workflow") {
      await world.db
        .insert(workflowRef)
        .values({ id: newId(), portalId: desk.portalId, conversationId: id, kind: "return" });
    }
    if (what === "effect") await desk.addEffect(newId(), undefined, id);
    if (what === "event") await desk.addEvent({ dialogId });
    if (what === "dead event") await desk.deadEvent({ dialogId });
    expect(await run()).toEqual({});
  });
});

test("what came of a visit outlives its conversation as a figure, without who the client was and what they wrote", async () => {
  const visits = createVisits(world, desk);
  for (const days of [366, 364]) {
    const visitId = await visits.decide({ kind: "solved_confirmed", cause: "csat" });
    const rating = { rating: 5, comment: "thanks, Anna", ratedAt: daysAgo(days) };
    await world.db.transaction((tx) => rateVisit(tx, visitId, rating));
    await world.db
      .update(outcome)
      .set({ id: idOf(daysAgo(days)) })
      .where(eq(outcome.visitId, visitId));
  }
  expect(await run()).toEqual({ conversations: 2, "clients in outcomes": 1 });
  const rows = await world.db.select().from(outcome).orderBy(outcome.id);
  const figures = { kind: "solved_confirmed", rating: 5, topic: "order" };
  expect(rows).toMatchObject([
    { ...figures, personId: null, ratingComment: null },
    { ...figures, personId: "5", ratingComment: "thanks, Anna" },
  ]);
});
