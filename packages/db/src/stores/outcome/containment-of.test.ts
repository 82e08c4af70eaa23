import { newId } from "@botdeck/core/ids";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createDesk, type Desk } from "../../testing/desk.ts";
import { createVisits, hoursLater, VISIT_AT, type Visits } from "../../testing/visits.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { answerTimesOf } from "./answer-times-of.ts";
import { containmentBy, containmentOf } from "./containment-of.ts";

let world: World;
let desk: Desk;
let visits: Visits;
beforeAll(async () => {
  world = await createWorld();
  desk = await createDesk(world);
  visits = createVisits(world, desk);
});
afterAll(() => world.close());

test("containment is what was solved without a person, over all that was decided in that time with that bot", async () => {
  const about = (intent: string, personId: string) => ({ intent, topic: intent, personId });
  const decide = async (kind: Parameters<Visits["decide"]>[0], talk: { personId: string }) =>
    visits.decide({ ...kind, conversationId: await visits.newConversation(talk) });
  const { personId: one, ...status } = about("order.status", "100");
  for (let count = 0; count < 3; count++) {
    const people = { personId: newId() };
    await decide({ ...status, kind: "solved_confirmed", cause: "said_so" }, people);
    await decide({ ...status, kind: "solved_presumed" }, { personId: newId() });
  }
  await decide({ ...status, kind: "solved_presumed" }, { personId: one });
  const back = { beganAt: hoursLater(3), decidedAt: hoursLater(3) };
  await decide({ ...status, ...back, kind: "handed_over", cause: "operator_asked" }, { personId: one });
  const { personId: two, ...lost } = about("availability", "101");
  await decide({ ...lost, kind: "abandoned" }, { personId: two });
  // Before, at the end of, and beside what is asked for.
  await decide({ decidedAt: hoursLater(-1) }, { personId: newId() });
  await decide({ decidedAt: hoursLater(24) }, { personId: newId() });
  const other = await createDesk(world);
  await visits.decide({ conversationId: (await other.addConversation()).id });

  const filter = { botId: desk.botId, portalId: desk.portalId, from: VISIT_AT, to: hoursLater(24) };
  expect(await containmentOf(world.db, filter)).toMatchObject({
    counts: { solved_confirmed: 3, solved_presumed: 4, handed_over: 1, abandoned: 1 },
    recontacted: 1,
    decided: 9,
    containment: 6 / 9,
    meanRating: null,
  });
  expect(await containmentBy(world.db, filter, "intent")).toMatchObject([
    { group: "order.status", decided: 8, containment: 6 / 8 },
    { group: "availability", decided: 1, containment: 0 },
  ]);
  expect(await containmentBy(world.db, filter, "dialogVersion")).toMatchObject([{ group: "orderStatus 2" }]);
  expect(await containmentOf(world.db, { from: VISIT_AT, to: VISIT_AT })).toMatchObject({
    decided: 0,
    containment: null,
  });
});

test("an answer's time runs by the portal's clock until the portal had it; what got none does not count", async () => {
  const from = new Date();
  const conversationId = await visits.newConversation();
  const at = (ms: number) => new Date(VISIT_AT.getTime() + ms);
  for (const [asked, had] of [
    [0, 1_000],
    [5_000, 7_000],
    [9_000, 12_000],
  ] as const) {
    await (await visits.addAnswer(conversationId, at(asked))).sent(at(had));
  }
  await visits.addAnswer(conversationId, at(20_000));
  const filter = { botId: desk.botId, from, to: new Date(Date.now() + 60_000) };
  expect(await answerTimesOf(world.db, filter)).toEqual({ answers: 3, p50Ms: 2_000, p95Ms: 2_900 });
  expect(await answerTimesOf(world.db, { ...filter, portalId: newId() })).toMatchObject({ answers: 0, p50Ms: null });
});
