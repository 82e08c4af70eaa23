import type { Department } from "../state/people.ts";
import type { State } from "../state/state.ts";

/** The company itself; null on a portal without any department. */
export function rootDepartment(state: State): Department | null {
  return [...state.departments.values()].find(({ parentId }) => parentId === null) ?? null;
}

/** A department and all above it, itself first. */
export function ancestryOf(state: State, department: Department): Department[] {
  const parent = department.parentId === null ? undefined : state.departments.get(department.parentId);
  return parent === undefined ? [department] : [department, ...ancestryOf(state, parent)];
}
