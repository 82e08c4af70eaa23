import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { inboxEvent } from "../../schema/index.ts";
import { createDesk, type Desk, LEAD } from "../../testing/desk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { ALL_DEAD } from "../dead-letter/dead-letter.ts";
import { discardLetters } from "../dead-letter/discard-letters.ts";
import { listDeadLetters } from "../dead-letter/list-dead-letters.ts";
import { idAt } from "../retention/id-at.ts";
import { countIntake } from "./count-intake.ts";
import { intakeLedger } from "./intake-ledger.ts";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld();
  desk = await createDesk(world);
});
afterAll(() => world.close());

const NOW = new Date("2026-11-21T12:20:00Z");
/** What waits is counted again by then. */
const LATER = new Date("2026-11-21T12:25:00Z");
let made = 0;

async function came(at: string, status: (typeof inboxEvent.$inferInsert)["status"] & string, isRecovered = false) {
  made += 1;
  const receivedAt = new Date(at);
  const id = `${idAt(receivedAt).slice(0, -12)}${String(made).padStart(12, "0")}`;
  await world.db.insert(inboxEvent).values({
    id,
    dedupeKey: id,
    portalId: desk.portalId,
    botId: desk.botId,
    lane: id,
    kind: "message.added",
    status,
    receivedAt,
    settledAt: ["done", "ignored", "dead", "discarded"].includes(status) ? receivedAt : null,
    outageId: isRecovered ? id : null,
  });
}

const ledger = async () =>
  (await intakeLedger(world.db, { since: new Date("2026-11-21T00:00:00Z"), portalId: desk.portalId })).map(
    ({ hour, countedAt: _at, portalId: _portal, ...figures }) => ({ at: hour.toISOString().slice(11, 16), ...figures }),
  );

test("each hour says how many came and what became of them, and follows what is settled later", async () => {
  await came("2026-11-21T10:00:00Z", "done");
  await came("2026-11-21T10:59:59Z", "ignored");
  await came("2026-11-21T11:30:00Z", "done", true);
  await came("2026-11-21T11:31:00Z", "waiting");
  await came("2026-11-21T11:32:00Z", "dead");
  await came("2026-11-21T12:05:00Z", "discarded");
  await countIntake(world.db, NOW);
  const none = { ignored: 0, recovered: 0, waiting: 0, dead: 0, discarded: 0 };
  expect(await ledger()).toEqual([
    { at: "12:00", ...none, came: 1, discarded: 1 },
    { at: "11:00", ...none, came: 3, recovered: 1, waiting: 1, dead: 1 },
    { at: "10:00", ...none, came: 2, ignored: 1 },
  ]);

  await world.db.execute(sql`update inbox_event set status = 'ignored' where status = 'waiting'`);
  await countIntake(world.db, LATER);
  expect((await ledger())[1]).toEqual({ at: "11:00", ...none, came: 3, recovered: 1, ignored: 1, dead: 1 });
});

test("an hour that is over and settled is not counted again, until one of its letters is replayed", async () => {
  const empty = 7 * 24 + 1 - 3;
  // The present hour, and those in which nothing came.
  const later = new Date(LATER.getTime() + 60_000);
  expect(await countIntake(world.db, later)).toBe(empty + 1);

  const [dead] = (await listDeadLetters(world.db, ALL_DEAD, { order: "oldest", after: null, limit: 1 })).rows;
  await discardLetters(world.db, { ids: [dead?.id ?? ""], reason: "a test", actor: LEAD });
  expect(await countIntake(world.db, new Date(later.getTime() + 60_000))).toBe(empty + 2);
  expect((await ledger())[1]).toMatchObject({ at: "11:00", dead: 0, discarded: 1 });
});
