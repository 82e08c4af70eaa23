import type { InboxBody, KeyedEvent } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import type { InboxSource } from "../schema/inbox-event.ts";
import { fixedStatement, type Given } from "../fixed-statement.ts";
import { fixedRows } from "../given-rows.ts";
import { insertTokens, type SealedEventToken, tokenValues, type TokenValues } from "./event-tokens.ts";

/**
 * How the events came; `outageId` when they were missed at first. `tells` wakes the runtime with the commit, which takes a lock
 * that all such commits of the database share: for whoever writes seldom, and not from many connections. `tokens` are what
 * came with them of their authors, and are kept whether the events are new or not.
 */
export type Arrival = {
  source: InboxSource;
  outageId?: string | null;
  tells?: boolean;
  tokens?: readonly SealedEventToken[];
};

/** What must stay in order: a bot's dialog, a portal's record, a hook's group. */
export function laneOf(event: { botId: string; dialog: { id: string } } | InboxBody): string {
  if ("dialog" in event) return `${event.botId}:${event.dialog.id}`;
  switch (event.kind) {
    case "portal.changed":
    case "record.changed":
      return `${event.portalId}:${event.subject}`;
    case "hook.received":
      return `${event.hookId}:${event.subject}`;
    case "event.unreadable":
      return `${event.portalId}:unreadable`;
  }
}

const keptRows = fixedRows<KeyedEvent>()("kept", {
  id: ["uuid", () => newId()],
  dedupe_key: ["text", ({ dedupeKey }) => dedupeKey],
  portal_id: ["uuid", ({ event }) => event.portalId],
  bot_id: ["uuid", ({ event }) => event.botId],
  lane: ["text", ({ event }) => laneOf(event)],
  kind: ["text", ({ event }) => event.kind],
  body: ["jsonb", ({ event }) => JSON.stringify(event)],
});

type KeepValues = ReturnType<typeof keptRows.values> & { source: InboxSource; outageId: string | null };

const insertKept = (given: Given<KeepValues>) => sql`
  insert into inbox_event (id, dedupe_key, portal_id, bot_id, lane, kind, body, source, outage_id)
  select id, dedupe_key, portal_id, bot_id, lane, kind, body, ${given.source}, ${given.outageId}::uuid
  from ${keptRows.from(given)}
  order by place
  on conflict (dedupe_key) do nothing
  returning dedupe_key`;

type KeptRow = { dedupe_key: string | null };
const TOLD = sql`select dedupe_key from (select pg_notify('botdeck_inbox', '')) as notice left join added on true`;

const keepStatement = fixedStatement<KeepValues, KeptRow>(insertKept);
const keepAndTellStatement = fixedStatement<KeepValues, KeptRow>(
  (given) => sql`with added as (${insertKept(given)}) ${TOLD}`,
);

/** Most batches bring no token, and their statement is spared it. */
type KeepWithTokens = KeepValues & TokenValues;
const keepWithTokensStatement = fixedStatement<KeepWithTokens, KeptRow>(
  (given) => sql`with tokened as (${insertTokens(given)}) ${insertKept(given)}`,
);
const keepWithTokensAndTellStatement = fixedStatement<KeepWithTokens, KeptRow>(
  (given) => sql`with tokened as (${insertTokens(given)}), added as (${insertKept(given)}) ${TOLD}`,
);

/**
 * Puts events into the inbox, each once however often it is delivered, in one statement. The caller answers 200 only
 * after this returned: then they are on disk.
 *
 * @returns The keys that were new, in no order.
 */
export async function keepEvents(
  db: Database,
  events: readonly KeyedEvent[],
  { source, outageId = null, tells = false, tokens = [] }: Arrival,
): Promise<string[]> {
  if (events.length === 0) return [];
  const values = { ...keptRows.values(events), source, outageId };
  const added =
    tokens.length === 0
      ? await (tells ? keepAndTellStatement : keepStatement)(db, values)
      : await (tells ? keepWithTokensAndTellStatement : keepWithTokensStatement)(db, {
          ...values,
          ...tokenValues(tokens),
        });
  return added.flatMap((row) => row.dedupe_key ?? []);
}

/** Wakes the runtime; call it after the commit. A lost wake-up costs one poll, never an event. */
export async function wakeRuntime(db: Database): Promise<void> {
  await announce(db, "botdeck_inbox", null);
}
