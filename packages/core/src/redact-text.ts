export const MASK = "***";

const FIELD = "(?:access|refresh|application|bot)_?token|client_secret";

/** Each keeps what stands before the secret, in `$1`. */
const SECRETS: readonly RegExp[] = [
  // `https://portal/rest/1/abc123/` carries its secret in the path, and so does `/rest/api/1/abc123/`.
  /(\/rest\/(?:api\/)?\d+\/)[^/\s"'?]+/g,
  // Signed download links carry it in the query.
  /([?&](?:auth|token|access_token|refresh_token|client_secret|code|code_verifier)=)[^&\s"']+/gi,
  // A form, whose brackets may be encoded: `auth[access_token]=`.
  new RegExp(`((?:${FIELD})(?:\\]|%5D)?=)[^&\\s"']+`, "gi"),
  // JSON, also as a text within JSON.
  new RegExp(`((?:${FIELD}|password)\\\\?"\\s*:\\s*\\\\?")[^"\\\\]+`, "gi"),
  // `postgres://user:password@host`.
  /(:\/\/[^/\s:@]*:)[^/\s@]+(?=@)/g,
  /(\bbearer\s+)[\w.~+/=-]+/gi,
];

/** Masks what is secret inside a text: webhook codes, tokens in queries, forms and JSON, passwords in addresses. */
export function redactText(text: string): string {
  return SECRETS.reduce((masked, secret) => masked.replace(secret, `$1${MASK}`), text);
}
