/**
 * What stands at a path of a post: `order.id`, `items.0.name`. Only what the post itself has is found, so that no name means
 * anything else.
 *
 * @returns Undefined where the path leads nowhere.
 */
export function valueAt(payload: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    return (value as Record<string, unknown>)[name]; // safe: it is an object that has the name
  }, payload);
}

/** The text of a plain value; null for an empty one, an object or nothing. */
export function textOf(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
