import { AppError, type Effect, type Owner } from "@botdeck/core";
import { cancelReplies, type Conversation, type Transaction } from "@botdeck/db";

import { beginAct, type DeskPerson, laneOfDialog, laneOfPerson, noteAct, refuseOthers, type Seen } from "./act.ts";
import { moveOwner } from "./move-owner.ts";
import { type Voice, voiceOf } from "./voice.ts";

/** To whom: the queue of the line that the client came by, that of another line, or one operator of the portal. */
export type PassTarget = { kind: "queue" } | { kind: "line"; id: string } | { kind: "person"; id: string };

export type PassOn = Seen & { to: PassTarget; reason: string | null };

/**
 * Gives the client to operators on the portal.
 *
 * @throws AppError `invalid` where there are no operators, `conflict` when it has changed hands since it was seen or people
 *   have it on the portal and nobody knows who of them this person is; `forbidden` as `takeOver`.
 */
export async function passOn(tx: Transaction, by: DeskPerson, { to, reason, ...seen }: PassOn): Promise<void> {
  const act = await beginAct(tx, by, seen);
  const { conversation } = act;
  if (conversation.dialogType !== "open_line" || conversation.chatId === null) {
    throw new AppError("invalid", "Only a client of an open line can be given to operators.");
  }
  if (conversation.owner === "closed") throw new AppError("conflict", "The conversation is closed.");
  refuseOthers(act);
  const voice = voiceOf(act);
  const lane = voice.kind === "person" ? laneOfPerson(conversation, voice.personId) : laneOfDialog(conversation);
  const owner: Owner = `queue:${to.kind === "line" ? to.id : (conversation.lineId ?? "line")}`;
  // As it will be: the queue that it is in already is no other hands.
  const led = { owner, version: conversation.ownerVersion + (owner === conversation.owner ? 0 : 1) };
  const effect = effectOf(conversation, conversation.chatId, voice, { to, led });
  await cancelReplies(tx, conversation.id);
  const stop: Owner = to.kind === "person" ? `operator:${to.id}` : owner;
  await moveOwner(tx, act, owner, { effects: [effect], lane, stop });
  await noteAct(tx, act, "passOn", { before: conversation.owner, after: stop, reason });
}

type Pass = { to: PassTarget; led: { owner: Owner; version: number } };

function effectOf({ dialogId, lineId }: Conversation, chatId: string, voice: Voice, { to, led }: Pass): Effect {
  if (voice.kind === "none") {
    throw new AppError(
      "conflict",
      "People have this dialog on the portal, and nobody knows who you are there. Link your Bitrix24 account in your profile to pass it on from here, or do it there.",
    );
  }
  if (voice.kind === "bot") {
    return to.kind === "queue"
      ? { kind: "chat.hand_over", dialogId, chatId }
      : { kind: "chat.transfer", dialogId, chatId, to, led };
  }
  // An operator gives a dialog to a queue by its line alone.
  const target = to.kind === "queue" ? (lineId === null ? null : { kind: "line" as const, id: lineId }) : to;
  if (target === null) throw new AppError("invalid", "Nobody knows which line this client came by: choose one.");
  return { kind: "chat.transfer", dialogId, chatId, to: target, byId: voice.personId, led };
}
