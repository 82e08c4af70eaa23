import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";

import { AppError, parseEnv } from "@botdeck/core";
import { connect } from "@botdeck/db";
import { z } from "zod";

import { createAuth } from "./auth.ts";
import { putLogin } from "./put-login.ts";
import { ROLES } from "./roles.ts";

const USAGE = `node apps/console/server/add-login.ts --email someone@example.org --name "Some One" --role ${ROLES.join("|")}

Makes a console log-in, or gives the one that is there this name and role and a new password. The password is made here
and shown once. Needs DATABASE_URL and BETTER_AUTH_SECRET.
`;
const Login = z.object({ email: z.email(), name: z.string().trim().min(1), role: z.enum(ROLES) });
const PASSWORD_BYTES = 12;

// Run as a program on a server: the one way to a log-in, since nobody can sign up.
const { values } = parseArgs({
  options: { email: { type: "string" }, name: { type: "string" }, role: { type: "string" } },
});
const login = Login.safeParse(values);
if (!login.success) {
  const faults = login.error.issues.map((issue) => `--${issue.path.join(".")}: ${issue.message}`);
  process.stderr.write(`${faults.join("\n")}\n\n${USAGE}`);
  process.exit(2);
}

try {
  const Env = z.object({ DATABASE_URL: z.string().min(1), BETTER_AUTH_SECRET: z.string().min(32) });
  const env = parseEnv(Env, process.env);
  const database = connect(env.DATABASE_URL, { max: 1, applicationName: "botdeck-add-login" });
  const secret = env.BETTER_AUTH_SECRET;
  const auth = createAuth({ database, secret, publicUrl: "http://127.0.0.1", trustedOrigins: [] });
  const password = randomBytes(PASSWORD_BYTES).toString("base64url");
  try {
    const outcome = await putLogin(auth, { ...login.data, password });
    process.stdout.write(`${login.data.email} is ${outcome}. Password, shown only now: ${password}\n`);
  } finally {
    await database.close();
  }
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
