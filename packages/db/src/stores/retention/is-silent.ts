import { sql } from "drizzle-orm";

/** Of a conversation `old`: nothing was said for long, and nothing of it is still to come: no workflow, no effect, no event. */
export const isSilent = (since: Date) => sql`last_message_at < ${since.toISOString()}::timestamptz
  and not exists (select 1 from workflow_ref flow where flow.conversation_id = old.id and flow.state <> 'ended')
  and not exists (
    select 1 from outbox_effect effect
    where effect.conversation_id = old.id and effect.status in ('ready', 'sending', 'uncertain', 'dead')
  )
  and not exists (
    select 1 from inbox_event event
    where event.status = 'waiting' and event.portal_id = old.portal_id
      and event.lane collate "C" = old.bot_id || ':' || old.dialog_id
  )
  and not exists (
    select 1 from inbox_event event where event.status = 'running' and event.lane = old.bot_id || ':' || old.dialog_id
  )
  and not exists (
    select 1 from inbox_event event where event.status = 'dead' and event.lane = old.bot_id || ':' || old.dialog_id
  )`;
