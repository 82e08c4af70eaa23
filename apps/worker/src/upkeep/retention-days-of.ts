import { checkRetention, type RetentionDays } from "@botdeck/db";

import type { WorkerEnv } from "../env.ts";

/**
 * How long things are kept, as the environment says.
 *
 * @throws AppError `invalid` when keys of events would go too early.
 */
export function retentionDaysOf(env: WorkerEnv): RetentionDays {
  return checkRetention({
    payload: env.WORKER_KEEP_PAYLOADS_DAYS,
    dedupeKey: env.WORKER_KEEP_EVENT_KEYS_DAYS,
    effect: env.WORKER_KEEP_EFFECTS_DAYS,
    transcript: env.WORKER_KEEP_CONVERSATIONS_DAYS,
    discarded: env.WORKER_KEEP_DISCARDED_DAYS,
    audit: env.WORKER_KEEP_AUDIT_DAYS,
    outage: env.WORKER_KEEP_OUTAGES_DAYS,
  });
}
