import { type NotificationStep, plainWords } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import type { AlertGroup, NewNotification } from "@botdeck/db";
import { ALERT_RULE } from "@botdeck/notifications";

type Way = {
  group: AlertGroup;
  eventId: string;
  /** What its source's hook is called. */
  hookName: string;
  /** The hook's chat; null where it has none. */
  dialogId: string | null;
  /** The card that was sent; null where none was. */
  sentKey: string | null;
  /** What the group waits for; null for one that waits for nothing. */
  cause: string | null;
};

/** Why a group that began to fire has a card in its hook's chat, or has none: what people are told who ask. */
export function alertNotification({ group, eventId, hookName, dialogId, sentKey, cause }: Way): NewNotification {
  const { id, portalId, botId, episode, state, cards, title } = group;
  const isEdited = sentKey === null && cards.some((card) => card.dialogId === dialogId);
  const isDelayed = state === "pending" && cause === null;
  const path: NotificationStep[] = [
    {
      step: "event",
      passed: true,
      facts: { subject: `alert:${id}`, change: "fired", title, source: hookName, episode },
    },
    { step: "group", passed: !isEdited, facts: { reason: isEdited ? "same_card" : "new_card" } },
    ...(cause === null ? [] : [step("inhibit", cause)]),
    ...(isDelayed ? [step("delay", "may_pass")] : []),
    ...(sentKey === null ? [] : [{ step: "delivery" as const, passed: true, facts: {} }]),
    ...(dialogId === null ? [step("delivery", "no_chat")] : []),
  ];
  return {
    id: newId(),
    portalId,
    botId,
    ruleCode: ALERT_RULE,
    eventId,
    subject: `alert:${id}`,
    dialogId,
    outcome: sentKey !== null ? "sent" : isEdited ? "edited" : "skipped",
    path,
    line: plainWords(title),
    effectKey: sentKey,
    dueAt: null,
  };
}

const step = (name: "inhibit" | "delay" | "delivery", reason: string): NotificationStep => ({
  step: name,
  passed: false,
  facts: { reason },
});
