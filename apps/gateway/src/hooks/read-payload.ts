import { RefusedPost } from "@botdeck/notifications";

import { readJson } from "./read-json.ts";

const MOST_FIELDS = 1_000;

/**
 * Reads what a sender posts: JSON, or a form as some payment providers send it.
 *
 * @throws AppError `invalid` for what is neither, or past a limit.
 */
export function readPayload(body: unknown, contentType: string | undefined): unknown {
  if (typeof body !== "string" || body === "") throw new RefusedPost("invalid", "no_body");
  if (contentType?.startsWith("application/x-www-form-urlencoded") !== true) return readJson(body);
  const fields = [...new URLSearchParams(body)];
  if (fields.length > MOST_FIELDS) throw new RefusedPost("invalid", "many_fields", { most: MOST_FIELDS });
  // Through JSON, so that it is bounded and harmless as all else is.
  return readJson(JSON.stringify(Object.fromEntries(fields)));
}
