import type { Portal } from "../portal.ts";
import type { CrmRecord } from "../state/crm.ts";
import { announceChange } from "./announce-change.ts";
import { COMPANY, CONTACT, type EntityKind } from "./entity-kind.ts";

/** Takes a record away with its product rows, history and activities, and out of what was tied to it. */
export function deleteRecord(portal: Portal, kind: EntityKind, record: CrmRecord, userId: number): void {
  const { state } = portal;
  const { id, entityTypeId } = record;
  state[kind.collection].delete(id);
  for (const row of state.productRows.values()) {
    if (row.ownerType === kind.ownerType && row.ownerId === id) state.productRows.delete(row.id);
  }
  for (const change of state.stageChanges.values()) {
    if (change.entityTypeId === entityTypeId && change.ownerId === id) state.stageChanges.delete(change.id);
  }
  for (const activity of state.activities.values()) {
    const left = activity.bindings.filter((one) => one.entityTypeId !== entityTypeId || one.entityId !== id);
    if (left.length === 0) state.activities.delete(activity.id);
    else activity.bindings = left;
  }
  if (entityTypeId === CONTACT.entityTypeId || entityTypeId === COMPANY.entityTypeId) untie(portal, record);
  announceChange(portal, kind, record, "DELETE", userId);
}

function untie({ state }: Portal, { id, entityTypeId }: CrmRecord): void {
  const collections = [state.leads, state.deals, state.contacts, state.dynamicItems];
  for (const record of collections.flatMap((collection) => [...collection.values()])) {
    if (entityTypeId === CONTACT.entityTypeId) record.contacts = record.contacts.filter((tie) => tie.id !== id);
    else record.companies = record.companies.filter((tie) => tie.id !== id);
    if (entityTypeId === COMPANY.entityTypeId && record.companyId === id) record.companyId = null;
  }
}
