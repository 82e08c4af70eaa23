import { parseEnv } from "@botdeck/core";
import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z.url(),
  /** 32 random bytes in base64; seals tokens in the database. The same for every part of a deployment. */
  BOTDECK_SECRET_KEY: z.string().min(1),
  GATEWAY_HOST: z.string().default("127.0.0.1"),
  GATEWAY_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** A request that takes longer to arrive is cut, in milliseconds. */
  GATEWAY_REQUEST_TIMEOUT_MS: z.coerce.number().int().positive().default(10_000),
  /** Where events wait on this machine's disk while Postgres is away; gateways may share it. Kept over restarts. */
  GATEWAY_SPOOL_FOLDER: z.string().min(1).default(".botdeck/spool"),
  /** The most that waits there per gateway, in bytes: 256 MiB hold some 200,000 messages. */
  GATEWAY_SPOOL_MAX_BYTES: z.coerce.number().int().min(1_048_576).default(268_435_456),
  /** How long events are still taken after the signal to stop, so that proxies see `/health` fail first, in milliseconds. */
  GATEWAY_DRAIN_MS: z.coerce.number().int().min(0).default(1_000),
  /** The app that portals install; the poller renews its tokens. Empty when only inbound webhooks are used. */
  B24_CLIENT_ID: z.string().optional(),
  B24_CLIENT_SECRET: z.string().optional(),
  /** `true`: portals on this machine and in private networks are taken too. For an emulated one, or one in a network of one's own. */
  B24_PRIVATE_PORTALS: z.stringbool().default(false),
  /** Where people sign in to the console: who comes back from their portal for that is sent on. */
  CONSOLE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});
export type GatewayEnv = z.infer<typeof Env>;

/** @throws AppError `invalid` that names every faulty variable. */
export const loadEnv = (source: Record<string, string | undefined>): GatewayEnv => parseEnv(Env, source);
