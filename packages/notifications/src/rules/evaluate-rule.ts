import type { NotificationStep, RecordChange } from "@botdeck/core";

import { holds } from "./condition.ts";
import { type Recipient, recipientsOf } from "./recipients.ts";
import type { Rule } from "./rule.ts";
import type { RuleEvent } from "./rule-event.ts";

type Given = {
  event: RuleEvent;
  people: RecordChange["people"];
  onCall: ReadonlyMap<string, readonly string[]>;
  settings: Readonly<Record<string, unknown>>;
  /** As a trial on past events has it: these did not look for whom the rule names. */
  trustsNamed?: boolean;
};

type Evaluated = {
  matched: boolean;
  told: readonly Recipient[];
  left: readonly (Recipient & { reason: "actor" | "not_there" })[];
  steps: readonly NotificationStep[];
};

/**
 * Whether a rule's condition holds, and whom it tells then; what they wish counts later.
 *
 * @throws AppError `invalid` when the condition cannot be evaluated.
 */
export function evaluateRule(
  rule: Pick<Rule, "condition" | "trigger" | "audience" | "exceptActor">,
  { event, people, onCall, settings, trustsNamed = false }: Given,
): Evaluated {
  const { record, before, change, actor } = event;
  const matched = holds(rule, { record, before, change, actor: actor?.id ?? null, settings });
  const isConditional = rule.condition !== undefined && rule.condition.trim() !== "";
  const steps: NotificationStep[] = isConditional ? [{ step: "condition", passed: matched, facts: {} }] : [];
  if (!matched) return { matched, told: [], left: [], steps };
  return { matched, ...recipientsOf({ ...rule, event, people, onCall, settings, trustsNamed }), steps };
}
