import { type EscalationInput, escalationId, type EscalationNews } from "@botdeck/contracts";
import { ESCALATION, ESCALATION_NEWS_SIGNAL } from "@botdeck/contracts/names";
import type { AlertGroup, NewEffect } from "@botdeck/db";

type About = Pick<AlertGroup, "id" | "portalId" | "botId" | "episode">;

/** The escalation of a group's episode, which pages after `delayMs` if it still fires. */
export function escalationToStart({ id: groupId, portalId, botId, episode }: About, delayMs: number): NewEffect {
  const workflowId = escalationId({ portalId, groupId, episode });
  const input: EscalationInput = { portalId, botId, groupId, episode, delayMs };
  const effect = { kind: "workflow.start" as const, workflow: ESCALATION, workflowId, input };
  return { key: `${workflowId}:start`, portalId, botId, conversationId: null, lane: workflowId, effect };
}

/** Tells the escalation what its source posted. It is resolved once, and of each severity it gets worse once. */
export function newsToTell(
  { id: groupId, portalId, botId, episode, severity }: About & Pick<AlertGroup, "severity">,
  payload: EscalationNews & { kind: "resolved" | "worse" | "unsure" },
): NewEffect {
  const workflowId = escalationId({ portalId, groupId, episode });
  const effect = { kind: "workflow.signal" as const, workflowId, signal: ESCALATION_NEWS_SIGNAL, payload };
  const which = { resolved: "resolved", worse: `worse:${severity}`, unsure: `unsure:${payload.id}` }[payload.kind];
  return { key: `${workflowId}:${which}`, portalId, botId, conversationId: null, lane: workflowId, effect };
}
