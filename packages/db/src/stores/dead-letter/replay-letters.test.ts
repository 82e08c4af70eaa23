import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  auditLog,
  bot,
  conversation,
  inboxEvent,
  message,
  outboxEffect,
  portal,
  workflowRef,
} from "../../schema/index.ts";
import { createDesk, LEAD } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { planReplay, type ReplayPlan } from "./plan-replay.ts";
import { replayLetters, REPLAYS_PER_PORTAL, type SeenLetter } from "./replay-letters.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

const plan = async (id: string): Promise<ReplayPlan> => {
  const [found] = await planReplay(world.db, [id]);
  if (found === undefined) throw new Error("no plan");
  return found;
};
const look = async (ids: string[], acceptsTwice = false): Promise<SeenLetter[]> =>
  (await planReplay(world.db, ids)).map(({ id, seen }) => ({ id, seen, acceptsTwice }));
const replay = (letters: SeenLetter[]) => replayLetters(world.db, { letters, actor: LEAD });
const statusOf = async (id: string) => {
  const [event] = await world.db.select().from(inboxEvent).where(eq(inboxEvent.id, id));
  const [effect] = await world.db.select().from(outboxEffect).where(eq(outboxEffect.id, id));
  return event?.status ?? effect?.status;
};
const actsOn = (id: string) => world.db.select().from(auditLog).where(eq(auditLog.subjectId, id));

test("a replayed letter runs again as the same thing, with the fencing token it had, and the act is written down", async () => {
  const desk = await createDesk(world);
  const ids = [await desk.deadEvent(), await desk.deadEffect()];
  const letters = await look(ids);

  expect(await replay(letters)).toMatchObject({ replayed: ids, refused: [], remaining: [], nextInMs: null });

  const [event] = await world.db
    .select()
    .from(inboxEvent)
    .where(eq(inboxEvent.id, ids[0] ?? ""));
  const [effect] = await world.db
    .select()
    .from(outboxEffect)
    .where(eq(outboxEffect.id, ids[1] ?? ""));
  expect(event).toMatchObject({ status: "waiting", attempts: 5, settledAt: null });
  expect(effect).toMatchObject({ status: "ready", attempt: 1, settledAt: null });
  for (const id of ids) expect(await actsOn(id)).toMatchObject([{ action: "deadLetter.replay", actorId: LEAD.id }]);
});

test("a letter that changed since the dry run is refused and named, and the others go", async () => {
  const desk = await createDesk(world);
  const [changed, same] = [await desk.deadEffect(), await desk.deadEffect()];
  const letters = await look([changed, same]);
  await replay(letters.filter(({ id }) => id === changed));
  await world.db
    .update(outboxEffect)
    .set({ status: "dead", attempt: 2, settledAt: new Date() })
    .where(eq(outboxEffect.id, changed));

  const result = await replay(letters);

  expect(result).toMatchObject({ replayed: [same], refused: [{ id: changed, code: "conflict" }] });
  expect([await statusOf(changed), await statusOf(same)]).toEqual(["dead", "ready"]);
});

test("of two who replay one letter at once, one does", async () => {
  const desk = await createDesk(world);
  const letters = await look([await desk.deadEvent()]);
  const results = await Promise.all(Array.from({ length: 8 }, () => replay(letters)));
  expect(results.flatMap(({ replayed }) => replayed)).toHaveLength(1);
  expect(results.flatMap(({ refused }) => refused.map(({ code }) => code))).toEqual(Array(7).fill("conflict"));
});

test.each([
  ["an answer never came", ["uncertain", "dead"] as const, {}],
  ["a process died in the middle of it", ["dead"] as const, { attempt: 2 }],
])("what may have been done, because %s, is done again only when that was accepted", async (_why, outcomes, change) => {
  const desk = await createDesk(world);
  const id = await desk.deadEffect({ outcomes: [...outcomes] });
  await world.db
    .update(outboxEffect)
    .set({ status: "dead", ...change })
    .where(eq(outboxEffect.id, id));
  expect((await plan(id)).warnings).toContain("may_happen_twice");

  expect(await replay(await look([id]))).toMatchObject({ replayed: [], refused: [{ id, code: "invalid" }] });
  expect(await statusOf(id)).toBe("dead");
  expect(await replay(await look([id], true))).toMatchObject({ replayed: [id] });
});

test("what was refused, and never in doubt, needs no acceptance", async () => {
  const desk = await createDesk(world);
  expect((await plan(await desk.deadEffect({ outcomes: ["retry", "dead"] }))).warnings).toEqual([]);
});

test("what has no payload, portal or bot any more cannot run again, and says why", async () => {
  const desk = await createDesk(world);
  const id = await desk.deadEvent();
  await world.db.update(inboxEvent).set({ body: null }).where(eq(inboxEvent.id, id));
  await world.db.update(portal).set({ state: "removed" }).where(eq(portal.id, desk.portalId));
  await world.db.update(bot).set({ state: "removed" }).where(eq(bot.id, desk.botId));

  expect((await plan(id)).obstacles).toEqual(["payload_purged", "portal_removed", "bot_removed"]);
  const [refusal] = (await replay(await look([id]))).refused;
  expect(refusal).toMatchObject({ id, code: "invalid" });
  expect(refusal?.reason).toMatch(/payload_purged, portal_removed, bot_removed/);
  expect(await actsOn(id)).toEqual([]);
});

test("the dry run tells what went by, what waits behind, who leads and what has ended", async () => {
  const desk = await createDesk(world);
  const talk = await desk.addConversation({ owner: "operator:7" });
  const event = await desk.deadEvent({ at: new Date("2026-11-20T10:00:00Z") });
  await desk.addEvent();
  await desk.addEvent({ dialogId: "chat2" });
  const said = { conversationId: talk.id, authorName: "A person", text: "later", at: new Date("2026-11-20T11:00:00Z") };
  await world.db.insert(message).values([
    { ...said, author: "client" },
    { ...said, author: "bot" },
    { ...said, author: "client", at: new Date("2026-11-20T09:00:00Z") },
  ]);
  await world.db.insert(workflowRef).values({
    id: `return:${desk.botId}`,
    portalId: desk.portalId,
    conversationId: talk.id,
    kind: "return",
    state: "ended",
  });
  const signal = {
    kind: "workflow.signal",
    workflowId: `return:${desk.botId}`,
    signal: "answered",
    payload: {},
  } as const;

  expect(await plan(event)).toMatchObject({
    laterCount: 1,
    behindCount: 1,
    warnings: ["later_went_by"],
    obstacles: [],
  });
  expect((await plan(await desk.deadEffect({ conversationId: talk.id }))).warnings).toEqual(["operator_leads"]);
  expect((await plan(await desk.deadEffect({ effect: signal, conversationId: talk.id }))).warnings).toEqual([
    "workflow_ended",
  ]);
  await world.db.update(conversation).set({ owner: "bot" }).where(eq(conversation.id, talk.id));
  await world.db.update(portal).set({ state: "reauth" }).where(eq(portal.id, desk.portalId));
  expect((await plan(event)).warnings).toContain("portal_needs_authorization");
});

test("many letters go a few of each portal at a time, in order, until none remains", async () => {
  const desk = await createDesk(world);
  const other = await createDesk(world);
  const ids: string[] = [];
  for (let index = 0; index < REPLAYS_PER_PORTAL * 2 + 1; index++) ids.push(await desk.deadEvent());
  const elsewhere = await other.deadEvent();
  const rounds: string[][] = [];

  for (let letters = await look([...ids, elsewhere].toReversed()); letters.length > 0;) {
    const result = await replay(letters);
    rounds.push(result.replayed);
    letters = result.remaining;
  }

  expect(rounds.map((round) => round.length)).toEqual([REPLAYS_PER_PORTAL + 1, REPLAYS_PER_PORTAL, 1]);
  expect(rounds.flat().filter((id) => id !== elsewhere)).toEqual(ids);
});
