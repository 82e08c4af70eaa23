import { RestError } from "../rest-error.ts";

const CODE = "BITRIX_REST_V3_EXCEPTION_";

/** A refusal of REST 3.0: `validation` names the fields at fault. Bitrix24 docs: _includes/error-info-v3. */
export class Rest3Error extends RestError {
  readonly validation: { field: string; message: string }[];

  constructor(status: number, code: string, description: string, validation: { field: string; message: string }[]) {
    super(status, CODE + code, description);
    this.validation = validation;
  }
}

/** A field of the call itself that is missing or of another type. */
export const wrongRequest = (field: string, message: string): Rest3Error =>
  new Rest3Error(400, "VALIDATION_REQUESTVALIDATIONEXCEPTION", "Request validation error", [{ field, message }]);

/** A field inside `fields` that is missing. */
export const wrongFields = (field: string): Rest3Error =>
  new Rest3Error(400, "VALIDATION_DTOVALIDATIONEXCEPTION", "Validation error", [{ field, message: required(field) }]);

export const rest3Denied = (): Rest3Error => new Rest3Error(403, "ACCESSDENIEDEXCEPTION", "Access denied", []);

export const required = (field: string): string => `Required field \`${field}\` is not specified`;
