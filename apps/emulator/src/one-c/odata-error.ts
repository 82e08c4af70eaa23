/** A refusal in the form in which 1C gives it. */
export class ODataError extends Error {
  readonly status: number;
  readonly code: string;

  /** @param code The number of 1C for the kind of the refusal: 8 not found, 14 an option that cannot be read. */
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function badOption(option: string, why: string): ODataError {
  return new ODataError(400, "14", `Ошибка разбора опции запроса ${option}: ${why}`);
}
