import type { DoubtPolicy, EffectKind } from "@botdeck/core";
import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";

/** An effect that left, and of which nobody can tell yet whether it arrived. */
export type Doubt = {
  id: string;
  seq: number;
  kind: EffectKind;
  policy: DoubtPolicy;
  portalId: string;
  portalDomain: string | null;
  botName: string | null;
  conversationId: string | null;
  personName: string | null;
  attempts: number;
  /** Looks made so far to settle this doubt. */
  looks: number;
  /** How often it was sent again after a doubt. */
  resends: number;
  faults: number;
  /** When it left. */
  startedAt: Date | null;
  /** The next look. */
  lookAt: Date;
  lastError: string | null;
};

type Row = {
  id: string;
  seq: string;
  kind: EffectKind;
  policy: DoubtPolicy;
  portal_id: string;
  domain: string | null;
  bot_name: string | null;
  conversation_id: string | null;
  person_name: string | null;
  attempt: number;
  looks: number;
  resends: number;
  faults: number;
  started_at: string | null;
  run_at: string;
  last_error: string | null;
};

/** Effects in doubt, the oldest first. `next` is the `seq` to go on after. Few: a lane has one at most. */
export async function listDoubts(
  db: Database,
  { portalId }: { portalId: string | null },
  { after, limit }: { after: number | null; limit: number },
): Promise<{ rows: Doubt[]; next: number | null }> {
  const found = await db.execute<Row>(sql`
    select effect.id, effect.seq, effect.kind, effect.policy, effect.portal_id, portal.domain, bot.name as bot_name,
           effect.conversation_id, talk.person_name, effect.attempt, effect.looks, effect.resends, effect.faults,
           effect.started_at, effect.run_at, effect.last_error
    from (
      select * from outbox_effect
      where status = 'uncertain' and status in ('sending', 'uncertain') and seq > ${after ?? 0}::bigint
        ${portalId === null ? sql`` : sql`and portal_id = ${portalId}::uuid`}
      order by seq limit ${limit + 1}::int
    ) as effect
    left join portal on portal.id = effect.portal_id
    left join bot on bot.id = effect.bot_id
    left join conversation talk on talk.id = effect.conversation_id
    order by effect.seq`);
  const rows = found.slice(0, limit).map(toDoubt);
  return { rows, next: found.length > limit ? (rows.at(-1)?.seq ?? null) : null };
}

function toDoubt(row: Row): Doubt {
  return {
    id: row.id,
    seq: Number(row.seq),
    kind: row.kind,
    policy: row.policy,
    portalId: row.portal_id,
    portalDomain: row.domain,
    botName: row.bot_name,
    conversationId: row.conversation_id,
    personName: row.person_name,
    attempts: row.attempt,
    looks: row.looks,
    resends: row.resends,
    faults: row.faults,
    startedAt: row.started_at === null ? null : new Date(row.started_at),
    lookAt: new Date(row.run_at),
    lastError: row.last_error,
  };
}
