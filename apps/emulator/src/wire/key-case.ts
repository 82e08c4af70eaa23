/** The same record with `snake_case` keys, as the older messenger methods write them: `entityData1` → `entity_data_1`. */
export function snakeKeys(value: Record<string, unknown>): Record<string, unknown> {
  const rename = (key: string): string => key.replaceAll(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), item]));
}

/** The name of a task field in an answer: `CREATED_BY` → `createdBy`. */
export function camelKey(name: string): string {
  return name.toLowerCase().replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
