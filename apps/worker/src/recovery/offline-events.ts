import { createHash } from "node:crypto";

import {
  type B24Client,
  type CallOptions,
  confirmOffline,
  type OfflineEvent,
  parseOfflineEvent,
  reserveOffline,
  toKeyedPortalChange,
} from "@botdeck/b24-client";
import { type KeyedEvent, messageOf } from "@botdeck/core";

import type { Keep } from "./keep-found.ts";

/**
 * Moves a portal's queue of changes into the inbox, page by page. A page leaves the portal's queue only after it was kept,
 * so a crash in between brings it again, and the inbox knows it.
 */
export async function drainOfflineEvents(
  { client, portalId, calls }: { client: B24Client; portalId: string; calls: CallOptions },
  keep: Keep,
): Promise<number> {
  let kept = 0;
  for (;;) {
    const page = await reserveOffline(client, calls);
    if (page === null) return kept;
    kept += await keep(page.events.flatMap((row) => readRow(row, portalId)));
    await confirmOffline(client, page.processId, calls);
    if (!page.mayBeMore) return kept;
  }
}

/** What cannot be read becomes a dead letter of its own, and does not hold up the rest. */
function readRow(row: OfflineEvent, portalId: string): KeyedEvent[] {
  const arrivedAt = new Date();
  try {
    const parsed = parseOfflineEvent(row, arrivedAt);
    const keyed = parsed === null ? null : toKeyedPortalChange(parsed, portalId);
    return keyed === null ? [] : [keyed];
  } catch (error) {
    const { EVENT_NAME: event, EVENT_DATA: data, TIMESTAMP_X: at } = row;
    const digest = createHash("sha256")
      .update(JSON.stringify([portalId, event, data, at]))
      .digest("hex");
    const problem = messageOf(error);
    const occurredAt = arrivedAt.toISOString();
    const unreadable = { kind: "event.unreadable", portalId, botId: null, event, data, problem, occurredAt } as const;
    return [{ dedupeKey: digest, event: unreadable }];
  }
}
