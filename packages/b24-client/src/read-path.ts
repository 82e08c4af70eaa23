export type Fields = Readonly<Record<string, unknown>>;

/** The value at a path of own fields; undefined when there is none. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    // safe: an object that owns the key
    (inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? (inner as Fields)[key] : undefined),
    value,
  );
}

/** The rows at a path; PHP writes a list with holes as a map. */
export function rowsAt(value: unknown, ...path: string[]): Fields[] {
  const rows = at(value, ...path);
  // safe: an object has fields or none
  return isObject(rows) ? Object.values(rows).filter((row): row is Fields => isObject(row)) : [];
}

/** The id or text at a path; null when there is none. */
export function textAt(value: unknown, ...path: string[]): string | null {
  const found = at(value, ...path);
  return typeof found === "string" || typeof found === "number" ? String(found) : null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
