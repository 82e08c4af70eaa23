import { messageOf } from "./message-of.ts";
import { MASK, redactText } from "./redact-text.ts";

const SECRET_KEY =
  /^(?:auth|access_?token|refresh_?token|application_?token|bot_?token|client_?(?:id|secret)|(?:secret|private|api|x-api)[_-]?key|password|secret|authorization|cookie|set-cookie|token)$/i;

/** A copy for a log or a screen, with every secret-shaped key and every secret inside a text masked. Cycles end as a mask. */
export function redact(value: unknown, seen: ReadonlySet<object> = new Set()): unknown {
  if (typeof value === "string") return redactText(value);
  if (value === null || typeof value !== "object") return value;
  if (value instanceof Date) return value;
  if (value instanceof Error) return { name: value.name, message: messageOf(value) };
  if (seen.has(value)) return MASK;
  const path = new Set(seen).add(value);
  if (Array.isArray(value)) return value.map((item) => redact(item, path));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, SECRET_KEY.test(key) ? MASK : redact(item, path)]),
  );
}
