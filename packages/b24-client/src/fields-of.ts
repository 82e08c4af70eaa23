/** The fields of a value that a portal sent; none when it is no map. PHP writes an empty map as `[]`, and one with numbered keys as a list. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
