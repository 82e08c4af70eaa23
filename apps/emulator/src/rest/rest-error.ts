/** A refusal as Bitrix24 words it. The code is what clients decide on; the description is for their logs. */
export class RestError extends Error {
  override readonly name = "RestError";
  readonly status: number;
  readonly code: string;
  /** The parameter that is at fault, where one is; REST 3.0 names it beside the message. */
  readonly field: string | undefined;

  constructor(status: number, code: string, description: string, field?: string) {
    super(description);
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

/** A refusal of one method because of what was asked (400), or because of who asked (403). */
export const badRequest = (code: string, description: string): RestError => new RestError(400, code, description);
export const forbidden = (code: string, description: string): RestError => new RestError(403, code, description);
