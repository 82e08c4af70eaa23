/**
 * Writes what PHP's `http_build_query` writes for an event: brackets for nesting, every scalar as text, `true` as `1`,
 * `false` as `0`; nulls, empty lists and empty maps are left out, so that to a handler "missing" and "empty" are one.
 *
 * Bitrix24 docs: api-reference/events (application/x-www-form-urlencoded).
 */
export function encodePhpForm(value: Record<string, unknown>): string {
  return Object.entries(value)
    .flatMap(([key, item]) => pairsOf(phpEncode(key), item))
    .join("&");
}

function pairsOf(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([key, item]) => pairsOf(`${name}%5B${phpEncode(key)}%5D`, item));
  }
  return [`${name}=${phpEncode(scalarText(value))}`];
}

function scalarText(value: unknown): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  return String(value);
}

/** PHP's `urlencode`: a plus for a space, and stricter than `encodeURIComponent`. */
function phpEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replaceAll(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}
