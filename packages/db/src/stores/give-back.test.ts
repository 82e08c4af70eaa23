import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "@botdeck/core/ids";

import { deliveryAttempt } from "../schema/outbox-effect.ts";
import { REPLIES, reply } from "../testing/effects.ts";
import { messageEvent } from "../testing/events.ts";
import { createWorld, type World } from "../testing/world.ts";
import { claimEffects } from "./claim-effects.ts";
import { claimEvents } from "./claim-events.ts";
import { giveBackEffects, giveBackEvents } from "./give-back.ts";
import { keepEvents } from "./inbox.ts";
import { putEffects } from "./outbox.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

test("events of a claim that nobody heard of may be claimed at once, and those of another claim stay in hand", async () => {
  await keepEvents(world.db, [messageEvent("a", "A"), messageEvent("b", "B")], { source: "webhook" });
  const [lost, heard] = [newId(), newId()];
  await claimEvents(world.db, { claimId: lost, limit: 1 });
  await claimEvents(world.db, { claimId: heard, limit: 1 });
  expect(await giveBackEvents(world.db, [lost])).toBe(1);
  const { events } = await claimEvents(world.db, { limit: 5 });
  expect(events).toMatchObject([{ lane: expect.stringContaining("A"), attempts: 2, failures: 0 }]);
  // The lost one is another's by now.
  expect(await giveBackEvents(world.db, [lost])).toBe(0);
});

test("effects of a claim that nobody heard of leave at once, without a doubt, and the attempt is on record", async () => {
  await putEffects(world.db, [reply("one", "A"), reply("two", "B")]);
  const [lost, heard] = [newId(), newId()];
  const kinds = [...REPLIES];
  const [first] = (await claimEffects(world.db, { claimId: lost, kinds, limit: 1 })).effects;
  await claimEffects(world.db, { claimId: heard, kinds, limit: 1 });
  expect(await giveBackEffects(world.db, [lost])).toBe(1);
  expect(await world.db.select().from(deliveryAttempt)).toMatchObject([
    { effectId: first?.id, attempt: 1, outcome: "retry" },
  ]);
  const { effects } = await claimEffects(world.db, { kinds, limit: 5 });
  expect(effects).toMatchObject([{ id: first?.id, status: "sending", attempt: 2 }]);
  expect(await giveBackEffects(world.db, [lost])).toBe(0);
});
