import { parseEnv } from "@botdeck/core";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { z } from "zod";

import { connect } from "./client.ts";
import { MIGRATIONS_FOLDER } from "./migrations-folder.ts";

// Run as a program before the apps start: brings the database at DATABASE_URL to the newest schema.
const env = parseEnv(z.object({ DATABASE_URL: z.string().min(1) }), process.env);
const handle = connect(env.DATABASE_URL, { max: 1, statementTimeoutMs: 0, applicationName: "botdeck-migrate" });
try {
  await migrate(handle.db, { migrationsFolder: MIGRATIONS_FOLDER });
} finally {
  await handle.close();
}
