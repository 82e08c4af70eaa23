import type { HookPost } from "@botdeck/core";
import { type ClaimedEvent, holdEvent, type OutboxEffect } from "@botdeck/db";

import type { RuntimeDeps } from "../runtime/deps.ts";

/**
 * Another system posted something.
 *
 * @throws AppError `conflict` when the event is another run's by now.
 */
export async function handleHookPost(
  row: ClaimedEvent,
  _post: HookPost,
  { db }: Pick<RuntimeDeps, "db">,
): Promise<{ conversationId: null; effects: OutboxEffect[] }> {
  await db.transaction((tx) => holdEvent(tx, row, "ignored"));
  return { conversationId: null, effects: [] };
}
