import { newId } from "@botdeck/core/ids";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { connect } from "../../client.ts";
import { conversation, outcome, workflowRef } from "../../schema/index.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { createVisits, hoursLater, HOUR_MS, openVisit, VISIT_AT, type Visits } from "../../testing/visits.ts";
import { createWorld, type World } from "../../testing/world.ts";
import type { Visit } from "./open-visit.ts";
import { settleVisits } from "./settle-visits.ts";

let world: World;
let desk: Desk;
let visits: Visits;
beforeAll(async () => void (world = await createWorld()));
beforeEach(async () => {
  await world.db.delete(conversation);
  await world.db.delete(outcome);
  desk = await createDesk(world);
  visits = createVisits(world, desk);
});
afterAll(() => world.close());

const settle = (hours: number, change = {}) =>
  settleVisits(world.db, {
    now: hoursLater(hours),
    presumedAfterMs: 24 * HOUR_MS,
    abandonedAfterMs: 2 * HOUR_MS,
    limit: 100,
    ...change,
  });

/** A conversation in which the last word fell when visits begin. */
const talkWith = (visit: Partial<Visit>, talk = {}) =>
  visits.newConversation({ lastMessageAt: VISIT_AT, state: { at: "menu", visit: openVisit(visit) }, ...talk });
const stateOf = async (id: string) =>
  (await world.db.select().from(conversation).where(eq(conversation.id, id)))[0]?.state;

test("after an answer silence is a solution, without one an end; each when its time has come, and once", async () => {
  const [answered, unanswered] = [openVisit(), openVisit({ isAnswered: false })];
  const ids = [await talkWith(answered), await talkWith(unanswered)];
  expect(await settle(1.9)).toEqual([]);
  const gone = { conversationId: ids[1], visitId: unanswered.id, kind: "abandoned" };
  expect(await settle(23.9)).toEqual([gone]);
  const solved = { conversationId: ids[0], visitId: answered.id, kind: "solved_presumed" };
  expect(await settle(30)).toEqual([solved]);
  expect(await settle(300)).toEqual([]);
  expect(await stateOf(ids[0] ?? "")).toMatchObject({ at: "menu", visit: { ...answered, outcome: "solved_presumed" } });
  expect(await visits.read(answered.id)).toMatchObject({
    cause: "silence",
    lineId: "7",
    intent: "order.status",
    topic: "order",
    dialog: "orderStatus",
    dialogVersion: 2,
    answers: 3,
    personId: "5",
    beganAt: VISIT_AT,
    endedAt: VISIT_AT,
    // By the silence, not by whenever somebody looked.
    decidedAt: hoursLater(24),
  });
});

test("a visit that people lead by now was handed over, to whoever has it", async () => {
  const visit = openVisit({ isAnswered: false });
  await talkWith(visit, { owner: "operator:9" });
  await settle(30);
  expect(await visits.read(visit.id)).toMatchObject({ kind: "handed_over", handedTo: "operator:9" });
});

test("what a workflow still works on stays open until that has ended", async () => {
  const conversationId = await talkWith({ isAnswered: false });
  const flow = { id: newId(), portalId: desk.portalId, conversationId, kind: "productReturn" };
  await world.db.insert(workflowRef).values(flow);
  expect(await settle(300)).toEqual([]);
  await world.db.update(workflowRef).set({ state: "ended" });
  expect(await settle(300)).toHaveLength(1);
});

test("more visits than one step takes are settled in several, past those that nobody can settle", async () => {
  await visits.newConversation({ lastMessageAt: hoursLater(-3), state: { visit: { id: "odd" } } });
  for (let count = 0; count < 7; count++) await talkWith({});
  await talkWith({ outcome: "solved_confirmed" });
  await visits.newConversation({ lastMessageAt: VISIT_AT });
  expect(await settle(30, { limit: 2 })).toHaveLength(7);
});

test("a conversation in which somebody writes is left for the next time", async () => {
  const held = await talkWith({});
  await talkWith({});
  await world.db.transaction(async (tx) => {
    await tx.update(conversation).set({ topic: "new" }).where(eq(conversation.id, held));
    expect(await settle(30)).toHaveLength(1);
  });
  expect(await settle(30)).toMatchObject([{ conversationId: held }]);
});

test("a first reply that was still on its way when the outcome was written is timed afterwards", async () => {
  const conversationId = await talkWith({});
  const answer = await visits.addAnswer(conversationId, VISIT_AT);
  const visitId = await visits.decide({ conversationId, kind: "handed_over" });
  expect(await visits.read(visitId)).toMatchObject({ firstResponseMs: null });
  await answer.sent(new Date(VISIT_AT.getTime() + 900));
  await settle(1);
  expect(await visits.read(visitId)).toMatchObject({ firstResponseMs: 900 });
});

test("looking for silent visits reads the open ones alone, however many conversations there are", async () => {
  await world.db.execute(sql`
    insert into conversation (id, portal_id, bot_id, dialog_id, dialog_type, title, person_id, person_name, language, last_message_at, state)
    select gen_random_uuid(), ${desk.portalId}::uuid, ${desk.botId}::uuid, n, 'open_line', '', '5', '', 'en', now() - n * interval '1 minute',
      jsonb_build_object('visit', jsonb_build_object('id', gen_random_uuid(), 'outcome', case when n % 200 > 0 then 'abandoned' end))
    from generate_series(1, 20000) n`);
  await world.db.execute(sql`analyze conversation`);
  const handle = connect(world.url, { max: 1, plansOnce: true });
  const silence = { presumedAfterMs: HOUR_MS, abandonedAfterMs: HOUR_MS };
  // In steps of ten: a statement is prepared when it comes often.
  expect(await settleVisits(handle.db, { now: new Date(), limit: 10, ...silence })).toHaveLength(0);
  const [look] = await handle.db.execute<{ name: string }>(sql`
    select name from pg_prepared_statements where statement like '%skip locked%'`);
  const plan = await handle.sql.unsafe<{ "QUERY PLAN": string }[]>(
    `explain execute "${look?.name}"(null, null, null, null)`,
  );
  const lines = plan.map((line) => line["QUERY PLAN"]).join("\n");
  expect(lines).toContain("Index Scan using conversation_open_visit_idx");
  expect(lines).not.toContain("Sort");
  await handle.close();
});
