import { AppError } from "@botdeck/core";

import { BODY_LIMITS } from "./parse-form.ts";
import { checkKey, cleanText, emptyWireMap, type WireMap, type WireValue } from "./wire.ts";

/**
 * Turns JSON into what the same data would be after a trip through a form: numbers and flags become texts (`1`, `0`),
 * nulls and empty lists vanish, lists become maps with numeric keys. One reader then serves webhook and fetch mode, and
 * both give the same event and the same dedupe key.
 *
 * @throws AppError `invalid` past a limit of BODY_LIMITS, or when the value is not an object.
 * @see Bitrix24 docs: chat-bots-v2/imbot.v2/events (how a webhook writes the types that fetch mode sends)
 */
export function toWireMap(json: unknown): WireMap {
  const budget = { pairs: BODY_LIMITS.pairs };
  const value = convert(json, 0, budget);
  // PHP writes an empty map as [], which vanishes like every empty list.
  if (value === null && typeof json === "object") return emptyWireMap();
  if (value === null || typeof value === "string") throw new AppError("invalid", "The event body is not an object");
  return value;
}

function convert(json: unknown, depth: number, budget: { pairs: number }): WireValue | null {
  if (depth > BODY_LIMITS.depth) throw new AppError("invalid", `The event body nests deeper than ${BODY_LIMITS.depth}`);
  if (typeof json === "string") return cleanText(json);
  if (typeof json === "number") return String(json);
  if (typeof json === "boolean") return json ? "1" : "0";
  if (typeof json !== "object" || json === null) return null;
  const map = emptyWireMap();
  let isEmpty = true;
  for (const [key, item] of Object.entries(json)) {
    if (--budget.pairs < 0) throw new AppError("invalid", `The event body has more than ${BODY_LIMITS.pairs} values`);
    const value = convert(item, depth + 1, budget);
    if (value === null) continue;
    map[checkKey(cleanText(key))] = value;
    isEmpty = false;
  }
  return isEmpty ? null : map;
}
