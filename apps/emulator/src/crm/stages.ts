import type { CrmCategory, CrmRecord, CrmStatus } from "../state/crm.ts";
import { nextId, type State } from "../state/state.ts";
import { DEAL_STAGES, DYNAMIC_STAGES } from "./default-statuses.ts";
import { DEAL, LEAD, type EntityKind } from "./entity-kind.ts";
import { addStatuses, statusesOf } from "./statuses.ts";

const FIRST_SORT = 300;
const NEXT_SORT = 200;

/** The dictionary with the stages of a funnel: `STATUS`, `DEAL_STAGE`, `DEAL_STAGE_5`, `DYNAMIC_1040_STAGE_9`. */
export function stageDictionary(kind: EntityKind, categoryId: number): string {
  if (kind.entityTypeId === LEAD.entityTypeId) return "STATUS";
  if (kind.entityTypeId === DEAL.entityTypeId) return categoryId === 0 ? "DEAL_STAGE" : `DEAL_STAGE_${categoryId}`;
  return `${kind.code}_STAGE_${categoryId}`;
}

/** The stages of a funnel in their order. */
export function stagesOf(state: State, kind: EntityKind, categoryId: number): CrmStatus[] {
  return statusesOf(state, stageDictionary(kind, categoryId));
}

/** The funnels of a kind; deals always have the one with the number 0. */
export function categoriesOf(state: State, kind: EntityKind): CrmCategory[] {
  const isDeal = kind.entityTypeId === DEAL.entityTypeId;
  if (isDeal && !state.crmCategories.has(0)) state.crmCategories.set(0, newCategory(0, kind, "General", true));
  const own = [...state.crmCategories.values()].filter(({ entityTypeId }) => entityTypeId === kind.entityTypeId);
  return own.toSorted((one, other) => one.sort - other.sort || one.id - other.id);
}

export function defaultCategoryOf(state: State, kind: EntityKind): number {
  return categoriesOf(state, kind).find(({ isDefault }) => isDefault)?.id ?? 0;
}

/** A new funnel with the stages that such funnels start with. */
export function addCategory(state: State, kind: EntityKind, name: string, isDefault = false): CrmCategory {
  const category = newCategory(nextId(state, "crmCategory"), kind, name, isDefault);
  state.crmCategories.set(category.id, category);
  const isDeal = kind.entityTypeId === DEAL.entityTypeId;
  // The dictionaries of a new portal come first, whatever is asked for first.
  statusesOf(state, "DEAL_STAGE");
  addStatuses(state, stageDictionary(kind, category.id), isDeal ? DEAL_STAGES : DYNAMIC_STAGES, {
    prefix: isDeal ? `C${category.id}:` : `DT${kind.entityTypeId}_${category.id}:`,
    categoryId: category.id,
  });
  return category;
}

/** The day of a moment, as the portal keeps dates without a time. */
export function dayOf(at: string): string {
  return `${at.slice(0, 10)}T00:00:00+00:00`;
}

/** Puts a record into a stage; what follows from the stage follows. */
export function enterStage(record: CrmRecord, stage: CrmStatus, at: string): void {
  record.stageId = stage.statusId;
  record.stageSemanticId = stage.semantics ?? "P";
  const isClosed = stage.semantics !== null;
  if (record.entityTypeId === LEAD.entityTypeId) record["dateClosed"] = isClosed ? at : null;
  if (record.entityTypeId !== DEAL.entityTypeId) return;
  record["closed"] = isClosed ? "Y" : "N";
  if (isClosed) record["closedate"] = dayOf(at);
  record["isNew"] = /(?:^|:)NEW$/.test(stage.statusId) ? "Y" : "N";
}

function newCategory(id: number, kind: EntityKind, name: string, isDefault: boolean): CrmCategory {
  return {
    id,
    entityTypeId: kind.entityTypeId,
    name,
    sort: isDefault ? FIRST_SORT : NEXT_SORT,
    isDefault,
    originId: "",
    originatorId: "",
  };
}
