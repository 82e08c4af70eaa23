import type { BotEvent } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { asc, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { inboxEvent, oauthToken, outboxEffect, parkedWork } from "../schema/index.ts";
import { createDesk, type Desk } from "../testing/desk.ts";
import { messageEvent } from "../testing/events.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createAuthorizationRequests } from "./authorization-requests.ts";
import { keepGrant } from "./keep-grant.ts";
import { createOAuthTokens } from "./oauth-tokens.ts";
import { putEffects } from "./outbox.ts";
import { parkEvent, parkWorkflow, releaseParked, takeExpiredParked } from "./parked-work.ts";

const ANNA = "27";
const TOKEN = { accessToken: "access", refreshToken: "refresh", expiresAt: new Date("2026-11-22T10:00:00Z") };

let world: World;
let desk: Desk;
beforeAll(async () => void (world = await createWorld()));
beforeEach(async () => {
  for (const table of [parkedWork, inboxEvent, outboxEffect, oauthToken]) await world.db.delete(table);
  desk = await createDesk(world);
});
afterAll(() => world.close());

const said = (text: string): BotEvent => ({ ...messageEvent(text).event, portalId: desk.portalId, botId: desk.botId });
const park = (text: string, { id = newId(), userId = ANNA } = {}) =>
  world.db.transaction((tx) => parkEvent(tx, { event: { id, body: said(text) }, userId }));
const parkFlow = (workflowId: string) =>
  world.db.transaction((tx) =>
    parkWorkflow(tx, {
      portalId: desk.portalId,
      botId: desk.botId,
      userId: ANNA,
      workflowId,
      key: `${workflowId}:mark`,
    }),
  );
const link = (userId = ANNA) =>
  createAuthorizationRequests(world.db, world.box).open({ portalId: desk.portalId, userId });
const grant = async (userId = ANNA) => keepGrant(world.db, world.box, { state: await link(userId), token: TOKEN });
const events = () => world.db.select().from(inboxEvent).orderBy(asc(inboxEvent.seq));

test("what waited for a person's permission goes on when it is given: events in their order, workflows, put-off effects", async () => {
  await park("first");
  await park("second");
  await park("another's", { userId: "28" });
  await parkFlow("vacation:1");
  const change = { kind: "task.change", taskId: "5", change: { kind: "complete" } } as const;
  for (const byId of [ANNA, "28"]) {
    await putEffects(world.db, [
      {
        key: `by ${byId}`,
        portalId: desk.portalId,
        botId: desk.botId,
        conversationId: null,
        lane: byId,
        effect: { ...change, byId },
      },
    ]);
  }
  await world.db.update(outboxEffect).set({ runAt: sql`now() + interval '1 hour'` });

  expect(await grant()).toEqual({ events: 2, workflows: 1, effects: 1 });

  const resumed = await events();
  expect(resumed.map(({ body, source, status }) => [body, source, status])).toEqual(
    ["first", "second"].map((text) => [{ ...said(text), isResumed: true }, "resumed", "waiting"]),
  );
  const due = await world.db
    .select()
    .from(outboxEffect)
    .where(sql`run_at <= now()`);
  expect(due.map(({ body }) => body)).toEqual(
    expect.arrayContaining([
      { ...change, byId: ANNA },
      { kind: "workflow.signal", workflowId: "vacation:1", signal: "granted", payload: { userId: ANNA } },
    ]),
  );
  expect(due).toHaveLength(2);
});

test("a permission that is given again lets nothing go on twice", async () => {
  await park("once");
  await parkFlow("vacation:1");
  await grant();
  expect(await grant()).toEqual({ events: 0, workflows: 0, effects: 0 });
  expect(await events()).toHaveLength(1);
  expect(await world.db.$count(outboxEffect)).toBe(1);
});

test("of two who come back by one link at once, one keeps their token, and the work goes on once", async () => {
  await park("once");
  const state = await link();
  const kept = await Promise.all([1, 2, 3].map(() => keepGrant(world.db, world.box, { state, token: TOKEN })));
  expect(kept.filter((each) => each !== null)).toEqual([{ events: 1, workflows: 0, effects: 0 }]);
  expect(await events()).toHaveLength(1);
});

test("a grant whose work cannot go on is not kept, and its link is still good", async () => {
  await park("once");
  // The inbox refuses it, as a failing database would.
  await world.db.update(parkedWork).set({ body: sql`jsonb_set(body, '{portalId}', '"no id"')` });
  const state = await link();
  await expect(keepGrant(world.db, world.box, { state, token: TOKEN })).rejects.toThrow();
  expect(await world.db.$count(oauthToken)).toBe(0);
  expect(await createAuthorizationRequests(world.db, world.box).find(state)).toMatchObject({ userId: ANNA });
});

test("an event that runs twice is parked once; one that lacks permission anew is parked anew", async () => {
  const id = newId();
  expect([await park("once", { id }), await park("once", { id })]).toEqual([true, false]);
  expect([await parkFlow("vacation:1"), await parkFlow("vacation:1")]).toEqual([true, false]);
  await grant();
  const [resumed] = await events();
  const event = { id: resumed?.id ?? "", body: { ...said("once"), isResumed: true as const } };
  expect(await world.db.transaction((tx) => parkEvent(tx, { event, userId: ANNA }))).toBe(true);
  expect(await events()).toHaveLength(1);
  await grant();
  expect(await events()).toHaveLength(2);
});

test("what is parked in the moment in which the permission comes does not wait for another one", async () => {
  const [isReleased, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const granting = world.db.transaction(async (tx) => {
    await createOAuthTokens(tx, world.box).put(desk.portalId, ANNA, TOKEN);
    await releaseParked(tx, desk.portalId, ANNA);
    isReleased.resolve();
    await mayCommit.promise;
  });
  await isReleased.promise;
  const parking = [park("/deals"), parkFlow("vacation:1")];
  await expect.poll(() => world.waitingForLocks()).toBe(2);
  mayCommit.resolve();
  await Promise.all([granting, ...parking]);

  expect((await events()).map(({ body }) => body)).toEqual([{ ...said("/deals"), isResumed: true }]);
  expect(await world.db.$count(outboxEffect)).toBe(1);
});

test("what waited for a day does not go on any more: it is taken away, once, to be told of", async () => {
  await park("late");
  await park("young");
  await world.db
    .update(parkedWork)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(sql`body -> 'message' ->> 'text' = 'late'`);

  const taken = await Promise.all([1, 2].map(() => world.db.transaction((tx) => takeExpiredParked(tx, 10))));
  expect(taken.flat().map(({ body }) => body)).toEqual([said("late")]);
  expect(await grant()).toMatchObject({ events: 1 });
  expect((await events()).map(({ body }) => body)).toEqual([{ ...said("young"), isResumed: true }]);
});
