import type { RecordChange } from "@botdeck/core";
import { type ClaimedEvent, holdEvent, type OutboxEffect } from "@botdeck/db";

import type { RuntimeDeps } from "../runtime/deps.ts";

/**
 * A record of a portal changed: whoever the portal's rules name is told.
 *
 * @throws AppError `conflict` when the event is another run's by now.
 */
export async function handleRecordChange(
  row: ClaimedEvent,
  _change: RecordChange,
  { db }: Pick<RuntimeDeps, "db">,
): Promise<{ conversationId: null; effects: OutboxEffect[] }> {
  await db.transaction((tx) => holdEvent(tx, row, "ignored"));
  return { conversationId: null, effects: [] };
}
