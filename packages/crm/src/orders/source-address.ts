import { z } from "zod";

/** Credentials have fields of their own, where they are not shown. */
export const SourceAddress = z.url({ protocol: /^https?$/, abort: true }).refine((url) => {
  // What is no address is told by the check before.
  if (!URL.canParse(url)) return true;
  const { username, password } = new URL(url);
  return username === "" && password === "";
}, "Give the login and the password in their own fields, not in the address");

export const SourceTimeoutMs = z.number().int().min(100).max(20_000).default(4_000);

/** As people read it in errors: which kind, and where; never the path or the query. */
export function nameOfSource(kind: string, url: string): string {
  return `The ${kind} order source at ${new URL(url).host}`;
}
