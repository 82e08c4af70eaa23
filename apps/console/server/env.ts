import { parseEnv } from "@botdeck/core";
import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z.string().min(1),
  CONSOLE_HOST: z.string().default("127.0.0.1"),
  CONSOLE_PORT: z.coerce.number().int().min(0).max(65_535).default(8081),
  /** The address people type. With `https`, cookies are marked Secure and HSTS is sent. */
  CONSOLE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:8081"),
  /** Proxies whose `X-Forwarded-For` is believed, as addresses or CIDR ranges with commas between; none by default. */
  CONSOLE_TRUSTED_PROXIES: z.string().optional(),
  /** Signs the session cookies; a new one signs everybody out. */
  BETTER_AUTH_SECRET: z.string().min(32),
  /** Where other systems reach the gateway. Without it the console names addresses of sources in part, and cannot try them out. */
  GATEWAY_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

export const loadEnv = () => parseEnv(Env, process.env);
