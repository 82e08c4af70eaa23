/**
 * Writes parameters as PHP reads them from a query: `fields[PHONE][0][VALUE]=…`, each part encoded once. Positional
 * parameters (an array) keep their order; a date is ISO 8601 in UTC; a boolean is `true` or `false`, as the official SDK
 * writes it; what is undefined is left out.
 *
 * @see Bitrix24 docs: settings/how-to-call-rest-api/batch
 */
export function encodeQuery(params: object): string {
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(params)) write(encodePart(key), value, pairs);
  return pairs.join("&");
}

function write(path: string, value: unknown, pairs: string[]): void {
  if (value === undefined) return;
  if (value instanceof Date) pairs.push(`${path}=${encodePart(value.toISOString())}`);
  else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) write(`${path}%5B${encodePart(key)}%5D`, item, pairs);
  } else pairs.push(`${path}=${encodePart(value === null ? "" : String(value))}`);
}

/**
 * RFC 3986: PHP reads what `encodeURIComponent` leaves alone, the portal's own references need not. Half of a cut character
 * has no code, and leaves as U+FFFD.
 */
function encodePart(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
