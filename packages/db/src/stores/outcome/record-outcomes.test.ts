import { newId } from "@botdeck/core/ids";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { OUTCOME_KIND, outcome } from "../../schema/outcome.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { createVisits, hoursLater, VISIT_AT, type Visits } from "../../testing/visits.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { containmentOf } from "./containment-of.ts";
import { type NewOutcome, recordOutcomes } from "./record-outcomes.ts";

let world: World;
let desk: Desk;
let visits: Visits;
beforeAll(async () => void (world = await createWorld()));
beforeEach(async () => {
  await world.db.delete(outcome);
  desk = await createDesk(world);
  visits = createVisits(world, desk);
});
afterAll(() => world.close());

const contained = async () =>
  (await containmentOf(world.db, { botId: desk.botId, from: VISIT_AT, to: hoursLater(1_000) })).containment;

test("of any words about a visit, in any order and together or apart, the strongest stays, and of equals the first", async () => {
  const conversationId = await visits.newConversation({ language: "ru" });
  const words = fc.array(fc.array(fc.constantFrom(...OUTCOME_KIND), { minLength: 1, maxLength: 3 }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(words, async (turns) => {
      const visitId = newId();
      let count = 0;
      const facts = { conversationId, visitId, intent: null, topic: null, dialog: null, dialogVersion: null };
      const said: NewOutcome[][] = turns.map((kinds) =>
        kinds.map((kind) => {
          count += 1;
          const at = hoursLater(count);
          return {
            ...facts,
            kind,
            cause: `word ${count}`,
            answers: count,
            beganAt: VISIT_AT,
            endedAt: at,
            decidedAt: at,
          };
        }),
      );
      let strength = -1;
      for (const turn of said) {
        const strongest = Math.max(...turn.map(({ kind }) => OUTCOME_KIND.indexOf(kind)));
        const changed = await world.db.transaction((tx) => recordOutcomes(tx, turn));
        expect(changed).toEqual(strongest > strength ? [visitId] : []);
        strength = Math.max(strength, strongest);
      }
      const expected = said.flat().find(({ kind }) => OUTCOME_KIND.indexOf(kind) === strength);
      const { kind, cause, answers, decidedAt, language, botId } = await visits.read(visitId);
      expect({ kind, cause, answers, decidedAt }).toEqual({
        kind: expected?.kind,
        cause: expected?.cause,
        answers: expected?.answers,
        decidedAt: expected?.decidedAt,
      });
      expect({ language, botId }).toEqual({ language: "ru", botId: desk.botId });
    }),
    { numRuns: 25 },
  );
});

test("a visit whose conversation was erased meanwhile leaves nothing", async () => {
  await visits.decide({ conversationId: newId() });
  expect(await world.db.$count(outcome)).toBe(0);
});

test("a client who comes back about the same topic within 72 hours was not helped by what was only presumed", async () => {
  const conversationId = await visits.newConversation();
  const first = await visits.decide({ conversationId, endedAt: hoursLater(1), decidedAt: hoursLater(25) });
  expect(await contained()).toBe(1);
  const later = { conversationId, beganAt: hoursLater(73), decidedAt: hoursLater(74), kind: "handed_over" as const };
  const second = await visits.decide(later);
  expect(await visits.read(first)).toMatchObject({ recontactOf: null, recontactedAt: hoursLater(73) });
  expect(await visits.read(second)).toMatchObject({ recontactOf: first, recontactedAt: null });
  expect(await contained()).toBe(0);
});

test("one who comes back after 72 hours and within seven days is noted, and what was presumed stays contained", async () => {
  const conversationId = await visits.newConversation();
  const first = await visits.decide({ conversationId });
  await visits.decide({ conversationId, kind: "abandoned", beganAt: hoursLater(72.1), decidedAt: hoursLater(73) });
  expect(await visits.read(first)).toMatchObject({ recontactedAt: hoursLater(72.1) });
  expect(await contained()).toBe(0.5);
});

test("what they confirmed themselves stays confirmed", async () => {
  const conversationId = await visits.newConversation();
  const first = await visits.decide({ conversationId, kind: "solved_confirmed", cause: "said_so" });
  await visits.decide({ conversationId, kind: "solved_confirmed", beganAt: hoursLater(2), decidedAt: hoursLater(2) });
  expect(await visits.read(first)).toMatchObject({ recontactedAt: hoursLater(2) });
  expect(await contained()).toBe(1);
});

test.each([
  ["about something else", { topic: "return" }, {}],
  ["of which nobody knows what it is about", { topic: null }, {}],
  ["more than seven days later", { beganAt: hoursLater(168.1), decidedAt: hoursLater(169) }, {}],
  ["of somebody else", {}, { personId: "6" }],
])("a visit %s is no re-contact", async (_what, change, talk) => {
  const first = await visits.decide();
  const conversationId = await visits.newConversation(talk);
  const at = { beganAt: hoursLater(5), decidedAt: hoursLater(6) };
  const second = await visits.decide({ conversationId, ...at, ...change });
  expect(await visits.read(first)).toMatchObject({ recontactedAt: null });
  expect(await visits.read(second)).toMatchObject({ recontactOf: null });
});

test("the first response is timed from the client's first message by the portal's clock to the first reply that arrived", async () => {
  const conversationId = await visits.newConversation();
  const ago = await visits.addAnswer(conversationId, hoursLater(-20));
  await ago.sent(hoursLater(-19));
  const lost = await visits.addAnswer(conversationId, VISIT_AT);
  const next = await visits.addAnswer(conversationId, new Date(VISIT_AT.getTime() + 2_000));
  await next.sent(new Date(VISIT_AT.getTime() + 4_250));
  const visitId = await visits.decide({ conversationId });
  expect(await visits.read(visitId)).toMatchObject({ firstResponseMs: 4_250 });
  void lost;
});
