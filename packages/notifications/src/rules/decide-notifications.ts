import type { Button, Card, NotificationStep, RecordChange } from "@botdeck/core";

import { deliveryFor } from "../preferences/delivery-for.ts";
import { Preference } from "../preferences/preference.ts";
import type { DeliverySettings } from "../preferences/quiet-times.ts";
import { evaluateRule } from "./evaluate-rule.ts";
import { faultOf } from "./fault-error.ts";
import { audienceStep, type Recipient } from "./recipients.ts";
import { type RuleCard, ruleCard } from "./rule-card.ts";
import type { NamedRule } from "./rule.ts";
import type { Fault } from "./rule-fault.ts";
import { isAbout, type RuleEvent, toRuleEvent } from "./rule-event.ts";
import type { RuleLanguage } from "./words.ts";

/** What becomes of one rule for one recipient, or for nobody. */
export type Decision = {
  id: string;
  ruleCode: string;
  /** A portal user id or a group chat; null when the rule told nobody. */
  dialogId: string | null;
  outcome: "sent" | "held" | "skipped" | "failed";
  path: readonly NotificationStep[];
  urgency: NamedRule["urgency"];
  /** By the bell of its reader, in one line. */
  inBell: boolean;
  /** What is told; null when nothing is. */
  message: { text: string; card: Card | null; buttons: Button[][] } | null;
  /** In one line, for a digest, and for whoever asks why they were not told; null when it is about nobody. */
  line: string | null;
  dueAt: Date | null;
  /** Why the rule could not be evaluated; null when it could. */
  fault: Fault | null;
};

export type DecideInput = {
  change: RecordChange;
  /** The record as it was seen last; null when it was not. */
  before: Readonly<Record<string, unknown>> | null;
  rules: readonly NamedRule[];
  /** Of whoever has chosen something, by portal user id. */
  preferences: ReadonlyMap<string, Preference>;
  /** Who is on call now, by the rota's name. */
  onCall: ReadonlyMap<string, readonly string[]>;
  /** The bot's settings on the portal. */
  settings: Readonly<Record<string, unknown>> & DeliverySettings;
  /** In which language a dialog is held. */
  languageOf: (dialogId: string) => RuleLanguage;
  now: Date;
  newId: () => string;
};

/** The wishes of whoever has none. */
const NO_WISHES = Preference.parse({});

/**
 * What a portal's rules make of one change: whom they tell what and when, and why they do not tell others. A rule that cannot be
 * evaluated says so, and keeps none of the others from telling.
 */
export function decideNotifications(input: DecideInput): Decision[] {
  const event = toRuleEvent(input.change, input.before, input.now);
  const asked = input.rules.filter((rule) => rule.isEnabled && isAbout(rule, input.change));
  return asked.flatMap((rule) => {
    try {
      return decide(rule, event, input);
    } catch (error) {
      return [failed(rule, event, faultOf(error), input)];
    }
  });
}

function decide(rule: NamedRule, event: RuleEvent, input: DecideInput): Decision[] {
  const { change, onCall, settings } = input;
  const { matched, told, left, steps } = evaluateRule(rule, { event, people: change.people, onCall, settings });
  const begun = [eventStep(event, input), ruleStep(rule), ...steps];
  if (!matched) return [nothing(rule, null, begun, input)];
  const passedOver = left.map(({ dialogId, as, reason }): Decision => {
    const silent = nothing(rule, dialogId, [...begun, audienceStep(false, { as, reason })], input);
    return { ...silent, line: cardFor(rule, { dialogId, id: silent.id }, event, input).line };
  });
  if (told.length === 0 && left.length === 0) {
    return [nothing(rule, null, [...begun, audienceStep(false, { reason: "nobody" })], input)];
  }
  return [...told.map((one) => tell(rule, one, event, begun, input)), ...passedOver];
}

function tell(
  rule: NamedRule,
  { dialogId, isPerson, as }: Recipient,
  event: RuleEvent,
  begun: readonly NotificationStep[],
  input: DecideInput,
): Decision {
  const { preferences, settings, now } = input;
  const id = input.newId();
  const preference = preferences.get(dialogId) ?? NO_WISHES;
  const { line, ...message } = cardFor(rule, { dialogId, id }, event, input);
  const path = [...begun, audienceStep(true, { as })];
  const inBell = isPerson && preference.channel === "bell" && fitsBell(rule);
  const about = { id, ruleCode: rule.code, dialogId, urgency: rule.urgency, inBell, fault: null };
  const { code: ruleCode, urgency, delivery } = rule;
  // A group has no quiet hours, and what is told there is no digest of one person's.
  const wished = isPerson ? deliveryFor({ preference, ruleCode, urgency, delivery, now, settings }) : null;
  const steps = wished === null ? path : [...path, wished.step];
  if (wished?.kind === "muted") {
    return { ...about, outcome: "skipped", path: steps, message: null, line, dueAt: null };
  }
  if (wished?.kind === "held") return { ...about, outcome: "held", path: steps, message, line, dueAt: wished.dueAt };
  const delivered: NotificationStep = { step: "delivery", passed: true, facts: { urgency } };
  return { ...about, outcome: "sent", path: [...steps, delivered], message, line, dueAt: null };
}

/** The card as whoever has this dialog reads it; its line also tells them what they were not told. */
function cardFor(
  rule: NamedRule,
  { dialogId, id }: { dialogId: string; id: string },
  event: RuleEvent,
  { change, preferences, settings, languageOf }: DecideInput,
): RuleCard {
  const timeZone = preferences.get(dialogId)?.timeZone ?? settings.timeZone;
  const options = { language: languageOf(dialogId), timeZone };
  return ruleCard({ rule, values: { ...event, settings }, subject: change.subject, notificationId: id, options });
}

/** What is urgent, or has to be answered by a button, is told in the dialog. */
const fitsBell = ({ urgency, buttons }: NamedRule): boolean =>
  urgency !== "urgent" && !buttons.some((button) => button === "take" || button === "complete");

const nothing = (
  { code: ruleCode, urgency }: NamedRule,
  dialogId: string | null,
  path: readonly NotificationStep[],
  { newId }: DecideInput,
): Decision => ({
  id: newId(),
  ruleCode,
  dialogId,
  outcome: "skipped",
  path,
  urgency,
  inBell: false,
  message: null,
  line: null,
  dueAt: null,
  fault: null,
});

function failed(rule: NamedRule, event: RuleEvent, fault: Fault, input: DecideInput): Decision {
  const path = [
    eventStep(event, input),
    ruleStep(rule),
    { step: "condition", passed: false, facts: { fault: fault.code, ...fault.values } } as const,
  ];
  return { ...nothing(rule, null, path, input), outcome: "failed", fault };
}

const eventStep = (
  { actor, change }: RuleEvent,
  { change: { subject, occurredAt } }: Pick<DecideInput, "change">,
): NotificationStep => ({
  step: "event",
  passed: true,
  facts: { subject, change, at: occurredAt, actorId: actor?.id ?? null },
});

const ruleStep = ({ code }: NamedRule): NotificationStep => ({ step: "rule", passed: true, facts: { code } });
