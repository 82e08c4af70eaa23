import type { Portal } from "../portal.ts";
import type { CrmRecord, CrmValue } from "../state/crm.ts";
import { nextId, type State } from "../state/state.ts";
import { isoDate } from "../wire/iso-date.ts";
import { announceChange } from "./announce-change.ts";
import { baseCurrencyOf } from "./currencies.ts";
import { DEAL, LEAD, type EntityKind } from "./entity-kind.ts";
import { CREATED, keepStageChange } from "./stage-history.ts";
import { dayOf, defaultCategoryOf, enterStage, stagesOf } from "./stages.ts";
import { statusesOf } from "./statuses.ts";

/** Values to set, by the names of a record; `contacts`, `companies`, `observers` and `fm` as whole lists. */
export type CrmChange = Record<string, CrmValue>;

const DEAL_DAYS = 7;
const DAY_MS = 24 * 3600 * 1000;

/**
 * Makes a lead, deal, contact, company or item and tells applications. What is not given gets the portal's default.
 *
 * @param change Values that fit: a stage of the funnel, existing people. Methods check that before.
 */
export function addRecord(portal: Portal, kind: EntityKind, change: CrmChange, userId: number): CrmRecord {
  const { state } = portal;
  const at = isoDate(portal.now());
  const record: CrmRecord = { ...emptyRecord(kind, nextId(state, kind.code.toLowerCase()), userId, at) };
  if (kind.fields.some(({ key }) => key === "currencyId")) record.currencyId = baseCurrencyOf(state);
  if (kind.hasCategories) record.categoryId = defaultCategoryOf(state, kind);
  if (kind.entityTypeId === DEAL.entityTypeId) {
    record["begindate"] = dayOf(at);
    record["closedate"] = dayOf(isoDate(new Date(portal.now().getTime() + DEAL_DAYS * DAY_MS)));
  }
  Object.assign(record, change);
  if (kind.collection !== "dynamicItems" && kind !== LEAD) chooseFirst(portal.state, kind, record);
  const named = record.name ?? record.lastName;
  if (kind.collection !== "contacts") record.title ||= `${kind.title} #${record.id}`;
  else if (named === null) record.name = `${kind.title} #${record.id}`;
  const isKnownClient = record.contacts.length > 0 || (record.companyId ?? 0) > 0;
  if (kind.entityTypeId === LEAD.entityTypeId) record["isReturnCustomer"] = isKnownClient ? "Y" : "N";
  const stages = kind.hasStages ? stagesOf(state, kind, record.categoryId ?? 0) : [];
  const stage = stages.find(({ statusId }) => statusId === record.stageId) ?? stages[0];
  if (stage !== undefined) {
    enterStage(record, stage, at);
    Object.assign(record, { movedTime: at, movedBy: userId });
  }
  state[kind.collection].set(record.id, record);
  if (stage !== undefined) keepStageChange(state, record, at, CREATED);
  announceChange(portal, kind, record, "ADD", userId);
  return record;
}

/** A deal, contact or company without a type, source and so on gets the first there is. Bitrix24 docs: crm.deal.add. */
function chooseFirst(state: State, kind: EntityKind, record: CrmRecord): void {
  for (const { key, dictionary } of kind.fields) {
    if (dictionary === null || key === "stageId" || key === "honorific" || (record[key] ?? null) !== null) continue;
    record[key] = statusesOf(state, dictionary)[0]?.statusId ?? null;
  }
}

function emptyRecord(kind: EntityKind, id: number, userId: number, at: string): CrmRecord {
  const own = kind.fields.filter(({ read }) => read === null).map(({ key, initial }) => [key, initial]);
  return {
    title: null,
    name: null,
    secondName: null,
    lastName: null,
    stageId: null,
    stageSemanticId: null,
    categoryId: null,
    opportunity: null,
    currencyId: null,
    opened: "Y",
    comments: null,
    sourceId: null,
    originatorId: null,
    originId: null,
    xmlId: null,
    companyId: null,
    movedTime: null,
    movedBy: null,
    ...Object.fromEntries(own),
    id,
    entityTypeId: kind.entityTypeId,
    assignedById: userId,
    contacts: [],
    companies: [],
    observers: [],
    fm: [],
    createdTime: at,
    updatedTime: at,
    createdBy: userId,
    updatedBy: userId,
    lastActivityTime: at,
    lastActivityBy: userId,
  };
}
