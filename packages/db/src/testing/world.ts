import { randomBytes } from "node:crypto";

import { newId } from "@botdeck/core/ids";
import { createTestDatabase } from "@botdeck/testing/database";
import { sql } from "drizzle-orm";

import { connect } from "../client.ts";
import { createSecretBox } from "../secret-box.ts";
import { createPortals } from "../stores/portals.ts";

/** A migrated database of its own, with the doors of the stores into it. */
export async function createWorld({ max = 12 } = {}) {
  const database = await createTestDatabase();
  const handle = connect(database.url, { max });
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const portals = createPortals(handle.db, box);
  // All connections are open from the start: what a test does at once would else come one by one, as they open.
  await Promise.all(Array.from({ length: max }, () => handle.db.execute(sql`select 1`)));

  return {
    url: database.url,
    handle,
    db: handle.db,
    box,
    portals,

    /** A portal reached by a webhook of its own. */
    newPortal: () =>
      portals.keepWebhook({ domain: "portal.example", url: `https://portal.example/rest/1/${newId()}/` }),

    /** Cuts the connections of this database whose application name it is, as a failing network or server does. */
    async cut(applicationName: string): Promise<void> {
      await handle.db.execute(sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = ${applicationName} and pid <> pg_backend_pid()`);
    },

    /** How many sessions of this database wait for a lock. */
    async waitingForLocks(): Promise<number> {
      const [row] = await handle.db.execute<{ count: number }>(sql`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      return row?.count ?? 0;
    },

    async close(): Promise<void> {
      await handle.close();
      await database.drop();
    },
  };
}
export type World = Awaited<ReturnType<typeof createWorld>>;
