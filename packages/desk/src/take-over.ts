import { AppError, type Effect, type Owner } from "@botdeck/core";
import { cancelReplies, keepHold, listAudit, type Transaction } from "@botdeck/db";

import {
  type Act,
  beginAct,
  type DeskPerson,
  isTheirs,
  laneOfPerson,
  noteAct,
  ownerBy,
  refuseOthers,
  type Seen,
} from "./act.ts";
import { moveOwner } from "./move-owner.ts";
import { isBotThere, refuseMute, type Voice, voiceOf } from "./voice.ts";

/**
 * Takes a conversation over: whatever the bot has not said yet stays unsaid, workflows that led are stopped. One that is over on the
 * portal, where the bot is not in it any more, begins anew there. Harmless for one's own.
 *
 * @throws AppError `conflict` when it has changed hands since it was seen or no words of theirs get to the client, `forbidden` when another operator leads it and this
 *   person is no lead, `invalid` for a group, which is nobody's.
 */
export async function takeOver(tx: Transaction, by: DeskPerson, seen: Seen): Promise<void> {
  const act = await beginAct(tx, by, seen);
  const { conversation, hold } = act;
  if (conversation.dialogType === "group") throw new AppError("invalid", "A group chat cannot be taken over.");
  if (isTheirs(act)) return;
  refuseOthers(act);
  // Nobody would answer, and whoever watches over the wait for a person would believe that somebody does.
  const voice = voiceOf(act);
  refuseMute(voice);
  const owner = ownerBy(act);
  await cancelReplies(tx, conversation.id);
  await moveOwner(tx, act, owner, await reopening(tx, act, voice, owner));
  await keepHold(tx, {
    conversationId: conversation.id,
    ownerVersion: conversation.ownerVersion + 1,
    userId: by.actor.id,
    userName: act.login?.name ?? by.name,
    isBotThere: isBotThere(conversation, hold),
    takenAt: new Date(),
  });
  await noteAct(tx, act, "takeOver", { before: conversation.owner, after: owner });
}

/** What begins a closed dialog of an open line anew for who writes there themselves; nothing where it runs, or where the bot carries words. */
async function reopening(
  tx: Transaction,
  { conversation }: Act,
  voice: Voice,
  owner: Owner,
): Promise<{ effects: readonly Effect[]; lane: string } | undefined> {
  const { dialogId, chatId, ownerVersion } = conversation;
  if (conversation.owner !== "closed" || voice.kind !== "person" || chatId === null) return undefined;
  if (await isClosedHereAlone(tx, conversation.id)) return undefined;
  const { personId: byId } = voice;
  const led = { owner, version: ownerVersion + 1 };
  return { effects: [{ kind: "chat.reopen", dialogId, chatId, byId, led }], lane: laneOfPerson(conversation, byId) };
}

/** True where whoever closed it last could not end it on the portal: their words find the session that runs there. */
async function isClosedHereAlone(tx: Transaction, conversationId: string): Promise<boolean> {
  const which = { action: "conversation.close", subjectId: conversationId };
  const { rows } = await listAudit(tx, which, { after: null, limit: 1 });
  return rows[0]?.detail["where"] === "here";
}
