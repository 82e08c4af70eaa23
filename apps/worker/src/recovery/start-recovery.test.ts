import { beat, createPollerLocks } from "@botdeck/db";
import { newId } from "@botdeck/core/ids";
import { afterEach, beforeEach, expect, test } from "vitest";

import { CLIENT_ID, createMissedWorld, type MissedWorld } from "../testing/missed-world.ts";
import { startRecovery } from "./start-recovery.ts";

let world: MissedWorld;
const open: (() => Promise<unknown>)[] = [];
beforeEach(async () => void (world = await createMissedWorld()));
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
  await world.close();
});

/** A worker's role that looks without a pause. */
function start(): void {
  const locks = createPollerLocks(world.url);
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 10));
  const recovery = startRecovery({ ...world.deps, locks, pause });
  open.push(locks.close, recovery.stop);
}

test("of several workers one looks into an outage, and what it finds comes once", async () => {
  const words = Array.from({ length: 20 }, (_, index) => ({ id: 11 + index, by: CLIENT_ID, minutesAgo: 50 }));
  await world.know("chat5", "open_line", [{ id: 10, by: CLIENT_ID, minutesAgo: 90 }]);
  world.sessions.push({ id: 3, chatId: 5, words: [{ id: 10, by: CLIENT_ID, minutesAgo: 90 }, ...words] });
  await beat(world.db, newId(), { kept: 0, spooled: 0, refused: 0, spoolRecords: 0 });
  const { id } = await world.missSince(60, "asked");
  start();
  start();
  start();
  await expect.poll(() => world.outageOf(id)).toMatchObject({ state: "closed" });
  expect(await world.outageOf(id)).toMatchObject({ recovered: 20 });
  expect(await world.taken()).toEqual(words.map((word) => `chat5 #${word.id}`));
});

test("a portal is asked to queue its changes, and what it queued is taken in without any outage", async () => {
  world.scopes.push("crm");
  world.state.queued.length = 0;
  world.queueDeal(7, "ONCRMDEALADD");
  start();
  await expect.poll(() => world.taken()).toEqual(["deal:7"]);
  expect(world.state.queued).toEqual(["ONCRMDEALADD", "ONCRMDEALUPDATE", "ONCRMDEALDELETE"]);
  await expect.poll(() => world.queue).toEqual([]);
});
