import { AppError, type Effect } from "@botdeck/core";
import { cancelReplies, type Conversation, type Transaction } from "@botdeck/db";

import { beginAct, type DeskPerson, laneOfDialog, laneOfPerson, noteAct, refuseOthers, type Seen } from "./act.ts";
import { moveOwner } from "./move-owner.ts";
import { type Voice, voiceOf } from "./voice.ts";

export type Close = Seen & { reason: string | null };

/** `here`: the dialog stays open on the portal, where nobody but its operators may end it. */
export type Closed = { where: "everywhere" | "here" };

/**
 * Closes a conversation, on the portal too where that can be done from here. The client's next message opens it again.
 *
 * @throws AppError `conflict` when it has changed hands since it was seen, or is closed; `forbidden` as `takeOver`.
 */
export async function close(tx: Transaction, by: DeskPerson, { reason, ...seen }: Close): Promise<Closed> {
  const act = await beginAct(tx, by, seen);
  const { conversation } = act;
  if (conversation.owner === "closed") throw new AppError("conflict", "The conversation is closed already.");
  refuseOthers(act);
  const voice = voiceOf(act);
  const effects = effectsOf(conversation, voice);
  const lane = voice.kind === "person" ? laneOfPerson(conversation, voice.personId) : laneOfDialog(conversation);
  await cancelReplies(tx, conversation.id);
  await moveOwner(tx, act, "closed", { effects, lane });
  const isOnlyHere = conversation.dialogType === "open_line" && effects.length === 0;
  const where = isOnlyHere ? "here" : "everywhere";
  await noteAct(tx, act, "close", { before: conversation.owner, after: "closed", reason, where });
  return { where };
}

function effectsOf({ dialogType, dialogId, chatId, ownerVersion }: Conversation, voice: Voice): Effect[] {
  if (dialogType !== "open_line" || chatId === null || voice.kind === "none") return [];
  const byId = voice.kind === "person" ? voice.personId : null;
  return [{ kind: "chat.finish", dialogId, chatId, byId, led: { owner: "closed", version: ownerVersion + 1 } }];
}
