import { sql } from "drizzle-orm";

import { connect } from "../client.ts";
import { createFaultyProxy } from "./faulty-proxy.ts";

/** When the victim gives a statement up, in milliseconds. Its server speaks first, after half of that. */
export const DEADLINE_MS = 1_000;

/** A pool of four connections whose way to the database can fail. */
export async function createVictim(url: string) {
  const proxy = await createFaultyProxy(url);
  let replaced = 0;
  const handle = connect(proxy.url, {
    max: 4,
    statementTimeoutMs: DEADLINE_MS / 2,
    deadlineMs: DEADLINE_MS,
    applicationName: "victim",
    onReplaced: () => (replaced += 1),
  });

  return {
    proxy,
    handle,
    db: handle.db,
    /** How often its client was replaced. */
    replaced: () => replaced,
    ask: () => handle.db.execute(sql`select 1 as one`),
    async close(): Promise<void> {
      await handle.close();
      await proxy.close();
    },
  };
}
export type Victim = Awaited<ReturnType<typeof createVictim>>;
