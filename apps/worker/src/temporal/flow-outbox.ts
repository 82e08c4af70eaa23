import type { FlowOrigin } from "@botdeck/contracts";
import { AppError, type Button, type Card, type Dialog, type Effect } from "@botdeck/core";
import {
  addMessages,
  changeMessage,
  type Conversation,
  type Database,
  ensureConversation,
  laneOf,
  lockConversationById,
  type NewMessage,
  putEffects,
  saveConversation,
  type Transaction,
} from "@botdeck/db";

import { toPostableEffects } from "../runtime/postable-effects.ts";

/** Something for the client, or with `forOperators` only for those who see the chat from inside. */
export type Word = { key: string; text: string; buttons?: readonly (readonly string[])[]; forOperators?: boolean };

/**
 * Puts an effect into the outbox.
 *
 * @param lane What it must stay in order with; the dialog unless told.
 * @returns False when an earlier run of the same activity has left it already.
 */
export async function leaveEffect(
  tx: Transaction,
  origin: Pick<FlowOrigin, "portalId" | "botId" | "conversationId" | "dialog">,
  { key, effect, lane = laneOf(origin) }: { key: string; effect: Effect; lane?: string },
): Promise<boolean> {
  const { portalId, botId, conversationId } = origin;
  const added = await putEffects(tx, [{ key, portalId, botId, conversationId, lane, effect }]);
  return added.length > 0;
}

/** Says something in the conversation, which has to be locked: as effects, and as messages of it. */
export async function speak(
  tx: Transaction,
  origin: FlowOrigin,
  conversation: Conversation,
  { key, text, buttons = [], forOperators = false }: Word,
): Promise<void> {
  const rows = buttons.map((row) => row.map((label) => ({ kind: "say" as const, text: label })));
  const word: Effect = {
    kind: "chat.send",
    dialogId: origin.dialog.id,
    text,
    ...(rows.length > 0 && { buttons: rows }),
    ...(forOperators && { forOperators }),
  };
  const author = forOperators ? ("system" as const) : ("bot" as const);
  const messages: NewMessage[] = [];
  for (const [index, part] of toPostableEffects(word).entries()) {
    if (part.kind !== "chat.send") continue;
    const partKey = index === 0 ? key : `${key}:${index + 1}`;
    // The person may have answered since: the conversation's head is theirs.
    if (!(await leaveEffect(tx, origin, { key: partKey, effect: part }))) return;
    const said = { author, authorName: origin.botName, text: part.text, sourceKey: partKey };
    messages.push({ ...said, buttons: part.buttons ?? null });
  }
  await Promise.all([
    addMessages(tx, conversation.id, messages),
    saveConversation(tx, conversation, { lastMessage: { text, by: author } }),
  ]);
}

/** A message to somebody else than the flow's own conversation is with, such as who has to decide. */
export type Post = {
  key: string;
  /** A private dialog is named by its person's id. */
  to: { dialog: Dialog; person: { id: string; name: string } };
  language: string;
  text: string;
  buttons?: Button[][];
  card?: Card;
  /** Who is told it in private when the bot is not in that chat any more. */
  orTo?: { id: string; name: string };
};

/** Writes to another dialog of the bot, in its order there, and keeps the message in that conversation. @returns Its id. */
export async function post(
  tx: Transaction,
  { portalId, botId, botName }: Pick<FlowOrigin, "portalId" | "botId" | "botName">,
  { key, to, language, ...shown }: Post,
): Promise<string> {
  const conversation = await ensureConversation(tx, { portalId, botId, ...to, language });
  const there = { portalId, botId, conversationId: conversation.id, dialog: to.dialog };
  const effect: Effect = { kind: "chat.send", dialogId: to.dialog.id, ...shown };
  if (!(await leaveEffect(tx, there, { key, effect }))) return conversation.id;
  const { text, buttons = null, card = null } = shown;
  await addMessages(tx, conversation.id, [{ author: "bot", authorName: botName, text, buttons, card, sourceKey: key }]);
  await saveConversation(tx, conversation, { lastMessage: { text, by: "bot" } });
  return conversation.id;
}

/** Makes another message of one that was posted. @param change.of Its key. */
export async function repost(
  tx: Transaction,
  origin: FlowOrigin,
  change: { key: string; of: string; dialogId: string; text: string; buttons?: Button[][]; card?: Card },
): Promise<void> {
  const { key, of, dialogId, text, buttons, card } = change;
  const effect: Effect = {
    kind: "chat.edit",
    key: of,
    dialogId,
    text,
    ...(buttons !== undefined && { buttons }),
    ...(card !== undefined && { card }),
  };
  const lane = laneOf({ botId: origin.botId, dialog: { id: dialogId } });
  if (!(await leaveEffect(tx, origin, { key, effect, lane }))) return;
  const { portalId, botId } = origin;
  const within = { portalId, botId, dialogId };
  await changeMessage(tx, of, { text, buttons, card }, within);
}

/** Does something with the flow's conversation locked; null when it was erased meanwhile, so that nobody is left to speak to. */
export async function withConversation<Result>(
  db: Database,
  { conversationId }: FlowOrigin,
  work: (tx: Transaction, conversation: Conversation) => Promise<Result>,
): Promise<Result | null> {
  return await db.transaction(async (tx) => {
    const conversation = await lockConversationById(tx, conversationId).catch(erased);
    return conversation === null ? null : await work(tx, conversation);
  });
}

function erased(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}
