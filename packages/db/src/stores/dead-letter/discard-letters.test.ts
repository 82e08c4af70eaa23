import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { auditLog } from "../../schema/audit-log.ts";
import { inboxEvent } from "../../schema/inbox-event.ts";
import { createDesk, LEAD } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { discardLetters, restoreLetters } from "./discard-letters.ts";
import { findDeadLetter } from "./find-dead-letter.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

const at = new Date("2026-11-20T10:00:00.123Z");
const discard = (ids: string[]) => discardLetters(world.db, { ids, reason: "answered by phone", actor: LEAD });
const restore = (ids: string[]) => restoreLetters(world.db, { ids, actor: LEAD });

test("a discarded letter is set aside with its reason, and comes back as it was", async () => {
  const desk = await createDesk(world);
  const ids = [await desk.deadEvent({ at }), await desk.deadEffect({ at })];
  const before = await Promise.all(ids.map((id) => findDeadLetter(world.db, id)));

  expect(await discard(ids)).toEqual({ changed: ids, refused: [] });
  for (const id of ids) {
    const letter = await findDeadLetter(world.db, id);
    expect(letter).toMatchObject({ state: "discarded", acts: [{ detail: { reason: "answered by phone" } }] });
    expect(letter?.settledAt.getTime()).toBeGreaterThan(at.getTime());
  }
  expect(await restore(ids)).toEqual({ changed: ids, refused: [] });

  const after = await Promise.all(ids.map((id) => findDeadLetter(world.db, id)));
  expect(after.map((letter) => ({ ...letter, acts: [] }))).toEqual(before);
  expect(after[0]?.acts.map(({ action }) => action)).toEqual(["deadLetter.restore", "deadLetter.discard"]);
});

test("what is no dead letter is left alone, named, and no act is written down", async () => {
  const desk = await createDesk(world);
  const { id } = await desk.addEvent();
  expect(await discard([id])).toMatchObject({ changed: [], refused: [{ id, code: "conflict" }] });
  expect(await restore([id])).toMatchObject({ changed: [], refused: [{ id, code: "conflict" }] });
  const [event] = await world.db.select().from(inboxEvent).where(eq(inboxEvent.id, id));
  expect(event?.status).toBe("waiting");
  expect(await world.db.$count(auditLog, eq(auditLog.subjectId, id))).toBe(0);
});
