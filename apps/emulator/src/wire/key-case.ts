/** The name of a task field in an answer: `CREATED_BY` → `createdBy`. */
export function camelKey(name: string): string {
  return name.toLowerCase().replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
