import { Rest3Error } from "../rest3-error.ts";

/** A field of the call itself that is missing or of another type. */
export const wrongRequest = (field: string, message: string): Rest3Error =>
  new Rest3Error(400, "VALIDATION_REQUESTVALIDATIONEXCEPTION", "Request validation error", [{ field, message }]);

/** A field inside `fields` that is missing. */
export const wrongFields = (field: string): Rest3Error =>
  new Rest3Error(400, "VALIDATION_DTOVALIDATIONEXCEPTION", "Validation error", [{ field, message: required(field) }]);

export const rest3Denied = (): Rest3Error => new Rest3Error(403, "ACCESSDENIEDEXCEPTION", "Access denied");

export const required = (field: string): string => `Required field \`${field}\` is not specified`;
