import type { CrmChange } from "../../crm/add-record.ts";
import { currenciesOf } from "../../crm/currencies.ts";
import type { CrmField } from "../../crm/crm-field.ts";
import { COMPANY, CONTACT, findRecord, type EntityKind } from "../../crm/entity-kind.ts";
import { changedMultiFields } from "../../crm/multi-fields.ts";
import { categoriesOf, defaultCategoryOf, stagesOf } from "../../crm/stages.ts";
import type { Binding, CrmRecord } from "../../state/crm.ts";
import type { State } from "../../state/state.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { invalidValue, requiredField, type Spelling } from "./fault.ts";
import { readMultiFields } from "./read-multi-fields.ts";
import { readValue } from "./read-value.ts";
import { userFieldOf } from "./user-field.ts";

const SORT_STEP = 10;

/** Fields of a call that tie: one that names the primary other entity, and one that names them all. */
type Ties = { key: "contacts" | "companies"; single: string; several: string; kind: EntityKind };

const CONTACTS: Ties = { key: "contacts", single: "contactId", several: "contactIds", kind: CONTACT };
/** CONTACT_ID of a company is a list. */
const CONTACTS_OF_COMPANY: Ties = { ...CONTACTS, single: "", several: "contactId" };
const COMPANIES: Ties = { key: "companies", single: "companyId", several: "companyIds", kind: COMPANY };

/**
 * The fields of an add or update as a change of the record. Fields that there are not, and those a portal sets itself,
 * are passed over, as a portal does.
 *
 * @param current null for a new record.
 * @throws RestError for a stage of another funnel, a person or entity that does not exist, or a value of another type.
 */
export function readChange(
  state: State,
  kind: EntityKind,
  given: Params,
  spelling: Spelling,
  current: CrmRecord | null,
): CrmChange {
  const change: CrmChange = {};
  for (const field of kind.fields) {
    const name = spelling === "old" ? field.old : field.key;
    if (name === null || given[name] === undefined || isClosed(field, spelling, current)) continue;
    const value = readValue(field, given[name], spelling);
    if (field.isRequired && value === null) throw requiredField(spelling, field.title);
    change[field.key] = value;
  }
  for (const name of Object.keys(given)) {
    const key = userFieldOf(name);
    if (key !== null) change[key] = userValue(given[name]);
  }
  if (current === null) requireAll(kind, change, spelling);
  checkPerson(state, change, spelling);
  checkCurrency(state, change, spelling);
  placeInFunnel(state, kind, change, spelling, current);
  tie(state, change, kind.entityTypeId === COMPANY.entityTypeId ? CONTACTS_OF_COMPANY : CONTACTS, spelling, current);
  if (kind.entityTypeId === CONTACT.entityTypeId) {
    tie(state, change, COMPANIES, spelling, current);
  } else if (typeof change["companyId"] === "number") {
    change["companyId"] = existing(state, COMPANY, change["companyId"], spelling);
  }
  if (kind.hasMultiFields) {
    const values = readMultiFields(given, spelling);
    if (values.length > 0) change["fm"] = changedMultiFields(state, current?.fm ?? [], values);
  }
  return change;
}

function isClosed({ isReadOnly, isImmutable }: CrmField, spelling: Spelling, current: CrmRecord | null): boolean {
  return isReadOnly || (isImmutable && current !== null && spelling === "old");
}

function requireAll(kind: EntityKind, change: CrmChange, spelling: Spelling): void {
  const missing = kind.fields.find(({ isRequired, key }) => isRequired && (change[key] ?? null) === null);
  if (missing !== undefined) throw requiredField(spelling, missing.title);
}

function checkPerson(state: State, change: CrmChange, spelling: Spelling): void {
  const id = change["assignedById"];
  if (id === undefined) return;
  const role = state.people.get(Number(id))?.role;
  if (role === undefined || role === "client" || role === "bot") throw invalidValue(spelling, "Responsible");
}

function checkCurrency(state: State, change: CrmChange, spelling: Spelling): void {
  const given = change["currencyId"];
  if (given === undefined || given === null || currenciesOf(state).some(({ id }) => id === given)) return;
  throw invalidValue(spelling, "Currency");
}

/** Another funnel without a stage means its first stage. */
function placeInFunnel(
  state: State,
  kind: EntityKind,
  change: CrmChange,
  spelling: Spelling,
  current: CrmRecord | null,
): void {
  if (!kind.hasStages) return;
  if (change["categoryId"] === null) delete change["categoryId"];
  const given = change["categoryId"];
  if (given !== undefined && !categoriesOf(state, kind).some(({ id }) => id === given)) {
    throw invalidValue(spelling, "Pipeline");
  }
  const categoryId = Number(given ?? current?.categoryId ?? (kind.hasCategories ? defaultCategoryOf(state, kind) : 0));
  if (change["stageId"] === null) delete change["stageId"];
  const stage = change["stageId"];
  if (stage === undefined) return;
  if (!stagesOf(state, kind, categoryId).some(({ statusId }) => statusId === stage)) {
    throw invalidValue(spelling, "Stage");
  }
}

/** One id, or a list of them whose first is the primary one, as ties. The single one joins those that are there. */
function tie(
  state: State,
  change: CrmChange,
  { key, single, several, kind }: Ties,
  spelling: Spelling,
  current: CrmRecord | null,
): void {
  const { [single]: one, [several]: many } = change;
  delete change[single];
  delete change[several];
  if (Array.isArray(many)) {
    const ids = many.filter((id) => typeof id === "number");
    change[key] = asBindings(ids.map((id) => existing(state, kind, id, spelling)));
  } else if (one === null || one === 0) change[key] = [];
  else if (typeof one === "number") {
    const others = (current?.[key] ?? []).map(({ id }) => id).filter((id) => id !== one);
    change[key] = asBindings([existing(state, kind, one, spelling), ...others]);
  }
}

/** Ties in this order; the first one is primary. */
export function asBindings(ids: readonly number[]): Binding[] {
  return [...new Set(ids)].map((id, index) => ({ id, sort: (index + 1) * SORT_STEP, isPrimary: index === 0 }));
}

function existing(state: State, kind: EntityKind, id: number, spelling: Spelling): number {
  if (id !== 0 && findRecord(state, kind, id) === null) throw invalidValue(spelling, kind.title);
  return id;
}

/** User fields keep what they are given; lists stay lists. */
function userValue(value: unknown): CrmChange[string] {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "object") return Object.values(value).map(String);
  throw badRequest("", "The value of a user field is not one that can be kept.");
}
