import { listByComma, parseEnv } from "@botdeck/core";
import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z.string().min(1),
  CONSOLE_HOST: z.string().default("127.0.0.1"),
  CONSOLE_PORT: z.coerce.number().int().min(0).max(65_535).default(8081),
  /** The address people type. With `https`, cookies are marked Secure and HSTS is sent. */
  CONSOLE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:8081"),
  /** Proxies whose `X-Forwarded-For` is believed, as addresses or CIDR ranges with commas between; none by default. */
  CONSOLE_TRUSTED_PROXIES: z.string().default("").transform(listByComma),
  /** Signs the session cookies; a new one signs everybody out. */
  BETTER_AUTH_SECRET: z.string().min(32),
  /** Where other systems reach the gateway. Without it the console names addresses of sources in part, and cannot try them out. */
  GATEWAY_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** `true`: an admin without a second factor may do no more than a lead, until they set one up. */
  CONSOLE_ADMINS_NEED_SECOND_FACTOR: z.stringbool().default(false),
  /** The app that portals install. With it, people sign in by showing who they are on their portal. */
  B24_CLIENT_ID: z.string().optional(),
  B24_CLIENT_SECRET: z.string().optional(),
  /** `true`: portals on this machine and in private networks are taken too. For an emulated one, or one in a network of one's own. */
  B24_PRIVATE_PORTALS: z.stringbool().default(false),
  /** The worker's key: with it, people connect portals here; without it, by a command. */
  BOTDECK_SECRET_KEY: z.string().min(1).optional(),
  /** The worker's modules with bots of this deployment's own, by comma: with them, the console has their settings, texts and dialogs. */
  BOTDECK_BOTS: z.string().default("").transform(listByComma),
  /** The worker's Temporal: with it, the console shows histories of workflows, retries their steps and cuts them off. */
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default("botdeck"),
  /** Temporal's own interface, as people's browsers reach it; workflows link there. */
  TEMPORAL_UI_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

export const loadEnv = () => parseEnv(Env, process.env);
