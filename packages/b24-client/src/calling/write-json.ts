/** JSON that PHP can read: half of a cut character, for which it would refuse the whole text, is written as U+FFFD. */
export function writeJson(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? part.toWellFormed() : part));
}
