import { bearerTokenOf } from "./bearer-token.ts";

type Call = { method: string; url: string; headers: Record<string, string | string[] | undefined> };

/**
 * Why a request must not be served, or null. A page of another site can make a browser send our cookies along;
 * it cannot forge `Origin` or `Sec-Fetch-Site`, and it cannot send JSON without asking first. A program with a token has no
 * origin, and its cookies are not read.
 */
export function refusalOf({ method, url, headers }: Call, trustedOrigins: readonly string[]): string | null {
  if (headers["sec-fetch-site"] === "cross-site" && headers["sec-fetch-mode"] !== "navigate") {
    return "This request comes from another site.";
  }
  if (method === "GET" || method === "HEAD") return null;
  const origin = headers["origin"];
  const isTrusted = typeof origin === "string" && trustedOrigins.includes(origin);
  if (!isTrusted && bearerTokenOf({ url, headers }) === null) {
    return "This request names no origin that the console trusts. Open the console at its public address.";
  }
  const contentType = headers["content-type"];
  const isJson = typeof contentType === "string" && /^application\/json\s*(;|$)/i.test(contentType);
  return isJson ? null : "Send application/json.";
}
