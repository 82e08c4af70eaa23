import {
  type B24Client,
  type CallOptions,
  listAll,
  type ParsedPortalEvent,
  toKeyedPortalChange,
} from "@botdeck/b24-client";
import type { KeyedEvent } from "@botdeck/core";

import type { Keep } from "./keep-found.ts";
import type { Window } from "./missed-events-of.ts";
import type { PortalView } from "./place.ts";
import { type PortalRecord, RECORD_FACTS } from "./portal-changes.ts";

/** Records are kept in groups of this size, so that a crash repeats little. */
const AT_ONCE = 200;

type Dated = { id: string; createdAt: string | null; changedAt: string | null };

/**
 * Finds the records of one kind that were added or changed since the outage began: the only way where a portal queues no
 * events for us, as with an inbound webhook. What was deleted meanwhile leaves no trace in a list.
 *
 * @param options.tellsBoth Tells of a record that was added and then changed as both, for whoever looks again and again: by the next
 *   look it would be known as added.
 */
export async function findChangedRecords(
  {
    client,
    portal,
    window,
    calls,
  }: Pick<PortalView, "client" | "portal" | "calls"> & { window: Pick<Window, "from" | "now"> },
  record: PortalRecord,
  keep: Keep,
  { tellsBoth = false } = {},
): Promise<void> {
  const rows =
    record === "task" ? changedTasks(client, window.from, calls) : changedItems(client, record, window.from, calls);
  let batch: KeyedEvent[] = [];
  for await (const row of rows) {
    for (const since of tellsBoth && isChangedLater(row) ? [window.from, null] : [window.from]) {
      const keyed = toKeyedPortalChange(toChange(record, row, since, window.now), portal.id);
      if (keyed !== null) batch.push(keyed);
    }
    if (batch.length < AT_ONCE) continue;
    await keep(batch);
    batch = [];
  }
  await keep(batch);
}

async function* changedItems(
  client: B24Client,
  record: PortalRecord,
  since: Date,
  calls: CallOptions,
): AsyncGenerator<Dated> {
  const { crm } = RECORD_FACTS[record];
  const filter = { ">=updatedTime": since.toISOString() };
  const select = ["id", "createdTime", "updatedTime"];
  const params = { entityTypeId: crm?.entityTypeId ?? 0, filter, select };
  for await (const row of listAll(client, "crm.item.list", params, calls)) {
    const { id, createdTime, updatedTime } = row as Record<string, unknown>; // safe: a row has fields
    yield { id: String(id), createdAt: textOf(createdTime), changedAt: textOf(updatedTime) };
  }
}

/** Bitrix24 docs: tasks.task.list, filter CHANGED_DATE. */
async function* changedTasks(client: B24Client, since: Date, calls: CallOptions): AsyncGenerator<Dated> {
  const filter = { ">=CHANGED_DATE": since.toISOString() };
  const select = ["ID", "CREATED_DATE", "CHANGED_DATE"];
  for await (const row of listAll(client, "tasks.task.list", { filter, select }, calls)) {
    const { id, createdDate, changedDate } = row as Record<string, unknown>; // safe: a row has fields
    yield { id: String(id), createdAt: textOf(createdDate), changedAt: textOf(changedDate) };
  }
}

/** @param from What was made since then was added; null takes it for changed. */
function toChange(
  record: PortalRecord,
  { id, createdAt, changedAt }: Dated,
  from: Date | null,
  now: Date,
): ParsedPortalEvent {
  const created = createdAt === null ? null : new Date(createdAt);
  const change = from !== null && created !== null && created >= from ? "added" : "updated";
  const { crm } = RECORD_FACTS[record];
  const at = change === "added" ? created : changedAt === null ? null : new Date(changedAt);
  return {
    event:
      crm === null
        ? { kind: "task.changed", change, id }
        : { kind: "crm.changed", record: crm.record, change, id, entityTypeId: null },
    occurredAt: (at ?? now).toISOString(),
    userId: null,
  };
}

const isChangedLater = ({ createdAt, changedAt }: Dated): boolean =>
  createdAt !== null && changedAt !== null && Date.parse(changedAt) > Date.parse(createdAt);

function textOf(value: unknown): string | null {
  return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : null;
}
