/**
 * A copy with an empty text for every null, as events of bots of the second version have it: `forward` is there and "".
 *
 * Bitrix24 docs: chat-bots-v2/imbot.v2/events.
 */
export function emptyForNull(value: unknown): unknown {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(emptyForNull);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, emptyForNull(item)]));
}
