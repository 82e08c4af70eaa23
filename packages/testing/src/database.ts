import { randomBytes } from "node:crypto";

import { cloneDatabase, dropDatabase } from "@botdeck/local-stack";
import { inject } from "vitest";

// Also brings the type of what the global setup provides.
import { TEMPLATE_DATABASE } from "./postgres-setup.ts";

export type TestDatabase = {
  url: string;
  /** Removes it, cutting whoever is still connected. */
  drop(): Promise<void>;
};

/**
 * A database of its own with the newest schema and no rows: one per test file.
 *
 * Needs `globalSetup: ["@botdeck/testing/postgres-setup"]` in the package's vitest config.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject("postgresAdminUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await cloneDatabase(adminUrl, TEMPLATE_DATABASE, name);
  const url = new URL(adminUrl);
  url.pathname = name;
  return { url: url.href, drop: () => dropDatabase(adminUrl, name) };
}
