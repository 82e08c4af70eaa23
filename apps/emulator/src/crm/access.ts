import { subordinatesOf } from "../people/subordinates.ts";
import type { CrmRecord } from "../state/crm.ts";
import type { Person } from "../state/model.ts";
import type { State } from "../state/state.ts";

/**
 * What a person sees and may change, made once for many records: managers everything, others what they answer for, what
 * those they lead answer for, and what is open to everyone.
 */
export function accessOf(state: State, person: Person): (record: CrmRecord) => boolean {
  const led = subordinatesOf(state, person.id);
  return ({ assignedById, opened }) =>
    person.role === "manager" || assignedById === person.id || opened === "Y" || led.has(assignedById);
}

/** `accessOf` for one record. */
export function isAccessible(state: State, record: CrmRecord, person: Person): boolean {
  return accessOf(state, person)(record);
}

/** Dictionaries, funnels and smart processes are the administrator's. */
export function mayConfigure(person: Person): boolean {
  return person.role === "manager";
}
