import type { AlertEvent, HeldGroup, ShownAlertGroup } from "@botdeck/db";

import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { maskName } from "../conversation/mask-personal-data.ts";
import type { Role } from "../roles.ts";

/** A group of alerts as a list shows it; instants are ISO texts. */
export function alertGroupView(group: ShownAlertGroup, role: Role) {
  const { id, title, severity, state, episode, firing, total, flaps, hookName, hookKind, isForgotten } = group;
  return {
    id,
    title,
    severity,
    state,
    episode,
    firing,
    total,
    flaps,
    hookName,
    hookKind,
    /** Given up: nobody is paged for it any more, and no answer would do anything. */
    isForgotten,
    acknowledgedBy: shownName(group.acknowledgedByName, role),
    silencedUntil: group.silencedUntil?.toISOString() ?? null,
    isSilencedUntilRecovery: group.isSilencedUntilRecovery,
    firstAt: group.firstAt.toISOString(),
    lastAt: group.lastAt.toISOString(),
    resolvedAt: group.resolvedAt?.toISOString() ?? null,
  };
}

/** A group whole: its alerts, its cards, and what happened to it. */
export function openedAlertGroupView(
  { group, events, hasMore }: { group: ShownAlertGroup; events: AlertEvent[]; hasMore: boolean },
  role: Role,
) {
  return {
    ...alertGroupView(group, role),
    portalId: group.portalId,
    labels: group.labels,
    alerts: group.alerts,
    cards: group.cards.length,
    hasMore,
    events: events.map(({ id, episode, kind, personId, personName, facts, at }) => ({
      id,
      episode,
      kind,
      personId,
      personName: shownName(personName, role),
      facts,
      at: at.toISOString(),
    })),
  };
}

/** A group for which nobody is paged. @param until Null until it recovers. */
export function heldGroupView({ group, hookName, byName, since }: HeldGroup, until: Date | null, role: Role) {
  const { id, title, severity, state, firing, total } = group;
  return {
    id,
    title,
    severity,
    state,
    firing,
    total,
    hookName,
    by: shownName(byName ?? group.acknowledgedByName, role),
    since: since?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
  };
}

function shownName(name: string | null, role: Role): string | null {
  return name !== null && hidesPersonalData(role) ? maskName(name) : name;
}
