import { newId } from "@botdeck/core/ids";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createDesk } from "../../testing/desk.ts";
import { createVisits, hoursLater, openVisit, type Visits } from "../../testing/visits.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { factsOfVisit } from "./open-visit.ts";
import { rateVisit } from "./rate-visit.ts";
import type { VisitFacts } from "./record-outcomes.ts";

let world: World;
let visits: Visits;
beforeAll(async () => {
  world = await createWorld();
  visits = createVisits(world, await createDesk(world));
});
afterAll(() => world.close());

const rate = (visitId: string, rating: number, visit?: VisitFacts) =>
  world.db.transaction((tx) => {
    const given = { rating, comment: "in words", ratedAt: hoursLater(30) };
    return rateVisit(tx, visitId, visit === undefined ? given : { ...given, visit });
  });

test.each([
  ["a good rating confirms a presumed solution", "solved_presumed", 4, "solved_confirmed", "csat"],
  ["a good rating confirms what looked abandoned", "abandoned", 5, "solved_confirmed", "csat"],
  ["a low rating takes a presumed solution back", "solved_presumed", 2, "abandoned", "csat"],
  ["a middling rating says neither", "solved_presumed", 3, "solved_presumed", "before"],
  ["a low rating does not unsay what the client confirmed", "solved_confirmed", 1, "solved_confirmed", "before"],
  ["a good rating does not make the bot's what people did", "handed_over", 5, "handed_over", "before"],
] as const)("%s", async (_title, kind, rating, next, cause) => {
  const visitId = await visits.decide({ kind, cause: "before" });
  expect(await rate(visitId, rating)).toBe(true);
  const words = { rating, ratingComment: "in words", ratedAt: hoursLater(30) };
  expect(await visits.read(visitId)).toMatchObject({ kind: next, cause, ...words });
});

test("a visit is rated once", async () => {
  const visitId = await visits.decide({ kind: "solved_presumed" });
  expect([await rate(visitId, 5), await rate(visitId, 1)]).toEqual([true, false]);
  expect(await visits.read(visitId)).toMatchObject({ rating: 5, kind: "solved_confirmed" });
});

test("nobody presumes a solution against a low rating", async () => {
  const visitId = await visits.decide({ kind: "abandoned", cause: "csat" });
  await rate(visitId, 1);
  await visits.decide({ visitId, kind: "solved_presumed" });
  expect(await visits.read(visitId)).toMatchObject({ kind: "abandoned", rating: 1 });
});

test("a rating is kept also when nothing else is decided yet, and leaves room for a stronger word", async () => {
  const facts = factsOfVisit(await visits.newConversation(), openVisit());
  const { visitId } = facts;
  expect(await rate(visitId, 3, facts)).toBe(true);
  expect(await visits.read(visitId)).toMatchObject({ kind: "abandoned", cause: "csat", rating: 3, answers: 3 });
  await visits.decide({ ...facts, kind: "solved_presumed" });
  expect(await visits.read(visitId)).toMatchObject({ kind: "solved_presumed", rating: 3 });
  expect(await rate(visitId, 5, facts)).toBe(false);
});

test("a visit of which nothing is known is not rated, and a rating beyond the scale is refused", async () => {
  expect(await rate(newId(), 5)).toBe(false);
  await expect(rate(await visits.decide(), 6)).rejects.toMatchObject({
    cause: { constraint_name: "outcome_rating_check" },
  });
});
