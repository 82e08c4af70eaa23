/** Encodes as PHP's http_build_query does, which is how portals write their posts: nulls and empty lists vanish, true is 1. */
export function httpBuildQuery(value: Record<string, unknown>): string {
  return pairsOf(value, null).join("&");
}

function pairsOf(value: unknown, prefix: string | null): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([key, item]) => pairsOf(item, prefix === null ? key : `${prefix}[${key}]`));
  }
  const text = typeof value === "string" ? value : JSON.stringify(typeof value === "boolean" ? Number(value) : value);
  return [`${phpEncode(prefix ?? "")}=${phpEncode(text)}`];
}

function phpEncode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("%20", "+")
    .replace(/[!'()*~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
