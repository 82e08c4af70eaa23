import { createHash } from "node:crypto";

import type { BotEvent } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { connect, type Database, type DatabaseHandle } from "../client.ts";
import { createDesk, type Desk, LEAD } from "../testing/desk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { claimEffects, markAbandoned } from "./claim-effects.ts";
import { claimEvents } from "./claim-events.ts";
import { countCauses } from "./dead-letter/count-causes.ts";
import { countLetters } from "./dead-letter/count-letters.ts";
import { ALL_DEAD } from "./dead-letter/dead-letter.ts";
import { discardLetters, restoreLetters } from "./dead-letter/discard-letters.ts";
import { listDeadLetters } from "./dead-letter/list-dead-letters.ts";
import { planReplay } from "./dead-letter/plan-replay.ts";
import { keepEvents } from "./inbox.ts";
import { neverBegan } from "./never-began.ts";
import { recentRecordChanges } from "./notifications-view/record-changes.ts";
import { cancelReplies, hasEffect, putEffects } from "./outbox.ts";
import { retain } from "./retention/retain.ts";
import { RETENTION_DAYS } from "./retention/retention-days.ts";
import { settleEffect } from "./settle-effect.ts";
import { beginConversation, readConversation, writeTurn } from "./write-turn.ts";
import { failEvent, holdEvent, reapEvents, releaseEvents } from "./settle-event.ts";

/** Settled rows in each table; nearly all of what a table has after some weeks. */
const SETTLED = 20_000;

let world: World;
let desk: Desk;
/** One connection that plans each statement once, without its values. */
let handle: DatabaseHandle;
beforeAll(async () => {
  world = await createWorld({ max: 2 });
  desk = await createDesk(world);
  handle = connect(world.url, { max: 1, plansOnce: true });
  const ids = sql`${desk.portalId}::uuid, ${desk.botId}::uuid, 'lane' || n % 3000`;
  const numbers = sql`generate_series(1, ${SETTLED}::int) n`;
  await world.db.execute(sql`
    insert into inbox_event (id, dedupe_key, portal_id, bot_id, lane, kind, body, status, settled_at)
    select gen_random_uuid(), n, ${ids}, 'x', '{}', case when n % 500 = 0 then 'dead' else 'done' end, now() from ${numbers}`);
  await world.db.execute(sql`
    insert into outbox_effect (id, key, portal_id, bot_id, lane, kind, body, policy, status, settled_at)
    select gen_random_uuid(), n, ${ids}, 'x', '{}', 'ask', case when n % 500 = 0 then 'dead' else 'sent' end, now()
    from ${numbers}`);
  await world.db.execute(sql`analyze`);
});
afterAll(async () => {
  await handle.close();
  await world.close();
});

/** One event of each fate, and what comes of it. */
async function handleSome({ db }: DatabaseHandle): Promise<void> {
  const { portalId, botId } = desk;
  const { body } = await desk.addEvent({ dialogId: newId() });
  if (body === null) throw new Error("an event without its body");
  const inDialog = (id: string) => ({ ...body, dialog: { id, type: "open_line", title: "" } }) as typeof body;
  const keyed = [newId(), newId()].map((id) => ({ dedupeKey: id, event: inDialog(id) }));
  await keepEvents(db, keyed, { source: "webhook" });
  const fates = [
    (event: Claimed) => failEvent(db, event, { error: "x", retryInMs: 60_000 }),
    (event: Claimed) => releaseEvents(db, [event]),
    (event: Claimed) =>
      db.transaction(async (tx) => {
        await holdEvent(tx, event);
        const effect = { kind: "chat.send" as const, dialogId: "chat1", text: "hello" };
        await putEffects(tx, [{ key: newId(), portalId, botId, conversationId: null, lane: event.lane, effect }]);
      }),
    async (event: Claimed) => {
      const seen = await readConversation(db, event.body as BotEvent, "en");
      await db.transaction(async (tx) => {
        const begun = await beginConversation(tx, seen);
        const next = { ...seen.row, lastMessage: null };
        if (begun !== null) await writeTurn(tx, { event, seen: begun, next, messages: [], effects: [] });
      });
    },
  ];
  for (const decide of fates) {
    const [event] = (await claimEvents(db, { limit: 1, takesSuspect: true, unwanted: ["message.deleted"] })).events;
    if (event !== undefined) await decide(event);
  }
  for (const effect of (await claimEffects(db, { kinds: ["chat.send"], limit: 1 })).effects) {
    await settleEffect(db, effect, { kind: "sent", externalId: "1", via: "answer" });
  }
  await reapEvents(db, { deaths: 3, spreadMs: 10 });
  await markAbandoned(db);
  await hasEffect(db, "x");
  await neverBegan(db, { lane: "x" });
  await cancelReplies(db, newId());
}
type Claimed = Awaited<ReturnType<typeof claimEvents>>["events"][number];

async function workAtTheDesk({ db }: DatabaseHandle): Promise<void> {
  const { rows } = await listDeadLetters(db, ALL_DEAD, { order: "newest", after: null, limit: 5 });
  await countCauses(db, ALL_DEAD);
  const ids = rows.map(({ id }) => id);
  await planReplay(db, ids);
  await discardLetters(db, { ids, reason: "a test", actor: LEAD });
  await restoreLetters(db, { ids, actor: LEAD });
  await recentRecordChanges(db, newId(), { since: new Date(0), limit: 5 });
  for await (const _step of retain(db, { days: RETENTION_DAYS, now: new Date() }));
}

test("no statement that is planned without its values reads a whole table of events or effects", async () => {
  for (let time = 0; time < 6; time++) {
    await handleSome(handle);
    await workAtTheDesk(handle);
  }
  const statements = await handle.db.execute<{
    name: string;
    statement: string;
    parameters: number;
    custom: number;
  }>(sql`
    select name, statement, cardinality(parameter_types) as parameters, custom_plans::int as custom
    from pg_prepared_statements`);
  expect(statements.length).toBeGreaterThan(20);
  expect(statements.filter(({ custom }) => custom > 0)).toEqual([]);

  const scans: string[] = [];
  for (const { name, statement, parameters } of statements) {
    const values = parameters === 0 ? "" : `(${Array(parameters).fill("null").join()})`;
    const plan = await handle.sql.unsafe<{ "QUERY PLAN": string }[]>(`explain execute "${name}"${values}`);
    const isWhole = plan.some((line) => /Seq Scan on (inbox_event|outbox_effect)\b/.test(line["QUERY PLAN"]));
    if (isWhole) scans.push(statement);
  }
  expect(scans).toEqual([]);
});

test.each([
  { kind: "nothing" },
  { portalId: newId() },
  { botId: newId() },
  { state: "discarded" as const, kind: "nothing" },
  { causeId: createHash("md5").update("").digest("hex"), kind: "nothing" },
])("a filter of dead letters that fits none reads no row of them: %j", async (change) => {
  const filter = { ...ALL_DEAD, portalId: desk.portalId, ...change };
  await world.db.transaction(async (tx) => {
    const before = await rowsRead(tx);
    const { rows } = await listDeadLetters(tx, filter, { order: "newest", after: null, limit: 50 });
    const found = [rows.length, await countLetters(tx, filter, null), (await countCauses(tx, filter)).length];
    expect(found).toEqual([0, 0, 0]);
    expect(await rowsRead(tx)).toBe(before);
  });
});

/** Of events and effects, in this transaction and in those of its connection that are not told of yet. */
async function rowsRead(tx: Database): Promise<number> {
  const [read] = await tx.execute<{ count: number }>(sql`
    select sum(seq_tup_read + idx_tup_fetch)::int as count from pg_stat_xact_user_tables
    where relname in ('inbox_event', 'outbox_effect')`);
  return read?.count ?? 0;
}
