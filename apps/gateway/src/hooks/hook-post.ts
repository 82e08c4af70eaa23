import { createHash } from "node:crypto";

import type { KeyedEvent } from "@botdeck/core";
import { type HookReading, readHookPost, RefusedPost } from "@botdeck/notifications";

import type { KnownHook } from "../directory/known-senders.ts";

/** The same content within one such stretch of the clock is the same post, when its sender does not number posts; in milliseconds. */
export const CONTENT_WINDOW_MS = 10 * 60_000;
/** The same of alerts: what recovered and fires again may look as it did before, and a repeat too many tells nobody anything. */
const ALERT_WINDOW_MS = 5_000;
const LONGEST_KEY = 255;
/** A lane is an index entry, and what a sender calls a group may be longer than one can be. */
const LONGEST_SUBJECT = 200;

export type HookArrival = {
  payload: unknown;
  idempotencyKey: string | undefined;
  /** When it was signed, as the signature proves; null where nothing does. */
  signedAt: Date | null;
  arrivedAt: Date;
};

/**
 * A hook's post for the inbox, under the key by which a second delivery is recognised. Posts about the same group of alerts stay in
 * order, and so do all posts that are none.
 *
 * - `alertmanager`, `grafana`: the group, its status, and for each alert which one it is, its status and its start. That all is over
 *   is known by it also hours later. What fires is known within seconds: one that was muted over there meanwhile comes back in the
 *   very words of before, and a repeat too many tells nobody anything.
 * - others: the sender's Idempotency-Key; without one, the content within ten minutes of the clock (:00 to :10, …), of alerts
 *   within seconds. The key of a signed post is not believed, since it is not signed: the post is known by its content and the
 *   signature's clock, of alerts to the moment; where the signature has no time, by its content alone, whenever it comes.
 *
 * @throws AppError `invalid` when it is not what the hook's kind says.
 */
export function keyHookPost(hook: KnownHook, arrival: HookArrival): KeyedEvent {
  const { kind: source, options } = hook;
  const reading = readHookPost(arrival.payload, { source, options, arrivedAt: arrival.arrivedAt });
  const subject = reading.kind === "alerts" ? reading.post.groupKey : "posts";
  return {
    dedupeKey: digest(["hook", hook.id, ...identityOf(hook, reading, arrival)]),
    event: {
      kind: "hook.received",
      portalId: hook.portalId,
      botId: hook.botId,
      hookId: hook.id,
      subject: subject.length > LONGEST_SUBJECT ? digest([subject]) : subject,
      payload: arrival.payload,
      occurredAt: arrival.arrivedAt.toISOString(),
    },
  };
}

function identityOf({ kind, proof }: KnownHook, reading: HookReading, arrival: HookArrival): readonly string[] {
  if (reading.kind === "alerts" && (kind === "alertmanager" || kind === "grafana")) {
    const { groupKey, alerts, isOver, leftOut } = reading.post;
    const each = alerts.map((alert) => JSON.stringify([alert.fingerprint, alert.status, alert.startsAt])).toSorted();
    const stretch = isOver ? "ever" : stretchOf("alerts", { signedAt: null, arrivedAt: arrival.arrivedAt });
    return [groupKey, isOver ? "resolved" : "firing", stretch, String(leftOut), ...each];
  }
  const { payload, idempotencyKey = "", signedAt, arrivedAt } = arrival;
  if (idempotencyKey === "" || proof === "hmac" || signedAt !== null) {
    const isUntimed = proof === "hmac" && signedAt === null;
    const stretch = isUntimed ? "ever" : stretchOf(reading.kind, { signedAt, arrivedAt });
    return ["content", stretch, digest([JSON.stringify(payload)])];
  }
  if (idempotencyKey.length > LONGEST_KEY) {
    throw new RefusedPost("invalid", "long_key", { most: LONGEST_KEY });
  }
  return ["key", idempotencyKey];
}

/** Within which time the same content is the same post. */
function stretchOf(kind: HookReading["kind"], { signedAt, arrivedAt }: Pick<HookArrival, "signedAt" | "arrivedAt">) {
  if (kind === "alerts" && signedAt !== null) return signedAt.toISOString();
  const windowMs = kind === "alerts" ? ALERT_WINDOW_MS : CONTENT_WINDOW_MS;
  return String(Math.floor((signedAt ?? arrivedAt).getTime() / windowMs));
}

const digest = (parts: readonly string[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex");
