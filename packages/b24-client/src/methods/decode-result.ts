import type { MethodName, MethodResult } from "./index.ts";
import { SHAPES } from "./generated/shapes.gen.ts";
import type { Shape } from "./shape.ts";

/** An answer lacks a field that every answer has. */
export class UnknownAnswer extends Error {
  override readonly name = "UnknownAnswer";
  /** Such as `result.bot.id`. */
  readonly path: string;

  constructor(path: string) {
    super(`The answer has no ${path}`);
    this.path = path;
  }
}

/**
 * Reads what stands under `result`, whose forms are PHP's, into the method's documented types: ids are texts (numbers on
 * some methods), numbers are numbers (texts on others), `Y`, `1` and `true` are true, an empty map is not a list. A value
 * that cannot be read so is null, a field that is not documented stays as it came.
 *
 * @throws UnknownAnswer when a field is missing that every answer has.
 */
export function decodeResult<Name extends MethodName>(method: Name, result: unknown): MethodResult<Name> {
  // safe: the types and the shapes are written from the same data
  return decode(SHAPES[method] ?? "any", result, "result") as MethodResult<Name>;
}

function decode(shape: Shape, value: unknown, path: string): unknown {
  if (typeof shape === "string") return shape === "any" ? value : decodeScalar(shape, value);
  if ("list" in shape) return entriesOf(value).map(([key, item]) => decode(shape.list, item, `${path}.${key}`));
  if ("map" in shape) {
    return Object.fromEntries(entriesOf(value).map(([key, item]) => [key, decode(shape.map, item, `${path}.${key}`)]));
  }
  return decodeFields(shape.fields, shape.certain ?? [], value, path);
}

function decodeFields(
  fields: Readonly<Record<string, Shape>>,
  certain: readonly string[],
  value: unknown,
  path: string,
): Record<string, unknown> {
  const decoded = Object.fromEntries(
    entriesOf(value).map(([key, item]) => {
      const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
      return [key, shape === undefined || item === null ? item : decode(shape, item, `${path}.${key}`)];
    }),
  );
  for (const key of certain) {
    if (decoded[key] === undefined || decoded[key] === null) throw new UnknownAnswer(`${path}.${key}`);
  }
  return decoded;
}

/** PHP tells no empty map from an empty list, and writes a list with holes as a map. */
function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function decodeScalar(shape: "id" | "number" | "flag" | "text", value: unknown): string | number | boolean | null {
  if (shape === "flag") return readFlag(value);
  if (typeof value !== "string" && typeof value !== "number") return null;
  if (shape === "number") return value === "" || Number.isNaN(Number(value)) ? null : Number(value);
  return shape === "id" && value === "" ? null : String(value);
}

function readFlag(value: unknown): boolean | null {
  if (value === true || value === "Y" || value === 1 || value === "1" || value === "true") return true;
  if (value === false || value === "N" || value === 0 || value === "0" || value === "" || value === "false")
    return false;
  return null;
}
