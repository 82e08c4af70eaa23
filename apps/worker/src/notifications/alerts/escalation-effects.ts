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

/** Tells the escalation that nothing fires any more. */
export function recoveryToTell({ id: groupId, portalId, botId, episode }: About, newsId: string): NewEffect {
  const workflowId = escalationId({ portalId, groupId, episode });
  const payload: EscalationNews = { id: newsId, kind: "resolved" };
  const effect = { kind: "workflow.signal" as const, workflowId, signal: ESCALATION_NEWS_SIGNAL, payload };
  return { key: `${workflowId}:resolved`, portalId, botId, conversationId: null, lane: workflowId, effect };
}
