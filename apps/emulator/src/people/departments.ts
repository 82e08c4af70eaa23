import type { Person } from "../state/model.ts";
import type { Department } from "../state/people.ts";
import type { State } from "../state/state.ts";
import { nextId } from "../state/state.ts";
import { changeProfile, employeesOf, profileOf } from "./profiles.ts";

export function addDepartment(state: State, input: Omit<Department, "id">): Department {
  const department: Department = { id: nextId(state, "department"), ...input };
  state.departments.set(department.id, department);
  return department;
}

/** Takes a department away: what is below it and who works in it moves one step up. */
export function removeDepartment(state: State, { id, parentId }: Department): void {
  state.departments.delete(id);
  for (const department of state.departments.values()) if (department.parentId === id) department.parentId = parentId;
  for (const person of employeesOf(state)) {
    const { departmentIds } = profileOf(state, person);
    if (!departmentIds.includes(id)) continue;
    const others = departmentIds.filter((departmentId) => departmentId !== id);
    const moved = others.length > 0 || parentId === null ? others : [parentId];
    changeProfile(state, person, { departmentIds: moved });
  }
}

/** Who works in a department itself, not below it. */
export function staffOf(state: State, departmentId: number): Person[] {
  return employeesOf(state).filter((person) => profileOf(state, person).departmentIds.includes(departmentId));
}
