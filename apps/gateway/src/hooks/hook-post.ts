import { createHash } from "node:crypto";

import { AppError, type KeyedEvent } from "@botdeck/core";
import { z } from "zod";

import type { KnownHook } from "../directory/known-senders.ts";

/** The same content within one such stretch of the clock is the same post, when its sender does not number posts; in milliseconds. */
export const CONTENT_WINDOW_MS = 10 * 60_000;
const LONGEST_KEY = 255;
/** A lane is an index entry, and what Alertmanager calls a group may be longer than one can be. */
const LONGEST_SUBJECT = 200;

/** What is read of an Alertmanager notification; the rest is kept as it came. */
const Alerts = z.object({
  groupKey: z.string().min(1),
  status: z.string().min(1),
  alerts: z.array(
    z.object({ status: z.string().default(""), fingerprint: z.string().default(""), startsAt: z.string() }),
  ),
});

export type HookArrival = { payload: unknown; idempotencyKey: string | undefined; arrivedAt: Date };

/**
 * A hook's post for the inbox, under the key by which a second delivery is recognised.
 *
 * - `alertmanager`: the group, its status, and for each alert which one it is, its status and its start. A repeat of the
 *   same news is known by it, also hours later; a group of which one alert ends, or starts anew, is other news.
 * - `generic`: the sender's Idempotency-Key; without one, the content within ten minutes of the clock (:00 to :10, …).
 *
 * @throws AppError `invalid` when it is not what the hook's kind says.
 * @see https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export function keyHookPost(hook: KnownHook, arrival: HookArrival): KeyedEvent {
  const { subject, identity } = hook.kind === "alertmanager" ? readAlerts(arrival) : readAnything(arrival);
  return {
    dedupeKey: digest(["hook", hook.id, ...identity]),
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

type Read = { subject: string; identity: readonly string[] };

function readAlerts({ payload }: HookArrival): Read {
  const read = Alerts.safeParse(payload);
  if (!read.success) {
    throw new AppError("invalid", `The body is no notification of Alertmanager: ${z.prettifyError(read.error)}`);
  }
  const { groupKey, status, alerts } = read.data;
  const each = alerts.map((alert) => JSON.stringify([alert.fingerprint, alert.status, alert.startsAt])).toSorted();
  return { subject: groupKey, identity: [groupKey, status, ...each] };
}

function readAnything({ payload, idempotencyKey, arrivedAt }: HookArrival): Read {
  // All posts of such a hook stay in order.
  const subject = "posts";
  if (idempotencyKey === undefined || idempotencyKey === "") {
    const window = Math.floor(arrivedAt.getTime() / CONTENT_WINDOW_MS);
    return { subject, identity: ["content", String(window), digest([JSON.stringify(payload)])] };
  }
  if (idempotencyKey.length > LONGEST_KEY) {
    throw new AppError("invalid", `The Idempotency-Key is longer than ${LONGEST_KEY} characters`);
  }
  return { subject, identity: ["key", idempotencyKey] };
}

const digest = (parts: readonly string[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex");
