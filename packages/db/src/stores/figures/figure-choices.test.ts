import { newId } from "@botdeck/core/ids";
import { afterAll, beforeAll, expect, test } from "vitest";

import { outcome } from "../../schema/index.ts";
import { createDesk, type Desk } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { figureChoices } from "./figure-choices.ts";
import { reckonStaleDays } from "./reckon-days.ts";

let world: World;
let desks: Desk[];
beforeAll(async () => {
  world = await createWorld();
  desks = [await createDesk(world), await createDesk(world)];
});
afterAll(() => world.close());

test("what can be chosen is what visits of the period, the portal and the audience have, the most frequent first", async () => {
  const on = (desk: number, day: string, change: Partial<typeof outcome.$inferInsert>) => {
    const decidedAt = new Date(`${day}T10:00:00Z`);
    const ids = { portalId: desks[desk]?.portalId ?? "", botId: desks[desk]?.botId ?? "" };
    const visit = { ...ids, conversationId: newId(), visitId: newId(), kind: "abandoned", cause: "silence" } as const;
    const times = { beganAt: decidedAt, endedAt: decidedAt, decidedAt };
    return { ...visit, ...times, lineId: "1", language: "en", answers: 1, ...change };
  };
  await world.db.insert(outcome).values([
    on(0, "2026-10-05", { intent: "availability", topic: "goods" }),
    on(0, "2026-10-06", {
      intent: "orderStatus",
      topic: "order",
      dialog: "orderStatus",
      dialogVersion: 1,
      lineId: "2",
    }),
    on(0, "2026-10-07", { intent: "orderStatus", topic: "order", lineId: "2", kind: "handed_over", language: "ru" }),
    on(1, "2026-10-08", { intent: "complaint", lineId: "7" }),
    on(0, "2026-10-08", { intent: "job", lineId: null }),
    on(0, "2026-08-08", { intent: "past" }),
  ]);
  while ((await reckonStaleDays(world.db, 31)) > 0);
  const period = { from: "2026-10-01", to: "2026-11-21" };
  const own = { audience: "clients", portalId: desks[0]?.portalId ?? null } as const;
  expect(await figureChoices(world.db, own, period)).toEqual({
    botIds: [desks[0]?.botId],
    lineIds: ["2", "1"],
    intents: ["orderStatus", "availability"],
    topics: ["order", "goods"],
    dialogs: ["orderStatus"],
    languages: ["en", "ru"],
  });
  const ofAll = await figureChoices(world.db, { audience: "clients", portalId: null }, period);
  expect(ofAll.intents).toEqual(["orderStatus", "availability", "complaint"]);
  expect(await figureChoices(world.db, { ...own, audience: "staff" }, period)).toMatchObject({
    intents: ["job"],
    lineIds: [],
  });
});
