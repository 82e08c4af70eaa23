import { escalationId, type EscalationNews } from "@botdeck/contracts";
import { ESCALATION_NEWS_SIGNAL } from "@botdeck/contracts/names";
import { AppError } from "@botdeck/core";
import {
  type Actor,
  type AlertAnswer,
  answerAlert,
  type AlertGroup,
  noteActs,
  portalLoginOf,
  putEffects,
  readAlertGroup,
  type Transaction,
} from "@botdeck/db";

/** Which group somebody answers, by which press: the same press again changes nothing. */
export type AlertPress = { groupId: string; pressId: string };

/**
 * `taken`: somebody acknowledged it earlier · `over`: it has recovered · `forgotten`: its escalation gave it up. `byName` is who has
 * it by now.
 */
export type AlertPressed = { outcome: "done" | "taken" | "over" | "forgotten"; byName: string | null };

/**
 * Answers a group of alerts from the console, with all that follows a press in the chat: the row says who it was, its cards are edited, and
 * the escalation hears of it, which tells the source.
 *
 * @param action As the audit log calls it.
 * @throws AppError `not_found` when the group is gone.
 */
export async function answerAlertGroup(
  tx: Transaction,
  actor: Actor,
  { groupId, pressId }: AlertPress,
  answer: AlertAnswer,
  action: string,
): Promise<AlertPressed> {
  const seen = await readAlertGroup(tx, { id: groupId });
  if (seen === null) throw gone();
  const { portalId } = seen;
  const who = await personOf(tx, actor, portalId);
  const eventId = `desk:${pressId}`;
  const answered = await answerAlert(tx, { portalId, groupId, ...who, eventId }, answer);
  if (answered.kind === "gone") throw gone();
  const { kind: outcome, group } = answered;
  if (outcome === "done" && answered.isNew) {
    await putEffects(tx, [newsToTell(group, who, eventId, answer)]);
    const until = answer.kind === "silenced" && { until: answer.until?.toISOString() ?? null };
    const detail = { portalId, before: seen.state, after: group.state, ...until };
    await noteActs(tx, actor, [{ action, subjectId: groupId, detail }]);
  }
  return { outcome, byName: group.acknowledgedByName };
}

/** Who somebody at the console is on a portal; by their name of the console as long as they have not proven it. */
export async function personOf(
  tx: Transaction,
  actor: Actor,
  portalId: string,
): Promise<{ personId: string; personName: string }> {
  const login = await portalLoginOf(tx, { userId: actor.id, portalId });
  return login === null
    ? { personId: `desk:${actor.id}`, personName: actor.name }
    : { personId: login.personId, personName: login.personName };
}

function newsToTell(
  { id: groupId, portalId, botId, episode }: AlertGroup,
  { personId: by, personName: byName }: { personId: string; personName: string },
  id: string,
  answer: AlertAnswer,
) {
  const workflowId = escalationId({ portalId, groupId, episode });
  const who = { id, by, byName };
  const payload: EscalationNews =
    answer.kind === "silenced"
      ? { ...who, kind: "silenced", until: answer.until?.toISOString() ?? null }
      : { ...who, kind: answer.kind === "escalated" ? "escalate" : "acknowledged" };
  const effect = { kind: "workflow.signal" as const, workflowId, signal: ESCALATION_NEWS_SIGNAL, payload };
  return { key: `${workflowId}:${id}`, portalId, botId, conversationId: null, lane: workflowId, effect };
}

const gone = () => new AppError("not_found", "This group of alerts is not there, or no longer.");
