import type { State } from "../state/state.ts";
import { employeesOf, profileOf } from "./profiles.ts";

/** Everybody who works in a department that a person leads, or below it; not the person themselves. */
export function subordinatesOf(state: State, personId: number): ReadonlySet<number> {
  const led = new Set([...state.departments.values()].filter(({ headId }) => headId === personId).map(({ id }) => id));
  if (led.size === 0) return led;
  for (let before = 0; before < led.size;) {
    before = led.size;
    for (const { id, parentId } of state.departments.values()) if (parentId !== null && led.has(parentId)) led.add(id);
  }
  const people = employeesOf(state).filter(
    (person) => person.id !== personId && profileOf(state, person).departmentIds.some((id) => led.has(id)),
  );
  return new Set(people.map(({ id }) => id));
}
