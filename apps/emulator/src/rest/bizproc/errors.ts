import type { Call } from "../method.ts";
import { badRequest, forbidden, type RestError } from "../rest-error.ts";

/** Bitrix24 docs: api-reference/bizproc. */
export const accessDenied = (): RestError => forbidden("ACCESS_DENIED", "Access denied!");
export const wrongWorkflow = (text: string): RestError => badRequest("ERROR_WRONG_WORKFLOW_ID", text);

/** Workflows themselves are the administrator's. */
export function refuseOthers({ caller }: Call): void {
  if (caller.user.role !== "manager") throw accessDenied();
}
