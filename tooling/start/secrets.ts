import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

import { z } from "zod";

import { AppError } from "@botdeck/core";

const Secrets = z.object({
  /** Encrypts tokens at rest: 32 bytes in base64. Without it the stored tokens cannot be read again. */
  secretKey: z.string(),
  betterAuthSecret: z.string(),
  demoClientSecret: z.string(),
  demoPassword: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

/** The secrets of this installation: made once, then kept, readable by the owner only. */
export function keepSecrets(file: string): Secrets {
  if (existsSync(file)) {
    const kept = Secrets.safeParse(parseJson(readFileSync(file, "utf8")));
    if (kept.success) return kept.data;
    throw new AppError("invalid", `${file} is damaged. Restore it, or start with --reset, which removes the data too.`);
  }
  const secrets: Secrets = {
    secretKey: randomBytes(32).toString("base64"),
    betterAuthSecret: randomBytes(32).toString("base64url"),
    demoClientSecret: randomBytes(24).toString("base64url"),
    demoPassword: randomBytes(9).toString("base64url"),
  };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
