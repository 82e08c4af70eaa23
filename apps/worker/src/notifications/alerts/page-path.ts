import { createHash } from "node:crypto";

import { type NotificationStep, plainWords } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import type { AlertGroup, NewNotification } from "@botdeck/db";
import { ALERT_RULE, type Delivery } from "@botdeck/notifications";

import type { Paged } from "../../workflows/escalation/who-is-paged.ts";

/** Somebody whom a level means: paged as they wish, or away. */
export type MeantByLevel = Paged & { delivery: Delivery | { kind: "away" } };

type Step = {
  /** What the step is known by in the timeline: the same one again leaves nothing new. */
  sourceKey: string;
  /** From 0; null for what is no level. */
  level: number | null;
  keyOf: (dialogId: string) => string;
};

/** Why each of a level was paged, or was not: what `/why` tells them. */
export function notificationsOf(
  { id, portalId, botId, severity, episode, title }: AlertGroup,
  meant: readonly MeantByLevel[],
  { sourceKey, level, keyOf }: Step,
): NewNotification[] {
  const subject = `alert:${id}`;
  const event: NotificationStep = {
    step: "event",
    passed: true,
    facts: { subject, change: "fired", title, severity, episode },
  };
  const isAnyPaged = meant.some(({ delivery }) => delivery.kind === "now");
  return meant.map(({ dialogId, as, delivery }) => {
    const isNow = delivery.kind === "now";
    const isAway = delivery.kind === "away";
    const facts = { as, ...(level !== null && { level: level + 1 }), ...(isAway && { reason: "away" }) };
    return {
      id: newId(),
      portalId,
      botId,
      ruleCode: ALERT_RULE,
      eventId: idOf(sourceKey),
      subject,
      dialogId,
      outcome: isNow ? ("sent" as const) : ("skipped" as const),
      path: [event, { step: "audience", passed: !isAway, facts }, ...wayOf(delivery, isAnyPaged)],
      line: plainWords(title),
      effectKey: isNow ? keyOf(dialogId) : null,
      dueAt: null,
    };
  });
}

function wayOf(delivery: MeantByLevel["delivery"], isAnyPaged: boolean): NotificationStep[] {
  switch (delivery.kind) {
    case "away":
      return [];
    case "now":
      return [delivery.step, { step: "delivery", passed: true, facts: { page: true } }];
    case "held":
      // A level waits for the end of quiet hours only while it is quiet for all of it.
      if (!isAnyPaged) return [delivery.step];
      return [{ ...delivery.step, facts: { reason: "others_paged" } }];
    case "muted":
      return [delivery.step];
  }
}

/** The same id for the same step: a page has no event of the inbox. */
function idOf(step: string): string {
  const digits = createHash("sha256").update(step).digest("hex");
  return digits.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
