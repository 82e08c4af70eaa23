import { emptyWireMap, mapAt, optionalTextAt, textAt, type WireMap } from "./wire.ts";

/** What surrounds every event, whichever it is. The tokens that came with it are left behind. */
export type EventEnvelope = {
  /** Upper case, such as `ONIMBOTV2MESSAGEADD`. */
  event: string;
  /** When the portal's queue sent it; null when it did not say. */
  sentAt: Date | null;
  /** Proves that the portal sent it; only ever the top-level one. Null when missing or not a text. */
  applicationToken: string | null;
  memberId: string | null;
  domain: string | null;
  /** Portal user whose action caused it; null when a robot, a process or the portal itself did. */
  userId: string | null;
  /** Without any token or `auth` block. */
  data: WireMap;
};

/** A bot's entry repeats the whole auth block, once flat and once under AUTH. */
const AUTH_KEY = /^(?:auth|access_token|refresh_token|application_token|client_id|client_secret|expires|expires_in)$/i;

/**
 * Reads the frame of an event without judging what is inside.
 *
 * @throws AppError `invalid` when there is no event name.
 * @see Bitrix24 docs: api-reference/events/index
 */
export function readEnvelope(body: WireMap): EventEnvelope {
  return {
    event: textAt(body, "event").toUpperCase(),
    sentAt: fromUnixSeconds(optionalTextAt(body, "ts")),
    applicationToken: optionalTextAt(body, "auth.application_token"),
    memberId: optionalTextAt(body, "auth.member_id"),
    domain: optionalTextAt(body, "auth.domain"),
    userId: optionalTextAt(body, "auth.user_id"),
    data: readData(body),
  };
}

/** One event's data is a bare number; it stands under `VALUE` here. */
function readData(body: WireMap): WireMap {
  const bare = optionalTextAt(body, "data");
  if (bare === null) return withoutAuth(mapAt(body, "data"));
  const data = emptyWireMap();
  data["VALUE"] = bare;
  return data;
}

/** The same map where there is nothing to take out: each event comes through here, and copying took most of its time. */
function withoutAuth(map: WireMap): WireMap {
  let changes: Map<string, WireMap | null> | null = null;
  for (const key in map) {
    const value = map[key];
    const cleaned = AUTH_KEY.test(key) ? null : typeof value === "object" ? withoutAuth(value) : value;
    if (cleaned !== value && typeof cleaned === "object") (changes ??= new Map()).set(key, cleaned);
  }
  if (changes === null) return map;
  const kept = emptyWireMap();
  for (const key in map) {
    const value = changes.has(key) ? changes.get(key) : map[key];
    if (value !== null && value !== undefined) kept[key] = value;
  }
  return kept;
}

function fromUnixSeconds(text: string | null): Date | null {
  return text !== null && /^\d{9,11}$/.test(text) ? new Date(Number(text) * 1000) : null;
}
