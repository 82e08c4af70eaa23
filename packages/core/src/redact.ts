const SECRET_KEY =
  /^(?:auth|access_?token|refresh_?token|application_?token|bot_?token|client_?(?:id|secret)|password|secret|authorization|cookie|set-cookie|token)$/i;
const MASK = "***";

/** `https://portal/rest/1/abc123/` carries its secret in the path; so do signed download links in their query. */
const WEBHOOK_PATH = /(\/rest\/\d+\/)[^/\s"'?]+/g;
const SECRET_QUERY = /([?&](?:auth|token|access_token|refresh_token|client_secret|code)=)[^&\s"']+/gi;

/** Masks what is secret inside a text: inbound webhook codes and tokens in query strings. */
export function redactText(text: string): string {
  return text.replace(WEBHOOK_PATH, `$1${MASK}`).replace(SECRET_QUERY, `$1${MASK}`);
}

/** A copy for a log or a screen, with every secret-shaped key and every secret inside a text masked. Cycles end as a mask. */
export function redact(value: unknown, seen: ReadonlySet<object> = new Set()): unknown {
  if (typeof value === "string") return redactText(value);
  if (value === null || typeof value !== "object") return value;
  if (seen.has(value)) return MASK;
  const path = new Set(seen).add(value);
  if (Array.isArray(value)) return value.map((item) => redact(item, path));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, SECRET_KEY.test(key) ? MASK : redact(item, path)]),
  );
}
