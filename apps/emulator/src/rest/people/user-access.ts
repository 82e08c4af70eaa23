import { ancestryOf } from "../../people/department-tree.ts";
import { profileOf } from "../../people/profiles.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { list, upperKeys } from "../params.ts";

const ADMINISTRATORS = "G1";
const EVERYBODY = ["AU", "G2"];

/** Bitrix24 docs: api-reference/common/users/user-access. */
export const userAccessMethods: RestMethod[] = [{ name: "user.access", scopes: [], run: hasAccess }];

/** True when the caller has any of the codes: `U1` a person, `D5` and `DR5` a department, `AU` everybody, `G1` managers. */
function hasAccess(call: Call): Answer {
  const { portal, caller } = call;
  if (caller.user.role === "manager") return { result: true };
  const { departmentIds } = profileOf(portal.state, caller.user);
  const above = departmentIds.flatMap((id) => {
    const department = portal.state.departments.get(id);
    return department === undefined ? [] : ancestryOf(portal.state, department).map((item) => `DR${item.id}`);
  });
  const own = new Set([`U${caller.user.id}`, ...EVERYBODY, ...departmentIds.map((id) => `D${id}`), ...above]);
  const wanted = list(upperKeys(call.params), "ACCESS").map(String);
  return { result: wanted.some((code) => code !== ADMINISTRATORS && own.has(code)) };
}
