import { badRequest, RestError } from "../rest-error.ts";

/** Refusals of the old methods have texts and, mostly, no code. Bitrix24 docs: crm.lead.get and the like. */
export const INVALID_ID = badRequest("", "ID is not defined or invalid.");
export const NOT_FOUND = badRequest("", "Not found");
export const ACCESS_DENIED = badRequest("", "Access denied.");

/** The universal methods have codes. Bitrix24 docs: crm.item.get. */
export const ITEM_NOT_FOUND = badRequest("NOT_FOUND", "Element not found");
export const TYPE_NOT_FOUND = badRequest("NOT_FOUND", "SPA not found");
export const ITEM_ACCESS_DENIED = badRequest("ACCESS_DENIED", "Access denied.");

export function notAnArray(name: string): RestError {
  return badRequest("", `Parameter '${name}' must be array.`);
}

/** Which of the two families of methods speaks. */
export type Spelling = "old" | "item";

export function invalidValue(spelling: Spelling, title: string): RestError {
  return badRequest(spelling === "old" ? "" : "CRM_FIELD_ERROR_VALUE_NOT_VALID", `Invalid value for field "${title}"`);
}

export function requiredField(spelling: Spelling, title: string): RestError {
  return badRequest(spelling === "old" ? "" : "CRM_FIELD_ERROR_REQUIRED", `The field "${title}" is required.`);
}

/** A thing the call names, and a thing it belongs to. Bitrix24 docs: crm.activity.todo.add, crm.timeline.comment.add. */
export const THING_NOT_FOUND = badRequest("NOT_FOUND", "Not found.");
export const OWNER_NOT_FOUND = badRequest("OWNER_NOT_FOUND", "Owner was not found");

export function fieldNotInOrder(key: string): RestError {
  return badRequest("INVALID_ARG_VALUE", `Invalid order: field '${key}' is not allowed in order`);
}

export function fieldNotInFilter(key: string): RestError {
  return badRequest("INVALID_ARG_VALUE", `Invalid filter: field '${key}' is not allowed in filter`);
}
