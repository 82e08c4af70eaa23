import type { AlertFacts } from "@botdeck/bots";
import { escalationId } from "@botdeck/contracts";
import type { AlertEvent, AlertGroup } from "@botdeck/db";

/** Of an earlier time only the timeline is kept: the group's row tells of its last one. */
export function storyOf(group: AlertGroup, episode: number, events: readonly AlertEvent[]) {
  const { state, resolvedAt, labels, alerts } = group;
  const facts = factsOf(group);
  if (episode === group.episode) {
    return { ...facts, state, resolvedAt: resolvedAt?.toISOString() ?? null, labels, alerts };
  }
  const began = events[0]?.at.toISOString() ?? facts.firstAt;
  const ended = events.findLast(({ kind }) => kind === "resolved")?.at.toISOString() ?? null;
  const total = Math.max(0, ...events.map((event) => Number(event.facts["total"] ?? 0)));
  const over = { state: "resolved" as const, firing: 0, acknowledgedByName: null };
  return { ...facts, ...over, episode, firstAt: began, resolvedAt: ended, total, labels, alerts: [] };
}

/** A group of alerts as the notification bot knows it. */
export function factsOf(group: AlertGroup): AlertFacts {
  const { id, portalId, episode, title, severity, firing, total, firstAt, acknowledgedByName } = group;
  return {
    id,
    outcome: group.state === "resolved" ? "over" : "done",
    title,
    severity,
    firing,
    total,
    firstAt: firstAt.toISOString(),
    acknowledgedByName,
    workflowId: escalationId({ portalId, groupId: id, episode }),
    episode,
  };
}
