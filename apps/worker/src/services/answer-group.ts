import { escalationId } from "@botdeck/contracts";
import {
  answerAlert,
  type AlertAnswer,
  type AlertAnswered,
  type Answering,
  changeAlertGroup,
  type DatabaseHandle,
  putEffects,
  wakeDeliverer,
} from "@botdeck/db";

import { escalationToStart } from "../notifications/alerts/escalation-effects.ts";

/**
 * Answers a group of alerts. One that waits for its cause to recover has no escalation: from its first answer on it is told, and
 * somebody has to see it through.
 */
export async function answerGroup(
  db: DatabaseHandle["db"],
  who: Answering,
  answer: AlertAnswer,
): Promise<AlertAnswered> {
  return await db.transaction(async (tx) => {
    const answered = await answerAlert(tx, who, answer);
    if (answered.kind !== "done" || !answered.isNew || answered.group.workflowId !== null) return answered;
    const { group } = answered;
    const workflowId = escalationId({ portalId: group.portalId, groupId: group.id, episode: group.episode });
    await changeAlertGroup(tx, group.id, { workflowId });
    await putEffects(tx, [escalationToStart(group, 0)]);
    await wakeDeliverer(tx);
    return { ...answered, group: { ...group, workflowId } };
  });
}
