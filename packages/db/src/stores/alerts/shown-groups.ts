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
 * were not edited for longest; one whose latest edit has not left yet has to wait for it.
 */
export async function lockStaleGroups(tx: Transaction, { everyMs, perSecond }: StaleLimits): Promise<AlertGroup[]> {
  const due = await tx.execute<{ id: string }>(sql`
    select id from (
      select id, row_number() over (partition by portal_id order by card_edited_at nulls first, id) + (
        select count(*) from alert_group edited
        where edited.portal_id = stale.portal_id and edited.card_edited_at > now() - interval '1 second'
      ) as place
      from alert_group stale
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

/** Groups that wait: whether they last, or for another one that fires. Locked, passing over those that somebody holds. */
export async function lockPendingGroups(
  tx: Transaction,
  { limit, after }: { limit: number; after: string | null },
): Promise<{ group: AlertGroup; hook: Pick<Hook, "id" | "options"> }[]> {
  return await tx
    .select({ group: alertGroup, hook: { id: hook.id, options: hook.options } })
    .from(alertGroup)
    .innerJoin(hook, eq(hook.id, alertGroup.hookId))
    .where(and(eq(alertGroup.state, "pending"), after === null ? undefined : sql`${alertGroup.id} > ${after}::uuid`))
    .orderBy(alertGroup.id)
    .limit(limit)
    .for("update", { of: alertGroup, skipLocked: true });
}
