import type { RestMethod } from "../method.ts";
import { departmentMethods } from "./department.ts";
import { userAccessMethods } from "./user-access.ts";
import { userOptionMethods } from "./user-option.ts";
import { userUpdateMethods } from "./user-update.ts";
import { userMethods } from "./user.ts";
import { workGroupMethods } from "./work-group.ts";

/** Accounts and the company's structure. Bitrix24 docs: api-reference/user, api-reference/departments. */
export const peopleMethods: RestMethod[] = [
  ...userMethods,
  ...userUpdateMethods,
  ...userAccessMethods,
  ...userOptionMethods,
  ...departmentMethods,
  ...workGroupMethods,
];
