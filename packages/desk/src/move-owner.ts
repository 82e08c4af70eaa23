import { AppError, type Effect, type Owner } from "@botdeck/core";
import {
  cancelWordsOfOthers,
  type Conversation,
  type ConversationChange,
  type HandoffMove,
  noteHandoff,
  openHandoff,
  readHandoff,
  saveConversation,
  type Transaction,
} from "@botdeck/db";
import { DialogState } from "@botdeck/dialog";

import { type Act, ownersOf, putOfAct } from "./act.ts";
import { changedHands } from "./changed-hands.ts";

/** Why people have a client whom no bot has given them; in the words of `outcome.cause`. */
const OPERATOR_CAME = "operator_came";

type Moved = Pick<ConversationChange, "lastMessage"> & {
  /** Leave with it, before the news for workflows. */
  effects?: readonly Effect[];
  lane?: string;
  /** To whom it went, where that is more than the owner says: one person of a queue. */
  stop?: Owner;
};

/** Gives the conversation into other hands, with all that follows: state, version, hand-over, news for workflows. */
export async function moveOwner(
  tx: Transaction,
  act: Act,
  to: Owner,
  { effects = [], lane, stop = to, lastMessage }: Moved = {},
): Promise<void> {
  const { conversation } = act;
  const before = stateOf(conversation);
  const hands = changedHands(before, conversation.owner, to);
  await saveConversation(tx, conversation, { owner: to, state: hands.state, ...(lastMessage && { lastMessage }) });
  await cancelWordsOfOthers(tx, conversation.id, ownersOf(act));
  await putOfAct(tx, act, effects, lane === undefined ? {} : { lane });
  await putOfAct(tx, act, hands.effects, { key: `desk:${act.id}:news` });
  await moveHandOver(tx, conversation, before, { to, stop });
}

async function moveHandOver(
  tx: Transaction,
  conversation: Conversation,
  { visit }: DialogState,
  { to, stop }: { to: Owner; stop: Owner },
): Promise<void> {
  const at = new Date();
  const { id: conversationId, portalId, botId, topic } = conversation;
  const open = await readHandoff(tx, { conversationId });
  if (open !== null) {
    // In a savepoint: whatever has ended it in this very moment must not undo what is done with it.
    await tx.transaction((inner) => noteHandoff(inner, { id: open.id }, moveTo(to, stop, at))).catch(ignoreMoved);
    return;
  }
  if (!to.startsWith("queue:")) return;
  const whose = { portalId, botId, conversationId, workflowId: null, visitId: visit?.id ?? null };
  await openHandoff(tx, { ...whose, topic, cause: OPERATOR_CAME, note: {}, requestedAt: at, to: stop });
}

function moveTo(to: Owner, stop: Owner, at: Date): HandoffMove {
  if (to.startsWith("operator:")) return { kind: "taken", at, by: to.slice("operator:".length) };
  if (to.startsWith("queue:")) return { kind: "queued", at, to: stop };
  return { kind: "ended", at, as: to === "closed" ? "closed" : "back_to_bot" };
}

function ignoreMoved(error: unknown): void {
  if (error instanceof AppError && (error.code === "conflict" || error.code === "not_found")) return;
  throw error;
}

/** One that this release cannot read is begun anew: that must not keep people from a client. */
const stateOf = ({ state }: Conversation): DialogState => DialogState.safeParse(state).data ?? DialogState.parse({});
