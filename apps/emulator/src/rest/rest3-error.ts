import { RestError } from "./rest-error.ts";

const PREFIX = "BITRIX_REST_V3_EXCEPTION_";
/** Where the old door has a code of its own for the same thing. */
const CODES: Record<string, readonly [status: number, code: string]> = {
  ERROR_METHOD_NOT_FOUND: [400, "METHODNOTFOUNDEXCEPTION"],
  insufficient_scope: [403, "INSUFFICIENTSCOPEEXCEPTION"],
  ACCESS_DENIED: [403, "ACCESSDENIEDEXCEPTION"],
  "100": [400, "VALIDATION_REQUESTVALIDATIONEXCEPTION"],
};

/** A refusal that only the new door knows. Bitrix24 docs: api-reference/rest-v3. */
export function rest3Error(status: number, code: string, message: string): RestError {
  return new RestError(status, PREFIX + code, message);
}

/** A refusal as REST 3.0 writes it: an object with code, message and, for a parameter, which one. */
export function rest3Refusal(error: RestError): { status: number; body: object } {
  const [status, code] = CODES[error.code] ?? [error.status, null];
  const { message, field } = error;
  const validation = field === undefined ? {} : { validation: [{ message, field }] };
  const head = field === undefined ? message : "Error during request object validation";
  return { status, body: { error: { code: code === null ? error.code : PREFIX + code, message: head, ...validation } } };
}
