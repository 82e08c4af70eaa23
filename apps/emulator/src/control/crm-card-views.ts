import { type EntityKind, CONTACT, COMPANY, DEAL, LEAD } from "../crm/entity-kind.ts";
import { stagesOf } from "../crm/stages.ts";
import { titleOf } from "../crm/title.ts";
import type { Activity, CrmRecord, TimelineComment } from "../state/crm.ts";
import type { State } from "../state/state.ts";

/** `deal-4`: how the page names a record. */
export function keyOf(kind: EntityKind, id: number): string {
  return `${kind.code.toLowerCase()}-${id}`;
}

/** Everything about one record that its card shows: fields, people, what was done and said, where it has been. */
export function cardView(state: State, kind: EntityKind, record: CrmRecord): Record<string, unknown> {
  const stages = kind.hasStages ? stagesOf(state, kind, record.categoryId ?? 0) : [];
  const stageName = (id: string): string => stages.find(({ statusId }) => statusId === id)?.name ?? id;
  return {
    key: keyOf(kind, record.id),
    id: record.id,
    entityTypeId: kind.entityTypeId,
    kind: kind.code.toLowerCase(),
    title: titleOf(record),
    stageId: record.stageId,
    stages: stages.map(({ statusId, name, color, semantics }) => ({ id: statusId, name, color, semantics })),
    opportunity: record.opportunity,
    currencyId: record.currencyId,
    assignedById: String(record.assignedById),
    createdTime: record.createdTime,
    updatedTime: record.updatedTime,
    sourceId: record.sourceId,
    comments: record.comments,
    origin: record.originId === null ? "" : [record.originatorId, record.originId].filter(Boolean).join(" "),
    fields: record.fm.map(({ typeId, valueType, value }) => ({ typeId, valueType, value })),
    userFields: Object.entries(record)
      .filter(([name, value]) => name.startsWith("UF_") && value !== null && value !== "")
      .map(([name, value]) => ({ name, value: typeof value === "object" ? JSON.stringify(value) : String(value) })),
    related: relatedTo(state, kind, record),
    chats: chatsOf(state, kind, record),
    products: [...state.productRows.values()]
      .filter(({ ownerType, ownerId }) => ownerType === kind.ownerType && ownerId === record.id)
      .map(({ id, productName, price, quantity }) => ({ id, productName, price, quantity })),
    timeline: timelineOf(state, kind, record, stageName),
  };
}

type Related = { key: string; title: string };

function relatedTo(state: State, kind: EntityKind, record: CrmRecord): Related[] {
  const related = (of: EntityKind, found: CrmRecord | undefined): Related[] =>
    found === undefined ? [] : [{ key: keyOf(of, found.id), title: titleOf(found) }];
  const owned = (of: EntityKind): Related[] =>
    [...state[of.collection].values()]
      .filter((other) => isTied(other, kind, record.id))
      .flatMap((other) => related(of, other));
  return [
    ...record.contacts.flatMap(({ id }) => related(CONTACT, state.contacts.get(id))),
    ...related(COMPANY, state.companies.get(record.companyId ?? 0)),
    ...(kind === CONTACT || kind === COMPANY ? [...owned(DEAL), ...owned(LEAD)] : []),
    ...(kind === COMPANY ? owned(CONTACT) : []),
  ];
}

function isTied(other: CrmRecord, kind: EntityKind, id: number): boolean {
  return kind === CONTACT ? other.contacts.some((contact) => contact.id === id) : other.companyId === id;
}

/** Open line chats that say they belong to the record, in their entity data or by its multi-field. */
function chatsOf(state: State, kind: EntityKind, record: CrmRecord): { dialogId: string; title: string }[] {
  const messengers = record.fm.filter(({ typeId }) => typeId === "IM").map(({ value }) => value.replace(/^imol\|/, ""));
  return [...state.chats.values()]
    .filter(({ entityType, entityId }) =>
      entityType === "LINES"
        ? messengers.includes(entityId)
        : entityType === "CRM" && entityId === `${kind.code}|${record.id}`,
    )
    .map(({ id, title }) => ({ dialogId: `chat${id}`, title }));
}

/** What was done, said and moved, newest first. */
function timelineOf(state: State, kind: EntityKind, record: CrmRecord, stageName: (id: string) => string) {
  const activities = [...state.activities.values()]
    .filter(({ bindings }) =>
      bindings.some((one) => one.entityTypeId === kind.entityTypeId && one.entityId === record.id),
    )
    .map(activityView);
  const comments = [...state.timelineComments.values()]
    .filter(({ bindings }) =>
      bindings.some((one) => one.entityType.toUpperCase() === kind.code && one.entityId === record.id),
    )
    .map(commentView);
  const moves = [...state.stageChanges.values()]
    .filter(({ entityTypeId, ownerId }) => entityTypeId === kind.entityTypeId && ownerId === record.id)
    .map(({ id, at, stageId }) => ({ id: `stage-${id}`, type: "stage", at, text: stageName(stageId) }));
  return [...activities, ...comments, ...moves].toSorted((one, other) => other.at.localeCompare(one.at));
}

function activityView(activity: Activity) {
  const { id, createdTime: at, typeId, providerId, subject, description, isCompleted, deadline } = activity;
  const details = { typeId, providerId, subject, isCompleted, deadline, authorId: String(activity.responsibleId) };
  return { id: `activity-${id}`, type: "activity", at, text: description, ...details };
}

function commentView({ id, at, text, authorId }: TimelineComment) {
  return { id: `comment-${id}`, type: "comment", at, text, authorId: String(authorId) };
}
