import { redactText } from "@botdeck/core";
import type { AroundConversation } from "@botdeck/db";

import type { Role } from "../roles.ts";
import { hidesPersonalData } from "./hides-personal-data.ts";
import { maskText } from "./mask-personal-data.ts";

/** What stands around a conversation, as the browser gets it; instants are ISO texts. */
export function aroundView(around: AroundConversation, portalDomain: string, role: Role) {
  return {
    others: around.others.map((other) => ({ ...other, lastMessageAt: other.lastMessageAt.toISOString() })),
    visits: around.visits.map((visit) => ({ ...visit, beganAt: visit.beganAt.toISOString() })),
    workflows: around.workflows.map((workflow) => ({
      ...workflow,
      createdAt: workflow.createdAt.toISOString(),
      endedAt: workflow.endedAt?.toISOString() ?? null,
    })),
    effects: around.effects.map(({ lastError, ...effect }) => ({
      ...effect,
      lastError: shownError(lastError, role),
      /** When it is tried next; null when nothing more is to be done. */
      nextAt: effect.status === "ready" || effect.status === "uncertain" ? effect.runAt.toISOString() : null,
      runAt: effect.runAt.toISOString(),
      createdAt: effect.createdAt.toISOString(),
      settledAt: effect.settledAt?.toISOString() ?? null,
    })),
    records: around.recordIds.map((id) => ({ id, url: `https://${portalDomain}/crm/lead/details/${id}/` })),
  };
}

/** An error's words may quote what a person wrote, and an address with its secret. */
export function shownError(text: string | null, role: Role): string | null {
  if (text === null) return null;
  return hidesPersonalData(role) ? maskText(redactText(text)) : redactText(text);
}
