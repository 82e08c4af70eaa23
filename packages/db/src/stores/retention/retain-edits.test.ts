import { newId } from "@botdeck/core/ids";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { inboxEvent, letterEdit, outboxEffect } from "../../schema/index.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { runRetention } from "../../testing/retention.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
let desk: Desk;
beforeAll(async () => void (world = await createWorld()));
beforeEach(async () => {
  await world.db.delete(letterEdit);
  desk = await createDesk(world);
});
afterAll(() => world.close());

const run = async (options = {}) => (await runRetention(world, options)).total;

/** An edit of a letter that was a reply before. */
async function edit(letterId: string): Promise<string> {
  const before = { kind: "chat.send", dialogId: "chat1", text: "what stood there before" } as const;
  const who = { actorId: "user-1", actorName: "An admin", reason: "the name was missing" };
  await world.db.insert(letterEdit).values({ letterId, attempt: 1, before, ...who });
  return letterId;
}

const edited = async () => (await world.db.select({ of: letterEdit.letterId }).from(letterEdit)).map(({ of }) => of);

test("what stood in an effect before its edit goes when the effect is emptied, though its row stays", async () => {
  const [emptied, kept] = [await edit(await desk.deadEffect()), await edit(await desk.deadEffect())];
  await world.db
    .update(outboxEffect)
    .set({ body: sql`jsonb_build_object('kind', kind)` })
    .where(eq(outboxEffect.id, emptied));

  expect(await run({ isDryRun: true })).toEqual({ "edits of letters": 1 });
  expect(await run()).toEqual({ "edits of letters": 1 });

  expect(await edited()).toEqual([kept]);
  expect(await world.db.$count(outboxEffect, eq(outboxEffect.id, emptied))).toBe(1);
});

test("what stood in an event before its edit goes with the event's payload, and with a letter that is gone", async () => {
  const [emptied, kept] = [await edit(await desk.deadEvent()), await edit(await desk.deadEvent())];
  await edit(newId());
  await world.db.update(inboxEvent).set({ body: null }).where(eq(inboxEvent.id, emptied));

  expect(await run()).toEqual({ "edits of letters": 2 });
  expect(await edited()).toEqual([kept]);
});
