import { parseEnv } from "@botdeck/core";
import { connect } from "@botdeck/db";
import { z } from "zod";

import { createAuth } from "./auth.ts";
import { putLogin } from "./put-login.ts";

// Run as a program after the migrations: sees to it that the demo log-ins are there. For a laptop, never for a team.
const env = parseEnv(
  z.object({
    DATABASE_URL: z.string().min(1),
    DEMO_PASSWORD: z.string().min(8),
    BETTER_AUTH_SECRET: z.string().min(32),
  }),
  process.env,
);
const LOGINS = [
  { email: "lead@botdeck.local", name: "Demo lead", role: "lead" },
  { email: "admin@botdeck.local", name: "Demo admin", role: "admin" },
  { email: "viewer@botdeck.local", name: "Demo viewer", role: "viewer" },
] as const;

const database = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-seed-logins" });
const auth = createAuth({
  database,
  secret: env.BETTER_AUTH_SECRET,
  publicUrl: "http://127.0.0.1",
  trustedOrigins: [],
});
try {
  for (const login of LOGINS) await putLogin(auth, { ...login, password: env.DEMO_PASSWORD });
} finally {
  await database.close();
}
