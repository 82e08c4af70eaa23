import { ancestryOf } from "../../people/department-tree.ts";
import type { Portal } from "../../portal.ts";
import type { Department } from "../../state/people.ts";
import { imUserView } from "./user-view.ts";

/** A department in the messenger; its head in full when that is asked for. Bitrix24 docs: im.department.get. */
export function departmentView(portal: Portal, department: Department, hasUserData: boolean): Record<string, unknown> {
  const head = portal.state.people.get(department.headId ?? 0);
  return {
    id: department.id,
    name: department.name,
    full_name: ancestryOf(portal.state, department)
      .map(({ name }) => name)
      .join(" / "),
    manager_user_id: department.headId ?? 0,
    ...(hasUserData && { manager_user_data: head === undefined ? null : imUserView(portal, head) }),
  };
}
