import { connect } from "@botdeck/db";

/** Rows of a table, of those that a condition such as `status = 'done'` holds for when one is given. */
export async function countRows(databaseUrl: string, table: string, condition = "true"): Promise<number> {
  const handle = connect(databaseUrl, { max: 1, statementTimeoutMs: 60_000, applicationName: "botdeck-bench" });
  try {
    const [row] = await handle.sql.unsafe<{ count: number }[]>(
      `select count(*)::int as count from ${table} where ${condition}`,
    );
    return row?.count ?? 0;
  } finally {
    await handle.close();
  }
}
