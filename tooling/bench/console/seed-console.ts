import { connect, type DatabaseHandle } from "@botdeck/db";

import { SEED_HANDOFFS, SEED_OUTCOMES, seedConversations, seedEffects, seedMessages, seedPortals } from "./seed-sql.ts";
import type { SeedScale } from "./seed-scale.ts";
import { withoutIndexes } from "./without-indexes.ts";

/** So many days are written in one statement. */
const DAYS_AT_ONCE = 5;
/** What is delivered is kept for a month; older answers are in the sums alone. */
const KEPT_DAYS = 30;
/** One statement may take minutes; Postgres ends it no sooner. */
const TIMEOUT_MS = 0;

/**
 * Fills a database as years of work would: portals of all sizes, conversations with their messages and outcomes, and the effects of
 * the last month. All of it is made inside Postgres.
 */
export async function seedConsole(
  databaseUrl: string,
  scale: SeedScale,
  report: (line: string) => void,
): Promise<void> {
  const handle = connect(databaseUrl, { max: 1, statementTimeoutMs: TIMEOUT_MS, synchronousCommit: false });
  const run = (text: string) => handle.sql.unsafe(text);
  try {
    // Triggers and foreign keys look at each row by itself, which is what a seed of millions cannot wait for.
    await run("set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '128MB'");
    await run(seedPortals);
    await withoutIndexes(handle, "conversation", async () => {
      for (const span of spansOf(scale)) await run(seedConversations({ ...scale, ...span }));
    });
    report("conversations are there");
    await withoutIndexes(handle, "message", async () => {
      for (const span of spansOf(scale)) {
        await run(seedMessages({ ...scale, ...span }));
        if (span.from % 50 === 0) report(`messages of day ${span.from} of ${scale.days}`);
      }
      report("messages are there; their indexes are built");
    });
    await run(SEED_OUTCOMES);
    await run(SEED_HANDOFFS);
    await run(seedEffects(KEPT_DAYS));
    await run(`
      insert into outcome_stale_day (portal_id, day) select distinct portal_id, (decided_at at time zone 'UTC')::date from outcome;
      insert into figures_cursor (name, up_to) values ('answers', now() - interval '${KEPT_DAYS} days')`);
    await seedAnswers(handle);
    report("outcomes and effects are there; statistics are gathered");
    await run("vacuum analyze");
  } finally {
    await handle.close();
  }
}

function spansOf({ days }: SeedScale): { from: number; to: number }[] {
  return Array.from({ length: Math.ceil(days / DAYS_AT_ONCE) }, (_, index) => ({
    from: index * DAYS_AT_ONCE,
    to: Math.min(days, (index + 1) * DAYS_AT_ONCE),
  }));
}

/** Times of answers whose effects are no longer kept, as they had been added up. */
async function seedAnswers({ sql }: DatabaseHandle): Promise<void> {
  await sql.unsafe(`
    insert into answer_day (portal_id, bot_id, day, answers)
    select portal_id, bot_id, created_at::date,
      merge_times(array_agg((35 + abs(hashtext(dialog_id || nth)) % 40) * 1000000 + 1))
    from conversation, generate_series(1, 3) nth
    where created_at < now() - interval '${KEPT_DAYS} days' group by 1, 2, 3;
    insert into answer_month (portal_id, bot_id, month, answers)
    select portal_id, bot_id, date_trunc('month', day)::date, times_of(answers) from answer_day group by 1, 2, 3`);
}
