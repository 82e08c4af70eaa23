import { drainUs, EFFECT_LANE, type RateLimits, REQUEST_LIMIT, REQUEST_LIMITS, roomOf } from "@botdeck/core";
import { sql, type SQL } from "drizzle-orm";

/** A delivery holds its place for at most this wait, in milliseconds; a portal that asks for more is passed over meanwhile. */
export const BUDGET_WAIT_MS = 500;

/** True in SQL when an effect's lane has no room in its portal's budget for longer than a delivery waits. */
export const isOverBudget = (portalId: SQL, kind: SQL) => sql`exists (
  select 1 from rate_budget budget left join portal on portal.id = budget.portal_id
  where budget.portal_id = ${portalId}
    and budget.arrival_at > clock_timestamp() + ${aheadMs(kind)} * interval '1 millisecond'
)`;

/** How far the next arrival may lie ahead, by the portal's plan and the effect's kind. Both are our own constants, so literals. */
function aheadMs(kind: SQL): SQL {
  const plans = REQUEST_LIMIT.map(
    (name) => sql`when '${sql.raw(name)}' then ${aheadByKind(kind, REQUEST_LIMITS[name])}`,
  );
  return sql`(case coalesce(portal.request_limit, 'standard') ${sql.join(plans, sql` `)} end)`;
}

function aheadByKind(kind: SQL, limits: RateLimits): SQL {
  const cases = Object.entries(EFFECT_LANE).flatMap(([name, lane]) => {
    if (lane === null) return [];
    const ms = ((roomOf(limits, lane) - 1) * drainUs(limits)) / 1000 + BUDGET_WAIT_MS;
    return [sql.raw(`when '${name}' then ${ms}::float8`)];
  });
  // What calls no portal needs none of its budget: null is never too far ahead.
  return sql`(case ${kind} ${sql.join(cases, sql` `)} end)`;
}
