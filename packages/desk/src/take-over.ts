import { AppError } from "@botdeck/core";
import { cancelReplies, keepHold, type Transaction } from "@botdeck/db";

import { beginAct, type DeskPerson, isTheirs, noteAct, ownerBy, refuseOthers, type Seen } from "./act.ts";
import { moveOwner } from "./move-owner.ts";
import { isBotThere, refuseMute, voiceOf } from "./voice.ts";

/**
 * Takes a conversation over: whatever the bot has not said yet stays unsaid, workflows that led are stopped. Harmless for one's
 * own.
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
  refuseMute(voiceOf(act));
  const owner = ownerBy(act);
  await cancelReplies(tx, conversation.id);
  await moveOwner(tx, act, owner);
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
