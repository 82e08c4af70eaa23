import { newId } from "@botdeck/core/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { conversation, message, workflowRef } from "../../schema/index.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { daysAgo, idOf, runRetention } from "../../testing/retention.ts";
import { createWorld, type World } from "../../testing/world.ts";

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

  test("goes with its messages and workflows", async () => {
    const { id } = await quiet();
    await quiet({ lastMessageAt: daysAgo(300) });
    await world.db.insert(message).values({ conversationId: id, author: "client", authorName: "A", text: "hello" });
    await world.db
      .insert(workflowRef)
      .values({ id: newId(), portalId: desk.portalId, conversationId: id, kind: "return", state: "ended" });
    expect(await run()).toEqual({ conversations: 1 });
    expect([await world.db.$count(message), await world.db.$count(workflowRef)]).toEqual([0, 0]);
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
