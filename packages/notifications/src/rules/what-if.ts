import type { RecordChange } from "@botdeck/core";

import { evaluateRule } from "./evaluate-rule.ts";
import { faultOf } from "./fault-error.ts";
import { fillText } from "./fill-template.ts";
import { factsToKeep } from "./record-fields.ts";
import type { Rule } from "./rule.ts";
import type { Fault } from "./rule-fault.ts";
import { isAbout, recordOfSubject, toRuleEvent } from "./rule-event.ts";
import type { RuleLanguage } from "./words.ts";

/** A change that happened, by its event's id. */
export type Sample = { id: string; change: RecordChange };

/** What a rule would have made of one change. */
export type WhatIf = {
  id: string;
  subject: string;
  at: string;
  outcome: "told" | "nobody" | "not_matched" | "failed";
  /** Whom it would have told; what they wish is not asked. */
  recipients: readonly { dialogId: string; name: string; as: string }[];
  /** The message, as a person would have read it. */
  text: string | null;
  /** Why it could not be evaluated. */
  fault: Fault | null;
};

type Given = {
  rule: Rule;
  /** In any order; those of one record tell what it was before. */
  samples: readonly Sample[];
  settings: Readonly<Record<string, unknown>> & { timeZone: string };
  language: RuleLanguage;
  onCall?: ReadonlyMap<string, readonly string[]>;
};

/**
 * What a rule would have made of changes that happened, oldest first. Changes that it is not about are left out. The first change
 * of each record is compared with what was known of it then.
 */
export function whatIf({ rule, samples, settings, language, onCall = new Map() }: Given): WhatIf[] {
  const seen = new Map<string, Readonly<Record<string, unknown>>>();
  const inOrder = samples.toSorted((one, other) => one.change.occurredAt.localeCompare(other.change.occurredAt));
  return inOrder.flatMap(({ id, change }) => {
    const { subject, occurredAt: at } = change;
    const before = seen.get(subject) ?? null;
    const kind = recordOfSubject(subject)?.kind;
    // What a look finds is not remembered, and what is gone is forgotten: so it is when it happens.
    const isLook = change.change === "overdue" || change.change === "stale";
    if (kind !== undefined && !isLook && change.record !== null) seen.set(subject, factsToKeep(kind, change.record));
    if (change.change === "deleted") seen.delete(subject);
    if (!isAbout(rule, change)) return [];
    return [{ id, subject, at, ...imagine(rule, change, before, { settings, language, onCall }) }];
  });
}

function imagine(
  rule: Rule,
  change: RecordChange,
  before: Readonly<Record<string, unknown>> | null,
  { settings, language, onCall }: Required<Pick<Given, "settings" | "language" | "onCall">>,
): Pick<WhatIf, "outcome" | "recipients" | "text" | "fault"> {
  const none = { recipients: [], text: null, fault: null };
  try {
    const event = toRuleEvent(change, before, new Date(change.occurredAt));
    const { matched, told } = evaluateRule(rule, {
      event,
      people: change.people,
      onCall,
      settings,
      trustsNamed: true,
    });
    if (!matched) return { ...none, outcome: "not_matched" };
    if (told.length === 0) return { ...none, outcome: "nobody" };
    const options = { language, timeZone: settings.timeZone };
    const text = fillText(rule.template[language].title, { ...event, settings }, options);
    const recipients = told.map(({ dialogId, as }) => ({
      dialogId,
      as,
      name: change.people[dialogId]?.name ?? dialogId,
    }));
    return { outcome: "told", recipients, text, fault: null };
  } catch (error) {
    return { ...none, outcome: "failed", fault: faultOf(error) };
  }
}
