import type { Effect, PortalChange } from "@botdeck/core";
import { isChangeWanted, recordOfSubject } from "@botdeck/notifications";

import type { PortalRules } from "./portal-rules.ts";

type Reading = Effect & { kind: "record.read" };

/** The reading of a record that a change asks for; null when no enabled rule wants to know of such a change. */
export function wantedReading(
  { subject, change, userId, occurredAt }: PortalChange,
  { rules }: Pick<PortalRules, "rules">,
): Reading | null {
  const record = recordOfSubject(subject);
  const what = changeOf(change);
  if (record === null || what === null || !isChangeWanted(rules, record.kind, what)) return null;
  const said = what === "commented";
  return {
    kind: "record.read",
    subject,
    change: what,
    commentId: said ? idOf(change["commentId"]) : null,
    messageId: said ? idOf(change["messageId"]) : null,
    userId,
    occurredAt,
  };
}

/** By the client package's description of what happened. */
function changeOf({ kind, change }: PortalChange["change"]): Reading["change"] | null {
  if (kind === "task.commented") return "commented";
  if (kind === "deal.moved_to_category") return "updated";
  if (kind !== "crm.changed" && kind !== "task.changed") return null;
  return change === "added" || change === "updated" || change === "deleted" ? change : null;
}

const idOf = (value: unknown): string | null => (typeof value === "string" && value !== "0" ? value : null);
