import { RestError } from "./rest-error.ts";

const PREFIX = "BITRIX_REST_V3_EXCEPTION_";
/** Where the old door has a code of its own for the same thing. */
const CODES: Record<string, readonly [status: number, code: string]> = {
  ERROR_METHOD_NOT_FOUND: [400, "METHODNOTFOUNDEXCEPTION"],
  insufficient_scope: [403, "INSUFFICIENTSCOPEEXCEPTION"],
  ACCESS_DENIED: [403, "ACCESSDENIEDEXCEPTION"],
  "100": [400, "VALIDATION_REQUESTVALIDATIONEXCEPTION"],
};

type Validation = { field: string; message: string };

/** A refusal of REST 3.0: `validation` names the fields at fault. Bitrix24 docs: _includes/error-info-v3. */
export class Rest3Error extends RestError {
  readonly validation: Validation[];

  /** @param code Without the prefix that all of them have. */
  constructor(status: number, code: string, description: string, validation: Validation[] = []) {
    super(status, PREFIX + code, description);
    this.validation = validation;
  }
}

/** A refusal as REST 3.0 writes it: an object with code, message and, for parameters, which ones. */
export function rest3Refusal(error: RestError): { status: number; body: object } {
  const [status, code] = CODES[error.code] ?? [error.status, null];
  const validation = validationOf(error);
  const message = error.field === undefined ? error.message : "Request validation error";
  const body = { code: code === null ? error.code : PREFIX + code, message };
  return { status, body: { error: { ...body, ...(validation.length > 0 && { validation }) } } };
}

function validationOf(error: RestError): Validation[] {
  if (error instanceof Rest3Error) return error.validation;
  return error.field === undefined ? [] : [{ field: error.field, message: error.message }];
}
