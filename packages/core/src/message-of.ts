import { redactText } from "./redact-text.ts";

/**
 * The text of any thrown value, for a log line or a stored `last_error`, with what is secret in it masked. Drizzle appends
 * the values of a failed query after `params:`; they may be what people wrote, so they are cut off and the driver's own
 * words are given instead.
 */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error))
    return redactText(typeof error === "object" && error !== null ? "Not an error" : String(error));
  const [text = ""] = error.message.split("\nparams:");
  if (text !== error.message) return error.cause instanceof Error ? messageOf(error.cause) : "A query failed";
  return text === "" ? error.name : redactText(text);
}
