import { sql } from "drizzle-orm";

import type { Transaction } from "../../client.ts";

/** Keeps this advisory lock apart from other ones. */
const FIGURES_LOCK = 9;

/** False when another process adds up figures at this moment: two would count the same twice. Ends with the transaction. */
export async function isAlone(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(${FIGURES_LOCK}::int, 0) as locked`,
  );
  return row?.locked === true;
}
