import { createHash } from "node:crypto";

import { type NotificationStep, plainWords } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import type { AlertGroup, NewNotification } from "@botdeck/db";
import { ALERT_RULE, type Delivery } from "@botdeck/notifications";

import type { Paged } from "../../workflows/escalation/who-is-paged.ts";

/** Why each of a level was paged, or was not: what `/why` tells them. */
export function notificationsOf(
  { id, portalId, botId, severity, episode, title }: AlertGroup,
  paged: readonly (Paged & { delivery: Delivery })[],
  { stepKey, level, keyOf }: { stepKey: string; level: number; keyOf: (dialogId: string) => string },
): NewNotification[] {
  const path: NotificationStep[] = [
    { step: "event", passed: true, facts: { severity, episode } },
    { step: "audience", passed: true, facts: { level: level + 1 } },
  ];
  return paged.map(({ dialogId, delivery }) => {
    const isNow = delivery.kind === "now";
    const sent: NotificationStep = { step: "delivery", passed: true, facts: { page: true } };
    return {
      id: newId(),
      portalId,
      botId,
      ruleCode: ALERT_RULE,
      eventId: idOf(stepKey),
      subject: `alert:${id}`,
      dialogId,
      outcome: isNow ? ("sent" as const) : ("skipped" as const),
      path: [...path, delivery.step, ...(isNow ? [sent] : [])],
      line: plainWords(title),
      effectKey: isNow ? keyOf(dialogId) : null,
      dueAt: null,
    };
  });
}

/** The same id for the same step: a page has no event of the inbox. */
function idOf(step: string): string {
  const digits = createHash("sha256").update(step).digest("hex");
  return digits.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
