import { newId } from "@botdeck/core/ids";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createDesk, type Desk } from "../../testing/desk.ts";
import { createVisits } from "../../testing/visits.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { noteHandoff, openHandoff, readHandoff, type HandoffKey, type NewHandoff } from "./handoffs.ts";
import type { HandoffMove } from "./move-handoff.ts";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld();
  desk = await createDesk(world);
});
afterAll(() => world.close());

const AT = new Date("2026-11-21T09:00:00Z");
const requestFor = async (change: Partial<NewHandoff> = {}): Promise<NewHandoff> => ({
  portalId: desk.portalId,
  botId: desk.botId,
  conversationId: (await desk.addConversation({ dialogId: newId() })).id,
  workflowId: `handOver:${newId()}`,
  visitId: newId(),
  topic: "return",
  cause: "operator_asked",
  note: { slots: { order: "A-1042" } },
  requestedAt: AT,
  to: "queue:1",
  ...change,
});
const open = (request: NewHandoff) => world.db.transaction((tx) => openHandoff(tx, request));
const note = (key: HandoffKey, move: HandoffMove) => world.db.transaction((tx) => noteHandoff(tx, key, move));

test("a hand-over is found by its id, its workflow and, while it is open, its conversation", async () => {
  const { to, ...request } = await requestFor();
  const { id, isNew } = await open({ to, ...request });
  expect(isNew).toBe(true);
  const expected = { ...request, id, state: "queued", trail: [{ at: AT.toISOString(), to }], takenBy: null };
  const { workflowId, conversationId } = request;
  expect(await readHandoff(world.db, { id })).toMatchObject(expected);
  expect(await readHandoff(world.db, { workflowId: workflowId ?? "" })).toMatchObject(expected);
  await note({ workflowId: workflowId ?? "" }, { kind: "taken", at: AT, by: "9" });
  expect(await readHandoff(world.db, { conversationId })).toMatchObject({ state: "human", takenBy: "9", takenAt: AT });
  await note({ conversationId }, { kind: "ended", at: AT, as: "closed" });
  expect(await readHandoff(world.db, { conversationId })).toBeNull();
  expect(await readHandoff(world.db, { id })).toMatchObject({ state: "ended", endedAs: "closed", endedAt: AT });
});

test("a conversation has one open hand-over, also when two begin it at once; after its end the next may begin", async () => {
  const first = await requestFor();
  const second = { ...first, workflowId: `handOver:${newId()}`, cause: "misses" };
  const [one, two] = await Promise.all([open(first), open(second)]);
  expect([one, two].filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(one.id).toBe(two.id);
  const begun = one.isNew ? first : second;
  await note({ id: one.id }, { kind: "ended", at: AT, as: "promised" });
  // The same workflow again begins nothing, whatever has become of it.
  expect(await open(begun)).toEqual({ id: one.id, isNew: false });
  expect(await open({ ...first, workflowId: `handOver:${newId()}` })).toMatchObject({ isNew: true });
});

test("an impossible move is refused and changes nothing, and a reported one that comes again is taken as done", async () => {
  const { id } = await open(await requestFor());
  const refused = note({ id }, { kind: "returning", at: AT });
  await expect(refused).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("queued") as string,
  });
  await note({ id }, { kind: "taken", at: AT, by: "9" });
  const before = await readHandoff(world.db, { id });
  expect(await note({ id }, { kind: "taken", at: new Date(), by: "9" })).toEqual(before);
  expect(await readHandoff(world.db, { id })).toEqual(before);
  await expect(note({ id: newId() }, { kind: "returning", at: AT })).rejects.toMatchObject({ code: "not_found" });
});

test("two who take it at once are both on its way, one after the other", async () => {
  const { id } = await open(await requestFor());
  await Promise.all(["8", "9"].map((by) => note({ id }, { kind: "taken", at: AT, by })));
  const both = await readHandoff(world.db, { id });
  expect(both?.trail.map(({ to }) => to)).toHaveLength(3);
});

test("its outcome keeps how long the client waited for a person, by the first who took it", async () => {
  const visits = createVisits(world, desk);
  const visitId = await visits.decide({ kind: "handed_over", cause: "misses" });
  const later = (ms: number) => new Date(AT.getTime() + ms);
  const { id } = await open(await requestFor({ visitId }));
  expect(await visits.read(visitId)).toMatchObject({ humanResponseMs: null });
  await note({ id }, { kind: "taken", at: later(90_000), by: "9" });
  await note({ id }, { kind: "taken", at: later(200_000), by: "8" });
  expect(await visits.read(visitId)).toMatchObject({ humanResponseMs: 90_000 });
});
