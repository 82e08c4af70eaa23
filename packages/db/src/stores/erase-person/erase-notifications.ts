import { sql } from "drizzle-orm";

import type { DatabaseHandle } from "../../client.ts";
import type { PortalPerson } from "./person.ts";

const ERASED = "erased";

/**
 * Removes what a person was told and how they wanted to be told, the turns of duty that they took over, and their name where they took
 * work or answered an alert. What was done stays: the work is taken, the alert acknowledged.
 *
 * @returns How many notifications.
 */
export async function eraseNotifications(
  db: DatabaseHandle["db"],
  { portalId, portalUserId }: PortalPerson,
  isDryRun: boolean,
): Promise<number> {
  const isOfPortal = sql`portal_id = ${portalId}::uuid`;
  const theirs = sql`from notification where ${isOfPortal} and dialog_id = ${portalUserId}`;
  if (isDryRun) return (await db.execute(sql`select 1 ${theirs}`)).length;
  return await db.transaction(async (tx) => {
    const gone = await tx.execute(sql`delete ${theirs} returning 1`);
    await tx.execute(sql`delete from notification_preference where ${isOfPortal} and user_id = ${portalUserId}`);
    await tx.execute(sql`
      update notification_rule set owner_id = null where ${isOfPortal} and owner_id = ${portalUserId}`);
    await tx.execute(sql`
      update record_claim set taken_by_id = ${ERASED}, taken_by_name = ''
      where ${isOfPortal} and taken_by_id = ${portalUserId}`);
    await tx.execute(sql`
      delete from portal_record where ${isOfPortal} and facts::text like '%"' || ${portalUserId}::text || '"%'`);
    const groups = sql`select id from alert_group where ${isOfPortal}`;
    await tx.execute(sql`
      update alert_event set person_id = null, person_name = null, facts = facts - 'dialogId'
      where person_id = ${portalUserId} and group_id in (${groups})`);
    await tx.execute(sql`
      update alert_group set acknowledged_by_id = null, acknowledged_by_name = null
      where ${isOfPortal} and acknowledged_by_id = ${portalUserId}`);
    // Their own card: what it was made of is emptied, so it cannot be edited.
    await tx.execute(sql`
      update alert_group set cards = coalesce(
        (select jsonb_agg(card) from jsonb_array_elements(cards) as card where card ->> 'dialogId' <> ${portalUserId}), '[]'
      ) where ${isOfPortal} and cards @> ${JSON.stringify([{ dialogId: portalUserId }])}::jsonb`);
    const isOfRota = sql`rota_id in (select id from rota where ${isOfPortal})`;
    await tx.execute(sql`delete from rota_override where ${isOfRota} and user_id = ${portalUserId}`);
    await tx.execute(sql`
      update rota_override set asked_by_id = ${ERASED}, asked_by_name = ''
      where ${isOfRota} and asked_by_id = ${portalUserId}`);
    await tx.execute(sql`
      update rota set told_user_ids = told_user_ids - ${portalUserId}::text
      where ${isOfPortal} and told_user_ids ? ${portalUserId}::text`);
    await tx.execute(sql`
      update service_chat set members = members - ${portalUserId}::text, joining = joining - ${portalUserId}::text,
        made_by_id = case when made_by_id = ${portalUserId} then ${ERASED}::text else made_by_id end
      where ${isOfPortal}`);
    return gone.length;
  });
}
