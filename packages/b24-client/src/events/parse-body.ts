import { AppError } from "@botdeck/core";

import { BODY_LIMITS, parseForm } from "./parse-form.ts";
import { toWireMap } from "./to-wire-map.ts";
import type { WireMap } from "./wire.ts";

/**
 * Decodes an event post by its content type. Portals send forms; one sample in their docs reads JSON, so both are taken.
 * A missing content type means a form; over HTTP that does not come up, since the gateway answers 415 to it.
 *
 * @throws AppError `invalid` for another content type, broken JSON, or a body past BODY_LIMITS.
 */
export function parseBody(contentType: string | undefined, body: string): WireMap {
  const mediaType = (contentType ?? "application/x-www-form-urlencoded").split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType === "application/x-www-form-urlencoded") return parseForm(body);
  if (mediaType === "application/json") return toWireMap(parseJson(body));
  throw new AppError("invalid", `An event must be a form or JSON, not ${mediaType ?? "nothing"}`);
}

function parseJson(body: string): unknown {
  if (body.length > BODY_LIMITS.bytes) {
    throw new AppError("invalid", `The event body passes the limit of ${BODY_LIMITS.bytes} bytes`);
  }
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new AppError("invalid", "The event body is not readable JSON", { cause });
  }
}
