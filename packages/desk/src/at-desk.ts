import { announce, type DatabaseHandle, type DeskTopic, type Transaction, wakeDeliverer } from "@botdeck/db";

/**
 * Does something to a conversation in one short transaction; after its commit whoever watches is told, and the deliverer
 * carries what was put.
 *
 * @param topics Pages of the console beside conversations that show what was changed.
 */
export async function atDesk<Result>(
  db: DatabaseHandle["db"],
  conversationId: string,
  work: (tx: Transaction) => Promise<Result>,
  topics: readonly DeskTopic[] = [],
): Promise<Result> {
  const result = await db.transaction(work);
  await Promise.all([
    announce(db, "botdeck_live", [conversationId]),
    wakeDeliverer(db),
    topics.length > 0 && announce(db, "botdeck_desk", [...topics]),
  ]);
  return result;
}
