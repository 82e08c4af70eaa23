import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { eachRange } from "./each-range.ts";
import { STOP_KEY } from "./erase-dialogs.ts";
import { isAmong, type OwnDialog, type PortalPerson } from "./person.ts";

export type ErasedEffects = {
  effects: number;
  /** Of these, those that had still to leave and do not any more. */
  cancelled: number;
};

/** Empties the effects that are for a person, or that answer what they said; their keys stay. */
export async function eraseEffects(
  db: Database,
  { portalId, portalUserId }: PortalPerson,
  own: readonly OwnDialog[],
  eventIds: readonly string[],
  isDryRun: boolean,
): Promise<ErasedEffects> {
  const conversationIds = own.map(({ conversationId }) => conversationId);
  const dialogs = givenRows(own, {
    bot_id: ["uuid", ({ botId }) => botId],
    dialog_id: ["text", ({ dialogId }) => dialogId],
  });
  const caused = sql`array(select id from ${givenRows(eventIds, { id: ["text", (id) => id] })})`;
  const isTheirs = sql`portal_id = ${portalId}::uuid and (
    ${isAmong(sql`conversation_id::text`, conversationIds)}
    or body ->> 'dialogId' = ${portalUserId}
    or (bot_id, body ->> 'dialogId') in (select bot_id, dialog_id from ${dialogs})
    or string_to_array(key, ':') && ${caused}
  ) and not starts_with(key, ${STOP_KEY})`;
  const total: ErasedEffects = { effects: 0, cancelled: 0 };
  for await (const range of eachRange(db, "outbox_effect")) {
    const step = await eraseRange(db, sql`${range} and ${isTheirs}`, isDryRun);
    total.effects += step.effects;
    total.cancelled += step.cancelled;
  }
  // A statement of its own: it sees the edit that the erasing of its effect had to wait for.
  if (!isDryRun) {
    await db.execute(sql`
      delete from letter_edit using outbox_effect effect
      where effect.id = letter_edit.letter_id and effect.body = jsonb_build_object('kind', effect.kind)`);
  }
  return total;
}

/** One statement: the effects, the words of their deliveries, and what the transcript says for them. */
async function eraseRange(db: Database, isTheirs: SQL, isDryRun: boolean): Promise<ErasedEffects> {
  const chosen = sql`chosen as materialized (
    select id, status from outbox_effect where ${isTheirs} ${isDryRun ? sql`` : sql`order by id for update`}
  )`;
  const change = sql`, emptied as (
    update outbox_effect set body = jsonb_build_object('kind', kind), last_error = null, lane = 'erased', lease_until = null,
      -- Whoever carries it finds its attempt void, and must not put it back.
      attempt = attempt + case when status in ('sending', 'uncertain') then 1 else 0 end,
      status = case when status in ('ready', 'sending', 'uncertain') then 'cancelled' when status = 'dead' then 'discarded' else status end,
      settled_at = coalesce(settled_at, now())
    where id in (select id from chosen) returning id, key
  ), untold as (
    update delivery_attempt set detail = null where effect_id in (select id from chosen)
  ), unsaid as (
    update message set text = '', buttons = null, card = null, files = null where source_key in (select key from emptied)
  )`;
  const [row] = await db.execute<ErasedEffects>(sql`
    with ${chosen}${isDryRun ? sql`` : change}
    select count(*)::int as effects,
           (count(*) filter (where status in ('ready', 'sending', 'uncertain')))::int as cancelled
    from chosen`);
  return row ?? { effects: 0, cancelled: 0 };
}
