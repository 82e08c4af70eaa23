import { accessCodesOf } from "../../people/access-codes.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { list, upperKeys } from "../params.ts";

/** Bitrix24 docs: api-reference/common/users/user-access. */
export const userAccessMethods: RestMethod[] = [{ name: "user.access", scopes: [], run: hasAccess }];

/** True when the caller has any of the codes; who may set up applications has them all. */
function hasAccess({ portal, caller, params }: Call): Answer {
  const own = accessCodesOf(portal.state, caller.user);
  const wanted = list(upperKeys(params), "ACCESS").map(String);
  return { result: caller.user.role === "manager" || wanted.some((code) => own.has(code)) };
}
