import { courseOfDoubt } from "@botdeck/core";
import type { Doubt, GatewayBeat, IntakeHour, PortalQueue, WaitingHead } from "@botdeck/db";

import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { maskName } from "../conversation/mask-personal-data.ts";
import { shownText } from "../dead-letter/shown-text.ts";
import type { Role } from "../roles.ts";
import { budgetView, laneOf, waitingView } from "./budget-view.ts";
import { whyItWaits } from "./why-it-waits.ts";

/** A gateway that was silent for so long is gone, in milliseconds: it says something every 2 s. */
const GATEWAY_SILENT_MS = 10_000;

export function queueView(queue: PortalQueue, role: Role) {
  const { id, domain, state, stateReason, isCut, pauses, open } = queue;
  // What goes to Temporal says nothing of the portal.
  const failure = open.find(({ kind, lastError }) => lastError !== null && laneOf(kind) !== "workflow");
  return {
    id,
    domain,
    state,
    stateReason: shownText(stateReason, role),
    budget: budgetView(queue),
    waiting: waitingView(queue),
    isCut,
    /** Why calls of the portal failed last; null when none is tried again. */
    lastError: shownText(failure?.lastError ?? null, role),
    pauses: pauses.map(({ method, opensAt }) => ({ method, opensAt: opensAt.toISOString() })),
  };
}

export function headView(head: WaitingHead, portal: PortalQueue, now: Date, role: Role) {
  return {
    id: head.id,
    kind: head.kind,
    lane: laneOf(head.kind),
    attempts: head.attempts,
    createdAt: head.createdAt.toISOString(),
    reason: whyItWaits(head, portal, now),
    lastError: shownText(head.lastError, role),
    botName: head.botName,
    conversationId: head.conversationId,
    personName: nameOf(head.personName, role),
    behind: head.behind,
  };
}

export function doubtView(doubt: Doubt, role: Role) {
  const { policy, startedAt, lookAt, looks, resends, faults, lastError, personName, ...rest } = doubt;
  return {
    ...rest,
    policy,
    resends,
    personName: nameOf(personName, role),
    lastError: shownText(lastError, role),
    startedAt: startedAt?.toISOString() ?? null,
    lookAt: lookAt.toISOString(),
    course: courseOfDoubt({ looks, resends, faults }, policy),
  };
}

export function intakeView({ hour, countedAt, came, ignored, waiting, dead, discarded, ...rest }: IntakeHour) {
  return {
    ...rest,
    came,
    ignored,
    waiting,
    dead,
    discarded,
    // The parts are counted at slightly different moments.
    answered: Math.max(0, came - ignored - waiting - dead - discarded),
    hour: hour.toISOString(),
    countedAt: countedAt.toISOString(),
  };
}

export function gatewayView({ silentMs, startedAt, beatAt, stoppedAt, ...counts }: GatewayBeat & { silentMs: number }) {
  const isSilent = silentMs > GATEWAY_SILENT_MS;
  return {
    ...counts,
    state: stoppedAt !== null ? ("stopped" as const) : isSilent ? ("silent" as const) : ("up" as const),
    startedAt: startedAt.toISOString(),
    beatAt: beatAt.toISOString(),
  };
}

function nameOf(name: string | null, role: Role): string | null {
  if (name === null) return null;
  return hidesPersonalData(role) ? maskName(name) : name;
}
