import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import type { LetterWhat } from "./dead-letter.ts";
import { type ReplayFacts, type ReplayVerdict, verdictOf } from "./replay-verdict.ts";

/** What would happen to one letter. */
export type ReplayPlan = ReplayVerdict & {
  id: string;
  what: LetterWhat;
  kind: string;
  portalId: string;
  conversationId: string | null;
  seq: number;
  /** Later ones of its dialog that are done; null for what belongs to no dialog: there it is not counted. */
  laterCount: number | null;
  /** Those that wait in its lane now, and would run after it. */
  behindCount: number;
};

type Row = {
  id: string;
  kind: string;
  portal_id: string;
  conversation_id: string | null;
  seq: string;
  status: string;
  attempts: number;
  settled_at: string | null;
  has_payload: boolean;
  portal_state: string | null;
  bot_state: string | null;
  in_doubt: boolean;
  later: number | null;
  behind: number;
  operator_leads: boolean;
  workflow_ended: boolean;
};

/**
 * Tells what a replay of letters would do, without doing anything. In order of arrival, events first; an id that belongs
 * to no event and no effect is missing in the answer.
 */
export async function planReplay(db: Database, ids: readonly string[]): Promise<ReplayPlan[]> {
  if (ids.length === 0) return [];
  const events = await db.execute<Row>(eventFacts(ids));
  const effects = await db.execute<Row>(effectFacts(ids));
  return [...events.map((row) => toPlan("event", row)), ...effects.map((row) => toPlan("effect", row))];
}

const given = (ids: readonly string[]) => givenRows(ids, { id: ["uuid", (id: string) => id] });

/** What people wrote later in the dialog was handled if it stands in the transcript. */
const eventFacts = (ids: readonly string[]) => sql`
  select event.id, event.kind, event.portal_id, talk.id as conversation_id, event.seq, event.status, event.attempts,
         event.settled_at, event.body is not null as has_payload, portal.state as portal_state,
         case when event.bot_id is not null then coalesce(bot.state, 'missing') end as bot_state, false as in_doubt,
         case when talk.id is not null then (
           select count(*)::int from message later
           where later.conversation_id = talk.id and later.at > event.settled_at
             and later.author in ('client', 'employee', 'operator')
         ) end as later,
         (select count(*)::int from inbox_event behind
          where behind.status = 'waiting' and behind.portal_id = event.portal_id
            and behind.lane collate "C" = event.lane and behind.seq > event.seq) as behind,
         false as operator_leads, false as workflow_ended
  from ${given(ids)}
  join inbox_event event on event.id = given.id
  left join portal on portal.id = event.portal_id
  left join bot on bot.id = event.bot_id
  left join conversation talk on talk.bot_id = event.bot_id and talk.dialog_id = event.body -> 'dialog' ->> 'id'
  order by event.seq`;

/** An attempt that ended in doubt, or left no word at all, may have done what it was to do. */
const effectFacts = (ids: readonly string[]) => sql`
  select effect.id, effect.kind, effect.portal_id, effect.conversation_id, effect.seq, effect.status,
         effect.attempt as attempts, effect.settled_at, effect.body <> jsonb_build_object('kind', effect.kind) as has_payload,
         portal.state as portal_state, coalesce(bot.state, 'missing') as bot_state,
         tried.ended < effect.attempt or tried.in_doubt as in_doubt,
         case when effect.conversation_id is not null then (
           select count(*)::int from outbox_effect later
           where later.conversation_id = effect.conversation_id and later.lane = effect.lane and later.seq > effect.seq
             and later.status = 'sent'
         ) end as later,
         (select count(*)::int from outbox_effect behind
          where behind.status in ('ready', 'sending', 'uncertain') and behind.portal_id = effect.portal_id
            and behind.lane collate "C" = effect.lane and behind.seq > effect.seq) as behind,
         case when effect.kind in ('chat.say_as', 'chat.finish', 'chat.transfer') or effect.body ->> 'byDesk' = 'true'
           then talk.owner_version::text is distinct from coalesce(effect.body -> 'led' ->> 'version', talk.owner_version::text)
             and talk.owner is distinct from effect.body -> 'led' ->> 'owner'
           else effect.kind = 'chat.send' and talk.queue is not distinct from 'operator'
         end as operator_leads,
         effect.kind = 'workflow.signal' and flow.state is not distinct from 'ended' as workflow_ended
  from ${given(ids)}
  join outbox_effect effect on effect.id = given.id
  cross join lateral (
    select count(distinct attempt)::int as ended, coalesce(bool_or(outcome = 'uncertain'), false) as in_doubt
    from delivery_attempt where effect_id = effect.id
  ) as tried
  left join portal on portal.id = effect.portal_id
  left join bot on bot.id = effect.bot_id
  left join conversation talk on talk.id = effect.conversation_id
  left join workflow_ref flow on flow.id = effect.body ->> 'workflowId'
  order by effect.seq`;

function toPlan(what: LetterWhat, row: Row): ReplayPlan {
  const facts: ReplayFacts = {
    status: row.status,
    attempts: row.attempts,
    settledAt: row.settled_at,
    hasPayload: row.has_payload,
    portalState: row.portal_state,
    botState: row.bot_state,
    isInDoubt: row.in_doubt,
    laterCount: row.later,
    isOperatorLeading: row.operator_leads,
    isWorkflowEnded: row.workflow_ended,
  };
  return {
    id: row.id,
    what,
    kind: row.kind,
    portalId: row.portal_id,
    conversationId: row.conversation_id,
    seq: Number(row.seq),
    laterCount: row.later,
    behindCount: row.behind,
    ...verdictOf(facts),
  };
}
