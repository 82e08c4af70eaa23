import type { Person } from "../state/model.ts";
import type { State } from "../state/state.ts";
import { ancestryOf } from "./department-tree.ts";
import { isEmployee, profileOf } from "./profiles.ts";

/**
 * What stands for a person where rights are given: `U1` themselves, `D5` their department, `DR5` one with what is below
 * it, `AU`, `G2` and `*` everybody, `G1` administrators.
 *
 * Bitrix24 docs: api-reference/common/users/user-access, disk.folder.uploadFile.
 */
export function accessCodesOf(state: State, person: Person): ReadonlySet<string> {
  const { departmentIds } = profileOf(state, person);
  const departments = departmentIds.flatMap((id) => state.departments.get(id) ?? []);
  const above = departments.flatMap((department) => ancestryOf(state, department));
  return new Set([
    `U${person.id}`,
    ...departments.map(({ id }) => `D${id}`),
    ...above.map(({ id }) => `DR${id}`),
    ...(isEmployee(person) ? ["AU", "G2", "*"] : []),
    ...(person.role === "manager" ? ["G1"] : []),
  ]);
}
