import { MAX_DEPTH, MAX_VARIABLES } from "./decode-php-form.ts";

/** PHP's `json_decode` goes no deeper. */
const MAX_JSON_DEPTH = 512;

/** A request that is too much of something. A portal drops what is beyond and says nothing; the emulator says it. */
export class BodyError extends Error {
  override readonly name = "BodyError";
  readonly statusCode: number;

  constructor(statusCode: 400 | 413, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** @throws BodyError 400 for a form with more variables, or deeper ones, than PHP reads. */
export function checkForm(text: string): void {
  const names = text.split("&", MAX_VARIABLES + 1).map((pair) => pair.split("=", 1)[0] ?? "");
  checkNames(names);
}

/** @throws BodyError 400 as `checkForm`, for names that are already apart. */
export function checkNames(names: string[]): void {
  if (names.length > MAX_VARIABLES) throw new BodyError(400, `The form has more than ${MAX_VARIABLES} variables.`);
  const isTooDeep = (name: string): boolean => (name.match(/\[|%5B/gi)?.length ?? 0) >= MAX_DEPTH;
  if (names.some(isTooDeep)) throw new BodyError(400, `A variable of the form nests deeper than ${MAX_DEPTH} levels.`);
}

/** @throws BodyError 400 for JSON that nests deeper than PHP reads. */
export function checkJson(value: unknown): void {
  if (isDeeper(value, MAX_JSON_DEPTH)) {
    throw new BodyError(400, `The JSON body nests deeper than ${MAX_JSON_DEPTH} levels.`);
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}
