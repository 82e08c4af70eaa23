import type { RecordChange } from "@botdeck/core";

import { RECORD_FIELDS } from "./record-fields.ts";
import { RULE_RECORD, type Rule, type RuleRecord } from "./rule.ts";

const DAY_MS = 86_400_000;

type Facts = Readonly<Record<string, unknown>>;

/** A change as rules look at it: with everything that can be worked out of it. */
export type RuleEvent = {
  /** Null for what another system posted. */
  kind: RuleRecord | null;
  record: Facts | null;
  before: Facts | null;
  actor: { id: string; name: string } | null;
  change: RecordChange["change"];
};

/** The kind of record of a subject such as `deal:17`; null for any other. */
export function recordOfSubject(subject: string): { kind: RuleRecord; id: string } | null {
  const [kind = "", id = ""] = subject.split(":");
  const known = RULE_RECORD.find((record) => record === kind);
  return known === undefined || !/^[1-9]\d*$/.test(id) ? null : { kind: known, id };
}

/**
 * @param before The record as it was seen last; null when it was not, and its own history counts.
 * @param now For what is late or idle.
 */
export function toRuleEvent(change: RecordChange, before: Facts | null, now: Date): RuleEvent {
  const kind = change.posted === undefined ? (recordOfSubject(change.subject)?.kind ?? null) : null;
  const was = before ?? change.history;
  const record = change.record === null ? null : wholeRecord(kind, change, now);
  const actorId = actorOf(change, was);
  return {
    kind,
    record,
    before: was === null ? null : { ...was, responsible: nameOf(change, was["responsibleId"]) },
    actor: actorId === null ? null : { id: actorId, name: nameOf(change, actorId) ?? actorId },
    change: change.change,
  };
}

/** Every field that such a record may have, so that a condition may ask for any of them. */
function wholeRecord(kind: RuleRecord | null, { record, ...change }: RecordChange, now: Date): Facts {
  if (kind === null) return record ?? {};
  const names = {
    responsible: nameOf(change, record?.["responsibleId"]),
    creator: nameOf(change, record?.["creatorId"]),
    ...(kind === "task" && {
      commentAuthor: nameOf(change, record?.["commentAuthorId"]),
      lateDays: daysSince(record?.["deadlineAt"], now),
    }),
    ...(kind === "deal" && { idleDays: daysSince(record?.["lastActivityAt"] ?? record?.["createdAt"], now) }),
  };
  const empty = Object.fromEntries(RECORD_FIELDS[kind].map((field) => [field, null]));
  return { ...empty, ...record, ...names };
}

function nameOf({ people }: Pick<RecordChange, "people">, id: unknown): string | null {
  return typeof id === "string" ? (people[id]?.name ?? null) : null;
}

/** Whole days that have passed since a moment; null when it is ahead, or there is none. */
function daysSince(at: unknown, now: Date): number | null {
  const passed = typeof at === "string" ? now.getTime() - Date.parse(at) : Number.NaN;
  return passed >= 0 ? Math.floor(passed / DAY_MS) : null;
}

/**
 * Who did it. The event tells whose action it was; a step to another stage is known to the record itself, which holds when
 * somebody else changes it a moment later. A record that was found by looking tells who changed it last.
 */
function actorOf({ change, record, userId }: RecordChange, before: Facts | null): string | null {
  if (change === "overdue" || change === "stale") return null;
  const moved = before !== null && record !== null && before["stageId"] !== record["stageId"];
  const ownWord = {
    added: record?.["creatorId"],
    updated: record?.["changedById"],
    commented: record?.["commentAuthorId"],
    deleted: null,
  }[change];
  const known = [moved ? record["movedById"] : null, userId, ownWord];
  // An app's robots act as nobody.
  return known.find((id): id is string => typeof id === "string" && id !== "" && id !== "0") ?? null;
}

/** Whether a rule is about such a change. */
export function isAbout(
  { trigger }: Pick<Rule, "trigger">,
  change: Pick<RecordChange, "subject" | "change" | "posted">,
): boolean {
  if (trigger.kind === "hook") {
    const { posted } = change;
    if (posted === undefined || posted.source !== trigger.source) return false;
    return trigger.hookId === undefined || trigger.hookId === posted.hookId;
  }
  if (change.posted !== undefined) return false;
  return recordOfSubject(change.subject)?.kind === trigger.record && trigger.changes.includes(change.change);
}
