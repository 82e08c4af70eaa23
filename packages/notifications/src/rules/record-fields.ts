import type { RuleRecord } from "./rule.ts";

const COMMON = [
  "id",
  "title",
  "responsibleId",
  "responsible",
  "creatorId",
  "creator",
  "changedById",
  "createdAt",
  "changedAt",
  "url",
] as const;
const SALE = ["stageId", "stageName", "outcome", "amount", "currency"] as const;

/**
 * What a condition and a template may ask of a record, as the crm package's records have it. The names of people, and the days
 * that it is late or idle, are worked out when it is looked at.
 */
export const RECORD_FIELDS: Readonly<Record<RuleRecord, readonly string[]>> = {
  lead: [...COMMON, ...SALE, "name", "phone", "source", "sourceId", "movedAt", "movedById"],
  deal: [
    ...COMMON,
    ...SALE,
    "categoryId",
    "categoryName",
    "movedAt",
    "movedById",
    "lastActivityAt",
    "idleDays",
    "closesOn",
  ],
  task: [
    ...COMMON,
    "status",
    "deadlineAt",
    "lateDays",
    "participantIds",
    "groupId",
    "comment",
    "commentAuthorId",
    "commentAuthor",
  ],
};

/**
 * What is known of a post of another system that is no alert, such as a payment; `fields` has the plain values at its top. All but
 * the title and the source's name may be null. `status` is as the sender has it, such as `succeeded`, `canceled` or `Completed`.
 */
export const POSTED_FIELDS: readonly string[] = [
  "id",
  "title",
  "status",
  "amount",
  "currency",
  "url",
  "source",
  "fields",
];

/** What is remembered of a record as it was: enough to compare, and nothing that names a client. */
export const KEPT_FIELDS: Readonly<Record<RuleRecord, readonly string[]>> = {
  lead: ["stageId", "stageName", "outcome", "amount", "currency", "responsibleId"],
  deal: ["stageId", "stageName", "outcome", "amount", "currency", "responsibleId", "categoryId"],
  task: ["status", "deadlineAt", "responsibleId"],
};

/** What is asked of a record as it was. */
export const BEFORE_FIELDS: Readonly<Record<RuleRecord, readonly string[]>> = {
  lead: [...KEPT_FIELDS.lead, "responsible"],
  deal: [...KEPT_FIELDS.deal, "responsible"],
  task: [...KEPT_FIELDS.task, "responsible"],
};

/** What a template alone may ask, since it is worded in the reader's language. */
export const WORDED_FIELDS: Readonly<Record<RuleRecord, readonly string[]>> = {
  lead: [],
  deal: [],
  task: ["statusName"],
};

/** Settings of the bot on the portal that rules may ask for. */
export const SETTING_FIELDS: readonly string[] = [
  "staleDays",
  "bigDeal",
  "onCall",
  "orderDepartmentId",
  "timeZone",
  "hours",
  "holidays",
  "workDays",
];

/** A record as it is remembered, to be compared with at its next change. */
export function factsToKeep(
  kind: RuleRecord,
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(KEPT_FIELDS[kind].map((field) => [field, record[field] ?? null]));
}
