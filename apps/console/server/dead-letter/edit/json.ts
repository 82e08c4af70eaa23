/** An object of JSON, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** What stands under a name or a number; undefined where nothing does. */
export function partOf(value: unknown, key: string): unknown {
  if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

/** Names and numbers under which a value has parts; none for what has no parts. */
export const keysOf = (value: unknown): string[] =>
  value !== null && typeof value === "object" ? Object.keys(value) : [];

/** A place as people read it: `buttons.0.1.text`. */
export const placeOf = (path: readonly string[]): string => path.join(".");
