import { createHash } from "node:crypto";

import { AppError, type KeyedEvent } from "@botdeck/core";
import { type HookReading, readHookPost } from "@botdeck/notifications";

import type { KnownHook } from "../directory/known-senders.ts";

/** The same content within one such stretch of the clock is the same post, when its sender does not number posts; in milliseconds. */
export const CONTENT_WINDOW_MS = 10 * 60_000;
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
 * - `alertmanager`, `grafana`: the group, its status, and for each alert which one it is, its status and its start. A repeat of the
 *   same news is known by it, also hours later; a group of which one alert ends, or starts anew, is other news.
 * - others: the sender's Idempotency-Key; without one, the content within ten minutes of the clock (:00 to :10, …). Of a signed
 *   post it is the signature's clock, and the key is not believed: it is not signed.
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

function identityOf({ kind }: KnownHook, reading: HookReading, arrival: HookArrival): readonly string[] {
  if (reading.kind === "alerts" && (kind === "alertmanager" || kind === "grafana")) {
    const { groupKey, alerts, isOver, leftOut } = reading.post;
    const each = alerts.map((alert) => JSON.stringify([alert.fingerprint, alert.status, alert.startsAt])).toSorted();
    return [groupKey, isOver ? "resolved" : "firing", String(leftOut), ...each];
  }
  const { payload, idempotencyKey = "", signedAt, arrivedAt } = arrival;
  if (idempotencyKey === "" || signedAt !== null) {
    const window = Math.floor((signedAt ?? arrivedAt).getTime() / CONTENT_WINDOW_MS);
    return ["content", String(window), digest([JSON.stringify(payload)])];
  }
  if (idempotencyKey.length > LONGEST_KEY) {
    throw new AppError("invalid", `The Idempotency-Key is longer than ${LONGEST_KEY} characters`);
  }
  return ["key", idempotencyKey];
}

const digest = (parts: readonly string[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex");
