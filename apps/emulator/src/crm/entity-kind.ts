import type { CrmRecord } from "../state/crm.ts";
import type { State } from "../state/state.ts";
import type { CrmField } from "./crm-field.ts";
import { COMPANY_FIELDS } from "./fields/company.ts";
import { CONTACT_FIELDS } from "./fields/contact.ts";
import { DEAL_FIELDS } from "./fields/deal.ts";
import { DYNAMIC_FIELDS } from "./fields/dynamic.ts";
import { LEAD_FIELDS } from "./fields/lead.ts";

/** What sort of entity a record is. */
export type EntityKind = {
  entityTypeId: number;
  /** In names of events and in answers: `LEAD`, `DYNAMIC_1040`. */
  code: string;
  /** As product rows name it: `L`, or `T` with the number in hexadecimal. */
  ownerType: string;
  /** For the title of a record that was given none. */
  title: string;
  fields: readonly CrmField[];
  hasMultiFields: boolean;
  hasStages: boolean;
  hasCategories: boolean;
  collection: "leads" | "deals" | "contacts" | "companies" | "dynamicItems";
};

export const LEAD: EntityKind = {
  entityTypeId: 1,
  code: "LEAD",
  ownerType: "L",
  title: "Lead",
  fields: LEAD_FIELDS,
  hasMultiFields: true,
  hasStages: true,
  hasCategories: false,
  collection: "leads",
};

export const DEAL: EntityKind = {
  entityTypeId: 2,
  code: "DEAL",
  ownerType: "D",
  title: "Deal",
  fields: DEAL_FIELDS,
  hasMultiFields: false,
  hasStages: true,
  hasCategories: true,
  collection: "deals",
};

export const CONTACT: EntityKind = {
  entityTypeId: 3,
  code: "CONTACT",
  ownerType: "C",
  title: "Contact",
  fields: CONTACT_FIELDS,
  hasMultiFields: true,
  hasStages: false,
  hasCategories: false,
  collection: "contacts",
};

export const COMPANY: EntityKind = {
  entityTypeId: 4,
  code: "COMPANY",
  ownerType: "CO",
  title: "Company",
  fields: COMPANY_FIELDS,
  hasMultiFields: true,
  hasStages: false,
  hasCategories: false,
  collection: "companies",
};

const BUILT_IN: readonly EntityKind[] = [LEAD, DEAL, CONTACT, COMPANY];

/** The kind of a number; null for one that the portal does not have. */
export function kindOf(state: State, entityTypeId: number): EntityKind | null {
  const builtIn = BUILT_IN.find((kind) => kind.entityTypeId === entityTypeId);
  if (builtIn !== undefined) return builtIn;
  const type = [...state.crmTypes.values()].find((candidate) => candidate.entityTypeId === entityTypeId);
  return type === undefined ? null : dynamicKind(entityTypeId, type.title);
}

/** All kinds that the portal has. */
export function allKinds(state: State): EntityKind[] {
  const types = [...state.crmTypes.values()];
  return [...BUILT_IN, ...types.map(({ entityTypeId, title }) => dynamicKind(entityTypeId, title))];
}

/** One record of a kind; null when there is none. */
export function findRecord(state: State, kind: EntityKind, id: number): CrmRecord | null {
  const record = state[kind.collection].get(id);
  return record?.entityTypeId === kind.entityTypeId ? record : null;
}

/** All records of a kind, oldest first. */
export function recordsOf(state: State, kind: EntityKind): Iterable<CrmRecord> {
  if (kind.collection !== "dynamicItems") return state[kind.collection].values();
  return [...state.dynamicItems.values()].filter(({ entityTypeId }) => entityTypeId === kind.entityTypeId);
}

function dynamicKind(entityTypeId: number, title: string): EntityKind {
  return {
    entityTypeId,
    code: `DYNAMIC_${entityTypeId}`,
    ownerType: `T${entityTypeId.toString(16)}`,
    title,
    fields: DYNAMIC_FIELDS,
    hasMultiFields: false,
    hasStages: true,
    hasCategories: true,
    collection: "dynamicItems",
  };
}
