const BEARER = /^Bearer +(\S+) *$/i;

/** The API of procedures; only there do tokens open anything. */
const API = /^\/trpc\//;

/**
 * The API token of a request to a procedure, or null. A request that has one is never read for cookies, and so needs no
 * origin: no page can make a browser send it.
 */
export function bearerTokenOf({
  url,
  headers,
}: {
  url: string;
  headers: Record<string, string | string[] | undefined>;
}): string | null {
  const given = headers["authorization"];
  if (typeof given !== "string" || !API.test(url)) return null;
  return BEARER.exec(given)?.[1] ?? null;
}
