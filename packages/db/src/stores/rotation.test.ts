import { newId } from "@botdeck/core/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { rotation, ticket } from "../schema/ticket.ts";
import { createWorld, type World } from "../testing/world.ts";
import { takeNext } from "./rotation.ts";
import { changeTicket, openTicket } from "./tickets.ts";

let world: World;
beforeAll(async () => void (world = await createWorld({ max: 20 })));
afterAll(() => world.close());

async function openDesk() {
  const { id: portalId } = await world.newPortal();
  const open = (workflowId: string = newId()) =>
    openTicket(world.db, {
      portalId,
      botId: newId(),
      conversationId: newId(),
      reporterId: "1",
      reporterName: "A reporter",
      category: "hardware",
      title: "The printer",
      description: "It prints nothing",
      workflowId,
    });
  type Given = Partial<Parameters<typeof takeNext>[1]>;
  const take = (ticketId: string, given: Given = {}) =>
    world.db.transaction((tx) =>
      takeNext(tx, { portalId, pool: "it", members: ["4", "5", "6"], absent: [], mostOpen: 1_000, ticketId, ...given }),
    );
  const takeNew = async (given: Given = {}) => take((await open()).id, given);
  return { portalId, open, take, takeNew };
}

const countsOf = (ids: readonly (string | null)[]) =>
  Object.fromEntries([...Map.groupBy(ids, (id) => id)].map(([id, all]) => [id, all.length]));

test("200 tickets at once: each has one number and one assignee, nobody has more than another, and nobody absent or overloaded has any", async () => {
  const { portalId, open, take } = await openDesk();
  // Each step comes twice at once, as of a run that was given up and its repeat.
  const steps = Array.from({ length: 200 }, () => newId());
  const opened = await Promise.all(steps.flatMap((step) => [open(step), open(step)]));
  const ids = [...new Set(opened.map(({ id }) => id))];
  expect(ids).toHaveLength(200);
  expect(new Set(opened.map(({ number }) => number)).size).toBe(200);

  const given = { members: ["4", "5", "6", "7", "8", "9"], absent: ["8"], mostOpen: 51 };
  // 9 has all that a person may have.
  for (let index = 0; index < 51; index++) await changeTicket(world.db, (await open()).id, { assigneeId: "9" });
  const taken = await Promise.all(ids.flatMap((id) => [take(id, given), take(id, given)]));

  expect(taken.filter((id, index) => id !== taken[index - (index % 2)])).toEqual([]);
  const rows = await world.db.select().from(ticket).where(eq(ticket.portalId, portalId));
  const theirs = rows.filter(({ id }) => ids.includes(id)).map(({ assigneeId }) => assigneeId);
  expect(countsOf(theirs)).toEqual({ 4: 50, 5: 50, 6: 50, 7: 50 });
  const turns = await world.db.select().from(rotation).where(eq(rotation.portalId, portalId));
  expect(turns.map((turn) => turn.taken)).toEqual([50, 50, 50, 50]);
});

test("two pools at once give nobody more than they may have", async () => {
  const { open, take } = await openDesk();
  const ids = (await Promise.all(Array.from({ length: 40 }, () => open()))).map(({ id }) => id);
  const taken = await Promise.all(
    ids.map((id, index) => take(id, { pool: index % 2 === 0 ? "it" : "hr", members: ["4", "5"], mostOpen: 7 })),
  );
  expect(countsOf(taken)).toEqual({ 4: 7, 5: 7, null: 26 });
});

test("who was away, or is new, has one turn more at most, and not all that they missed", async () => {
  const { takeNew } = await openDesk();
  const away = { absent: ["6"] };
  for (let index = 0; index < 20; index++) await takeNew(away);
  const back = [];
  for (let index = 0; index < 8; index++) back.push(await takeNew({ members: ["4", "5", "6", "7"] }));
  expect(countsOf(back)).toEqual({ 4: 2, 5: 2, 6: 2, 7: 2 });
  expect(new Set(back.slice(0, 2))).toEqual(new Set(["6", "7"]));
});

test("a ticket goes to another one only when it is taken from whoever has it", async () => {
  const { open, take } = await openDesk();
  const { id } = await open();
  const first = await take(id);
  expect(await take(id)).toBe(first);
  const second = await take(id, { insteadOf: first });
  expect(second).not.toBe(first);
  // The same turn asked for again.
  expect(await take(id, { insteadOf: first })).toBe(second);
  expect(await take((await open()).id, { members: [] })).toBeNull();
});
