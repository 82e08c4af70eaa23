import { connect } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { sql } from "drizzle-orm";

/** Two periods of four weeks, so that one can be compared with the other. */
const DAYS = 56;
const VISITS_A_DAY = 40;
const COUNTED_WITHIN_MS = 3 * 60_000;

/**
 * Visits of the weeks before, which no morning can bring: their outcomes alone, spread over bots, intents and causes as a shop
 * has them. Nothing reads them but the figures of quality.
 */
export async function seedHistory(databaseUrl: string): Promise<void> {
  const database = connect(databaseUrl, { max: 1, applicationName: "botdeck-screenshots" });
  try {
    await database.db.execute(sql`
      insert into outcome (id, portal_id, bot_id, conversation_id, visit_id, line_id, person_id, kind, cause, handed_to, intent,
        topic, dialog, dialog_version, step, language, began_at, ended_at, first_response_ms, answers, rating, decided_at)
      select gen_random_uuid(), bot.portal_id, bot.id, gen_random_uuid(), gen_random_uuid(), '1', null, kind,
        case kind when 'handed_over' then (array['operator_asked', 'misses', 'not_understood', 'source_away'])[1 + dice % 4]
          when 'solved_confirmed' then 'csat' else 'silence' end,
        case kind when 'handed_over' then 'queue:1' end, intent, topic, dialog, 1, step,
        (array['en', 'ru'])[1 + dice % 2], at, at + interval '6 minutes', 900 + (dice * 37) % 6000, 1 + dice % 6,
        case when kind = 'solved_confirmed' then 3 + dice % 3 end, at + interval '10 minutes'
      from bot
      cross join generate_series(0, ${DAYS * VISITS_A_DAY}::int - 1) as visit
      cross join lateral (select
        now() - make_interval(days => (visit / ${VISITS_A_DAY}::int)::int, mins => 15 + (visit * 7919) % 1300) as at,
        (visit * 104729 + 17) % 997 as dice) as drawn
      cross join lateral (select
        (array['solved_confirmed', 'solved_presumed', 'solved_presumed', 'solved_presumed', 'handed_over', 'handed_over',
          'abandoned'])[1 + (dice + visit / 400) % 7] as kind,
        (array['orderStatus', 'productReturn', 'availability', 'deliveryInfo'])[1 + dice % 4] as intent,
        (array['order_status', 'return', 'availability', 'delivery'])[1 + dice % 4] as topic,
        (array['orderStatus', 'productReturn', null, null])[1 + dice % 4] as dialog,
        case dice % 4 when 0 then (array['number', 'phone'])[1 + dice % 2] when 1 then (array['photos', 'reason'])[1 + dice % 2]
          end as step) as what
      where bot.code = 'store'`);
  } finally {
    await database.close();
  }
}

/** The worker counts visits into days, now and then; without that the figures of quality are empty. */
export async function untilHistoryIsCounted(databaseUrl: string): Promise<void> {
  const database = connect(databaseUrl, { max: 1, applicationName: "botdeck-screenshots" });
  try {
    // Those of today come and go with the morning.
    const isCounted = async () => {
      const rows = await database.db.execute(sql`select 1 from outcome_stale_day where day < current_date limit 1`);
      return rows.length === 0;
    };
    await waitUntil(isCounted, { timeoutMs: COUNTED_WITHIN_MS, everyMs: 1_000 });
  } finally {
    await database.close();
  }
}
