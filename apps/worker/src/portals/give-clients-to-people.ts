import type { Effect, Owner } from "@botdeck/core";
import {
  announce,
  type Bot,
  cancelWordsOfBot,
  type Conversation,
  type DatabaseHandle,
  laneOf,
  lockConversationById,
  putEffects,
  saveConversation,
  talksOfBot,
  type Transaction,
  wakeDeliverer,
} from "@botdeck/db";
import { changedHands } from "@botdeck/desk";
import { DialogState, INITIAL_STATE } from "@botdeck/dialog";

/** A client who wrote within these hours may still wait for an answer. */
const TALKING_HOURS = 24;
const AT_ONCE = 100;

/**
 * Gives the clients who wait for a bot to the queues of their lines, since it is switched off: what it had to say to them and has not yet is
 * cancelled, and workflows that led are told to stop. Who wants nothing of it goes there with their next word. Doing it again is harmless.
 */
export async function giveClientsToPeople(
  db: DatabaseHandle["db"],
  { id: botId, portalId }: Pick<Bot, "id" | "portalId">,
): Promise<void> {
  for (;;) {
    const ids = await talksOfBot(db, { portalId, botId, withinHours: TALKING_HOURS, limit: AT_ONCE });
    for (const id of ids) await db.transaction((tx) => giveToPeople(tx, id));
    if (ids.length === 0) break;
    await Promise.all([announce(db, "botdeck_live", ids), wakeDeliverer(db)]);
  }
  // Those of clients who wait for people already.
  await cancelWordsOfBot(db, { portalId, botId });
}

/** The same for one client, if the bot has them. */
export async function giveToPeople(tx: Transaction, conversationId: string): Promise<void> {
  const conversation = await lockConversationById(tx, conversationId);
  const { portalId, botId, chatId, dialogId, lineId } = conversation;
  // Somebody has taken them meanwhile.
  if (conversation.owner !== "bot" || chatId === null) return;
  await cancelWordsOfBot(tx, { portalId, botId, conversationId });
  const owner: Owner = `queue:${lineId ?? "line"}`;
  const { state, effects } = changedHands(stateOf(conversation), "bot", owner);
  await saveConversation(tx, conversation, { owner, state });
  const handOver: Effect = { kind: "chat.hand_over", dialogId, chatId };
  const lane = laneOf({ botId, dialog: { id: dialogId } });
  const key = `switched-off:${conversationId}:${conversation.ownerVersion}`;
  const of = { portalId, botId, conversationId, lane };
  await putEffects(
    tx,
    [handOver, ...effects].map((effect, index) => ({ ...of, key: `${key}:${index}`, effect })),
  );
}

/** One that this release cannot read is begun anew: that must not keep people from a client. */
const stateOf = ({ state }: Conversation): DialogState => DialogState.safeParse(state).data ?? INITIAL_STATE;
