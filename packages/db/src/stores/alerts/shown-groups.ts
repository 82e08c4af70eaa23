import { and, eq, inArray, sql } from "drizzle-orm";

import type { Transaction } from "../../client.ts";
import { type AlertGroup, alertGroup } from "../../schema/alert.ts";
import { type Hook, hook } from "../../schema/hook.ts";

type StaleLimits = {
  /** A card is edited no more often than that, in milliseconds. */
  everyMs: number;
  /** So many groups of one portal within a second, that edits leave it requests for replies and pages. */
  perSecond: number;
};

/**
 * Groups whose cards tell less than is known; locked, passing over those that somebody holds. Of each portal those come first that
 * were not edited for longest, and before them what somebody pressed or what is over: people wait for that. One whose latest edit
 * has not left yet has to wait for it.
 */
export async function lockStaleGroups(tx: Transaction, { everyMs, perSecond }: StaleLimits): Promise<AlertGroup[]> {
  const due = await tx.execute<{ id: string }>(sql`
    select id from (
      select id, coalesce(edited.count, 0) + row_number() over (
        partition by portal_id
        order by card_edited_at - case when state = 'firing' then interval '0' else interval '30 seconds' end nulls first, id
      ) as place
      from alert_group
      left join (
        select portal_id, count(*) from alert_group where card_edited_at > now() - interval '1 second' group by portal_id
      ) as edited using (portal_id)
      where is_card_stale
        and (card_edited_at is null or card_edited_at <= now() - ${everyMs}::int * interval '1 millisecond')
        and not exists (
          select 1 from jsonb_array_elements(cards) as card
          join outbox_effect on outbox_effect.key = card->>'edit' and outbox_effect.status in ('ready', 'sending', 'uncertain')
        )
    ) as placed where place <= ${perSecond}::int`);
  const ids = due.map(({ id }) => id);
  if (ids.length === 0) return [];
  return await tx
    .select()
    .from(alertGroup)
    .where(and(inArray(alertGroup.id, ids), eq(alertGroup.isCardStale, true)))
    .orderBy(alertGroup.id)
    .for("update", { skipLocked: true });
}

/** Its cards tell what is known, from now on. */
export async function noteCardsEdited(tx: Transaction, { id, cards }: Pick<AlertGroup, "id" | "cards">): Promise<void> {
  await tx
    .update(alertGroup)
    .set({ isCardStale: false, cardEditedAt: sql`now()`, cards })
    .where(eq(alertGroup.id, id));
}

/** Without a word of its hook for longer, a group is over, in seconds: these kinds post ends by chance, or never. */
const SILENT_SECONDS = 86_400;

/**
 * Groups that fire, as far as anybody knows, and of which nothing was posted for longer than their hook says. Locked. Not those of
 * sources that say by themselves what is over and repeat what fires once in hours: they would end while they fire.
 */
export async function lockSilentGroups(tx: Transaction, now: Date, limit: number): Promise<AlertGroup[]> {
  const said = sql`(${hook.options}->'endsAfterSeconds')`;
  const usual = sql`case when ${hook.kind} in ('sentry', 'generic') then ${SILENT_SECONDS}::int end`;
  const rows = await tx
    .select({ group: alertGroup })
    .from(alertGroup)
    .innerJoin(hook, eq(hook.id, alertGroup.hookId))
    .where(
      and(
        sql`${alertGroup.state} <> 'resolved'`,
        sql`${hook.kind} not in ('alertmanager', 'grafana')`,
        sql`${alertGroup.lastAt} < ${now.toISOString()}::timestamptz - interval '1 second' *
            case when ${said} is null then ${usual} else nullif(${said}, 'null'::jsonb)::int end`,
      ),
    )
    .orderBy(alertGroup.id)
    .limit(limit)
    .for("update", { of: alertGroup, skipLocked: true });
  return rows.map(({ group }) => group);
}

/** Groups that wait: whether they last, or for another one that fires. Locked, passing over those that somebody holds. */
export async function lockPendingGroups(
  tx: Transaction,
  { limit, after }: { limit: number; after: string | null },
): Promise<{ group: AlertGroup; hook: Pick<Hook, "id" | "name" | "options"> }[]> {
  return await tx
    .select({ group: alertGroup, hook: { id: hook.id, name: hook.name, options: hook.options } })
    .from(alertGroup)
    .innerJoin(hook, eq(hook.id, alertGroup.hookId))
    .where(and(eq(alertGroup.state, "pending"), after === null ? undefined : sql`${alertGroup.id} > ${after}::uuid`))
    .orderBy(alertGroup.id)
    .limit(limit)
    .for("update", { of: alertGroup, skipLocked: true });
}
