import { COMPANY, CONTACT, LEAD, type EntityKind } from "../../crm/entity-kind.ts";
import { findByCommunication } from "../../crm/find-by-communication.ts";
import type { CrmRecord } from "../../state/crm.ts";
import type { State } from "../../state/state.ts";

/** Whom a phone number belongs to in the CRM, contacts first: a lead is only somebody who may become one. */
export function ownersOf(state: State, phone: string): { kind: EntityKind; record: CrmRecord }[] {
  return [CONTACT, COMPANY, LEAD].flatMap((kind) =>
    findByCommunication(state, kind, "PHONE", [phone]).map((record) => ({ kind, record })),
  );
}
