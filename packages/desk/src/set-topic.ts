import { saveConversation, type Transaction } from "@botdeck/db";

import { beginAct, type DeskPerson, noteAct, refuseOthers, type Seen } from "./act.ts";

/**
 * Says what the conversation is about.
 *
 * @throws AppError `conflict` when it has changed hands since it was seen; `forbidden` as `takeOver`.
 */
export async function setTopic(
  tx: Transaction,
  by: DeskPerson,
  { topic, ...seen }: Seen & { topic: string },
): Promise<void> {
  const act = await beginAct(tx, by, seen);
  const { conversation } = act;
  refuseOthers(act);
  if (conversation.topic === topic) return;
  await saveConversation(tx, conversation, { topic });
  await noteAct(tx, act, "setTopic", { before: conversation.topic, after: topic });
}
