import { redact, redactText } from "@botdeck/core";
import type { DeadLetter, LetterCause, OpenedLetter, ReplayObstacle, ReplayPlan, ReplayWarning } from "@botdeck/db";

const OBSTACLE: Record<ReplayObstacle, string> = {
  settled: "it is no dead letter any more",
  payload_purged: "its payload was removed by its age",
  portal_removed: "its portal is not connected any more",
  bot_removed: "its bot was removed from the portal",
};

const WARNING: Record<ReplayWarning, string> = {
  may_happen_twice: "MAY HAPPEN A SECOND TIME: nobody can tell whether it was done",
  later_went_by: "what came later in the dialog has gone its way",
  portal_needs_authorization: "waits until the portal's authorisation is renewed, and holds its dialog meanwhile",
  operator_leads: "an operator leads the conversation: a word of the bot is cancelled",
  workflow_ended: "the workflow it speaks to has ended",
};

/** One letter in one line. */
export function letterLine({ id, what, kind, attempts, reason, settledAt, portalDomain }: DeadLetter): string {
  const where = portalDomain ?? "a portal that is gone";
  return `${settledAt.toISOString()}  ${id}  ${what} ${kind} of ${where}, ${attempts} ${attempts === 1 ? "try" : "tries"}: ${redactText(reason ?? "")}`;
}

/** `37 × ACCESS_DENIED (chat.send of portal.example, cause 0a1b…)`. */
export function causeLine({ count, cause, kind, portalDomain, causeId }: LetterCause): string {
  return `${count} × ${redactText(cause) || "no reason given"} (${kind} of ${portalDomain ?? "a portal that is gone"}, cause ${causeId})`;
}

/** What a replay of one letter would do, in one line. */
export function planLine({ id, what, kind, obstacles, warnings, laterCount, behindCount }: ReplayPlan): string {
  if (obstacles.length > 0) return `${id}  stays: ${obstacles.map((code) => OBSTACLE[code]).join("; ")}`;
  const notes = warnings.map((code) => (code === "later_went_by" ? `${laterCount} × ${WARNING[code]}` : WARNING[code]));
  if (behindCount > 0) notes.push(`${behindCount} in its lane run after it`);
  return `${id}  ${what} ${kind} runs again${notes.length > 0 ? `; ${notes.join("; ")}` : ""}`;
}

/** One letter whole, without secrets. */
export function letterText({ payload, chain, lane, acts, ...letter }: OpenedLetter): string {
  const effects = chain.effects.map(({ key, kind, status, attempts, lastError }) =>
    [
      `  ${kind} ${key}: ${status}${lastError === null ? "" : `, ${redactText(lastError)}`}`,
      ...attempts.map((each) => `    ${each.startedAt.toISOString()} ${each.outcome} ${redactText(each.detail ?? "")}`),
    ].join("\n"),
  );
  const event = chain.event;
  return [
    letterLine(letter),
    `payload: ${payload === null ? "removed by its age" : JSON.stringify(redact(payload), null, 2)}`,
    event === null
      ? "event: none, or not kept any more"
      : `event: ${event.kind} ${event.id}: ${event.status}, came ${event.receivedAt.toISOString()} by ${event.source}`,
    chain.conversation === null
      ? "conversation: none"
      : `conversation: ${chain.conversation.id}, led by ${chain.conversation.owner}`,
    ...chain.workflows.map(({ id, state, step, outcome }) => `workflow: ${id}: ${state} ${outcome ?? step ?? ""}`),
    `effects: ${effects.length}`,
    ...effects,
    `behind it in its lane: ${lane.count}`,
    ...acts.map(
      ({ at, actorName, action, detail }) =>
        `${at.toISOString()} ${action} by ${actorName} ${String(detail["reason"] ?? "")}`,
    ),
  ].join("\n");
}
