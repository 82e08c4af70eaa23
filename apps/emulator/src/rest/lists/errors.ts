import { badRequest, type RestError } from "../rest-error.ts";

/** Bitrix24 docs: api-reference/lists, the errors of every page. */
export const missingParameter = (name: string): RestError =>
  badRequest("ERROR_REQUIRED_PARAMETERS_MISSING", `Required parameter \`${name}\` is missing`);
export const listNotFound = (): RestError => badRequest("ERROR_IBLOCK_NOT_FOUND", "Iblock not found");
export const accessDenied = (): RestError => badRequest("ACCESS_DENIED", "Access denied");
