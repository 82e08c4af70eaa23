import { redact } from "@botdeck/core";

import { maskName, maskText } from "../conversation/mask-personal-data.ts";

/** Of people, in our own form and in the portal's: `name`, `personName`, `LAST_NAME`, and files that people named. */
const NAME_KEY = /name|title/i;
/** Names that are not a person's: of a bot, and of what a command or an event is called. */
const OTHER_NAME_KEY = /^(?:botName|eventName|workflowName)$/i;

/**
 * A payload as it may be shown: field names and shape stay, secrets never. With `hides`, names become initials, and
 * addresses and long numbers inside texts are hidden, as in conversations.
 */
export function maskPayload(payload: unknown, hides: boolean): unknown {
  const safe = redact(payload);
  return hides ? maskValue(safe, "") : safe;
}

function maskValue(value: unknown, key: string): unknown {
  if (typeof value === "string") {
    return NAME_KEY.test(key) && !OTHER_NAME_KEY.test(key) ? maskName(value) : maskText(value);
  }
  if (Array.isArray(value)) return value.map((item) => maskValue(item, key));
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, maskValue(item, name)]));
}
