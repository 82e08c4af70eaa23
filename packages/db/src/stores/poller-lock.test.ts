import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { createPollerLocks } from "./poller-lock.ts";

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

test("a bot is polled by one at a time, other bots meanwhile, and the next one after the end", async () => {
  const [mine, theirs] = [createPollerLocks(world.url), createPollerLocks(world.url)];
  const inside = await mine.run("bot-1", async () => [
    await mine.run("bot-1", async () => "twice in one process"),
    await theirs.run("bot-1", async () => "in two processes"),
    await theirs.run("bot-2", async () => "another bot"),
  ]);
  expect(inside).toEqual([null, null, "another bot"]);
  expect(await theirs.run("bot-1", async () => "after it")).toBe("after it");
  await Promise.all([mine.close(), theirs.close()]);
});

test("a poll that fails lets go", async () => {
  const locks = createPollerLocks(world.url);
  const failed = locks.run("bot-1", async () => {
    throw new Error("the portal is away");
  });
  await expect(failed).rejects.toThrow("the portal is away");
  expect(await locks.run("bot-1", async () => "again")).toBe("again");
  await locks.close();
});

test("a holder whose connection is cut lets go, and ends its poll in peace", async () => {
  const [mine, theirs] = [createPollerLocks(world.url), createPollerLocks(world.url)];
  const result = await mine.run("bot-1", async () => {
    await world.cut("botdeck-poller-locks");
    await expect.poll(() => theirs.run("bot-1", async () => "taken over").catch(() => null)).toBe("taken over");
    return "the events are kept";
  });
  expect(result).toBe("the events are kept");
  expect(await mine.run("bot-1", async () => "again")).toBe("again");
  await Promise.all([mine.close(), theirs.close()]);
});

test("work that takes hours keeps its lock, though no statement goes to its session meanwhile", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const locks = createPollerLocks(world.url);
  const sessions = async () =>
    await world.db.execute<{ pid: number; isHolder: boolean }>(sql`
      select pid, exists (select 1 from pg_locks where pg_locks.pid = stat.pid and locktype = 'advisory') as "isHolder"
      from pg_stat_activity stat
      where datname = current_database() and application_name = 'botdeck-poller-locks'`);
  try {
    await locks.run("bot-1", async () => {
      const before = await sessions();
      expect(before).toMatchObject([{ isHolder: true }]);
      vi.advanceTimersByTime(2 * 3_600_000);
      // A session that had ended would have another in its place by now.
      await locks.run("bot-2", async () => expect(await sessions()).toEqual(before));
    });
  } finally {
    vi.useRealTimers();
    await locks.close();
  }
});

test("more bots than connections are polled at once without using up the pool", async () => {
  const locks = createPollerLocks(world.url);
  const bots = Array.from({ length: 40 }, (_, index) => `bot-${index}`);
  const names = await Promise.all(
    bots.map((bot) => locks.run(bot, () => world.portals.byMemberId(bot).then(() => bot))),
  );
  expect(names).toEqual(bots);
  await locks.close();
});
