const MOST_CHARACTERS = 200;

/** Where a payload keeps the words that a person knows it by, in the order in which they are looked for. */
const PLACES: readonly (readonly string[])[] = [
  ["text"],
  ["message", "text"],
  ["title"],
  ["name"],
  ["comment"],
  ["workflow"],
  ["signal"],
  ["command", "name"],
  ["subject"],
  ["phone"],
];

/** The words of an event or an effect that tell it from others; null where it has none. @param payload Masked already. */
export function gistOf(payload: unknown): string | null {
  for (const place of PLACES) {
    const found = place.reduce<unknown>((value, key) => fieldOf(value, key), payload);
    if (typeof found !== "string" || found.trim() === "") continue;
    const text = found.trim().replace(/\s+/g, " ");
    return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  }
  return null;
}

function fieldOf(value: unknown, key: string): unknown {
  if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}
