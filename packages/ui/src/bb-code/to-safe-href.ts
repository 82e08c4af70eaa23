/** The address of a link if it is a whole http(s) one, otherwise null: `javascript:`, `data:` and relative ones are refused. */
export function toSafeHref(written: string): string | null {
  const trimmed = written.trim();
  if (!/^https?:\/\//iu.test(trimmed) || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  // A name or password before the host dresses one address up as another: https://bank.example@evil.example.
  return url.username || url.password ? null : url.href;
}
