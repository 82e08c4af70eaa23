import type { CrmRecord } from "../state/crm.ts";
import type { Person } from "../state/model.ts";

/** Managers see and change everything, others what they answer for and what is open to everyone. */
export function isAccessible(record: CrmRecord, person: Person): boolean {
  return person.role === "manager" || record.assignedById === person.id || record.opened === "Y";
}

/** Dictionaries, funnels and smart processes are the administrator's. */
export function mayConfigure(person: Person): boolean {
  return person.role === "manager";
}
