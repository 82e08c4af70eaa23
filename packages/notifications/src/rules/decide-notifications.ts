import { AppError, type Button, type Card, messageOf, type NotificationStep, type RecordChange } from "@botdeck/core";

import { deliveryFor } from "../preferences/delivery-for.ts";
import { Preference } from "../preferences/preference.ts";
import type { DeliverySettings } from "../preferences/quiet-times.ts";
import { evaluateRule } from "./evaluate-rule.ts";
import { audienceStep, type Recipient } from "./recipients.ts";
import { ruleCard } from "./rule-card.ts";
import type { NamedRule } from "./rule.ts";
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
  /** In one line, for a digest. */
  line: string | null;
  dueAt: Date | null;
  /** Why the rule could not be evaluated; null when it could. */
  problem: string | null;
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
      if (!(error instanceof AppError) && !(error instanceof RangeError)) throw error;
      return [failed(rule, event, messageOf(error), input)];
    }
  });
}

function decide(rule: NamedRule, event: RuleEvent, input: DecideInput): Decision[] {
  const { change, onCall, settings } = input;
  const { matched, told, left, steps } = evaluateRule(rule, { event, people: change.people, onCall, settings });
  const begun = [eventStep(event, input), ruleStep(rule), ...steps];
  const silent = (dialogId: string | null, path: readonly NotificationStep[]) => nothing(rule, dialogId, path, input);
  if (!matched) return [silent(null, begun)];
  const passedOver = left.map(({ dialogId, as, reason }) =>
    silent(dialogId, [...begun, audienceStep(false, { as, reason })]),
  );
  if (told.length === 0 && left.length === 0) {
    return [silent(null, [...begun, audienceStep(false, { reason: "nobody" })])];
  }
  return [...told.map((one) => tell(rule, one, event, begun, input)), ...passedOver];
}

function tell(
  rule: NamedRule,
  { dialogId, isPerson, as }: Recipient,
  event: RuleEvent,
  begun: readonly NotificationStep[],
  { change, preferences, settings, languageOf, now, newId }: DecideInput,
): Decision {
  const id = newId();
  const preference = preferences.get(dialogId) ?? NO_WISHES;
  const options = { language: languageOf(dialogId), timeZone: preference.timeZone ?? settings.timeZone };
  const values = { ...event, settings };
  const { line, ...message } = ruleCard({ rule, values, subject: change.subject, notificationId: id, options });
  const path = [...begun, audienceStep(true, { as })];
  const inBell = isPerson && preference.channel === "bell" && fitsBell(rule);
  const about = { id, ruleCode: rule.code, dialogId, urgency: rule.urgency, inBell, problem: null };
  const { code: ruleCode, urgency, delivery } = rule;
  // A group has no quiet hours, and what is told there is no digest of one person's.
  const wished = isPerson ? deliveryFor({ preference, ruleCode, urgency, delivery, now, settings }) : null;
  const steps = wished === null ? path : [...path, wished.step];
  if (wished?.kind === "muted") {
    return { ...about, outcome: "skipped", path: steps, message: null, line: null, dueAt: null };
  }
  if (wished?.kind === "held") return { ...about, outcome: "held", path: steps, message, line, dueAt: wished.dueAt };
  const delivered: NotificationStep = { step: "delivery", passed: true, facts: { urgency } };
  return { ...about, outcome: "sent", path: [...steps, delivered], message, line, dueAt: null };
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
  problem: null,
});

function failed(rule: NamedRule, event: RuleEvent, problem: string, input: DecideInput): Decision {
  const path = [
    eventStep(event, input),
    ruleStep(rule),
    { step: "condition", passed: false, facts: { problem } } as const,
  ];
  return { ...nothing(rule, null, path, input), outcome: "failed", problem };
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
