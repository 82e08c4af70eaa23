import { listByComma, parseEnv } from "@botdeck/core";
import { RETENTION_DAYS } from "@botdeck/db";
import { z } from "zod";

import { PORTAL_RECORDS } from "./recovery/portal-changes.ts";

const ROLES = ["runtime", "deliverer", "flows", "installs", "recovery", "upkeep"] as const;

const days = (byDefault: number) => z.coerce.number().int().min(1).max(36_500).default(byDefault);

const Env = z.object({
  DATABASE_URL: z.url(),
  /** 32 random bytes in base64; seals tokens in the database. The same for every part of a deployment. */
  BOTDECK_SECRET_KEY: z.string().min(1),
  /** Which roles this process plays; they may run apart. */
  WORKER_ROLES: z
    .string()
    .default(ROLES.join(","))
    .transform(listByComma)
    .pipe(z.array(z.enum(ROLES)).nonempty()),
  WORKER_HOST: z.string().default("127.0.0.1"),
  WORKER_HEALTH_PORT: z.coerce.number().int().min(0).max(65_535).default(8082),
  /** Modules with bots of this deployment's own, by comma: absolute paths, `file:` URLs or names of installed packages. */
  BOTDECK_BOTS: z.string().default("").transform(listByComma),
  /** Inbox events handled side by side. */
  WORKER_RUNTIME_CONCURRENCY: z.coerce.number().int().positive().default(8),
  /** Effects under way side by side. */
  WORKER_DELIVERER_CONCURRENCY: z.coerce.number().int().positive().default(32),
  /** Where portals reach the gateway; bots in webhook mode send their events below it. */
  GATEWAY_PUBLIC_URL: z.url(),
  /** Empty in a deployment without workflows: their effects then wait in the outbox. */
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default("botdeck"),
  /** A bundle of the workflows built beforehand; bundled at start when empty. */
  WORKER_WORKFLOW_BUNDLE: z.string().optional(),
  /** The app that portals install; empty when only inbound webhooks are used. */
  B24_CLIENT_ID: z.string().optional(),
  B24_CLIENT_SECRET: z.string().optional(),
  /** `true`: portals on this machine and in private networks are taken too. For an emulated one, or one in a network of one's own. */
  B24_PRIVATE_PORTALS: z.stringbool().default(false),
  /** OAuth servers whose word about an installation counts, by comma. */
  B24_OAUTH_SERVERS: z
    .string()
    .default("https://oauth.bitrix24.tech,https://oauth.bitrix.info")
    .transform(listByComma)
    .pipe(z.array(z.url().transform((url) => new URL(url).origin))),
  /** A question found after an outage is answered if it is not older, in hours; else it is only written down. */
  WORKER_LATE_ANSWER_HOURS: z.coerce.number().min(0).max(720).default(12),
  /** Kinds of records whose changes portals queue for us, by comma, or `none`. */
  WORKER_PORTAL_RECORDS: z
    .string()
    .default(PORTAL_RECORDS.join(","))
    .transform((value) => (value.trim() === "none" ? [] : listByComma(value)))
    .pipe(z.array(z.enum(PORTAL_RECORDS))),
  /** What people wrote, in the events that brought it; dead letters keep it. */
  WORKER_KEEP_PAYLOADS_DAYS: days(RETENTION_DAYS.payload),
  /** By what a second delivery is recognised: 90 days longer than payloads at least. */
  WORKER_KEEP_EVENT_KEYS_DAYS: days(RETENTION_DAYS.dedupeKey),
  WORKER_KEEP_EFFECTS_DAYS: days(RETENTION_DAYS.effect),
  /** Conversations since their last message. */
  WORKER_KEEP_CONVERSATIONS_DAYS: days(RETENTION_DAYS.transcript),
  /** Dead letters that a person discarded. */
  WORKER_KEEP_DISCARDED_DAYS: days(RETENTION_DAYS.discarded),
  /** A client who says nothing more after an answer is taken to have what they came for after so many hours. */
  WORKER_SETTLE_VISITS_HOURS: z.coerce.number().positive().max(720).default(24),
  /** Where trained models of bots are kept; a folder of the machine's own for temporary files when empty. */
  WORKER_MODEL_FOLDER: z.string().optional(),
  WORKER_KEEP_AUDIT_DAYS: days(RETENTION_DAYS.audit),
  WORKER_KEEP_OUTAGES_DAYS: days(RETENTION_DAYS.outage),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});
export type WorkerEnv = z.infer<typeof Env>;

/** @throws AppError `invalid` that names every faulty variable. */
export const loadEnv = (source: Record<string, string | undefined>): WorkerEnv => parseEnv(Env, source);
