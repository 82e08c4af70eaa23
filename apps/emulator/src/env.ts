import { parseEnv } from "@botdeck/core";
import { z } from "zod";

import { BucketText } from "./rest/bucket-limits.ts";

const Env = z.object({
  EMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(8090),
  EMULATOR_HOST: z.string().default("127.0.0.1"),
  /** How others reach the portal, where that is not host and port: `http://emulator:8090` in containers. */
  EMULATOR_PUBLIC_URL: z
    .url()
    .transform((address) => address.replace(/\/$/, ""))
    .optional(),
  /** The portal is kept here and found again at the next start; without it everything is forgotten. */
  EMULATOR_STATE_FILE: z.string().optional(),
  /** Every REST call and every sent event, one JSON line each, secrets masked. */
  EMULATOR_RECORD_FILE: z.string().optional(),
  /** What a new portal starts with. */
  EMULATOR_SEED_FILE: z.string().optional(),
  /** Calls at once and per second: `50/2` is everybody's, `250/5` Enterprise, `off` no limit. */
  EMULATOR_LIMIT: BucketText,
});
export type Env = z.infer<typeof Env>;

/** @throws AppError `invalid` that names every faulty variable. */
export const loadEnv = (): Env => parseEnv(Env, process.env);
