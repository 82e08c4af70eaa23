import { AppError } from "@botdeck/core";

import { readJson } from "./read-json.ts";

const MOST_FIELDS = 1_000;

/**
 * Reads what a sender posts: JSON, or a form as some payment providers send it.
 *
 * @throws AppError `invalid` for what is neither, or past a limit.
 */
export function readPayload(body: unknown, contentType: string | undefined): unknown {
  if (typeof body !== "string" || body === "") throw new AppError("invalid", "The request has no body");
  if (contentType?.startsWith("application/x-www-form-urlencoded") !== true) return readJson(body);
  const fields = [...new URLSearchParams(body)];
  if (fields.length > MOST_FIELDS) throw new AppError("invalid", `The body has more than ${MOST_FIELDS} fields`);
  // Through JSON, so that it is bounded and harmless as all else is.
  return readJson(JSON.stringify(Object.fromEntries(fields)));
}
