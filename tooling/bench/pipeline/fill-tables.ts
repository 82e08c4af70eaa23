import { connect } from "@botdeck/db";

const TIMEOUT_MS = 600_000;
/** What differs from row to row; everything else is copied from a row that is there. */
const FRESH: Record<string, string> = {
  id: "uuidv7()",
  dedupe_key: "md5(nth::text) || md5((nth + 1)::text)",
  key: "'bench:' || nth",
};

/** Adds so many finished rows to inbox and outbox, like one that has been through already. */
export async function fillTables(databaseUrl: string, rows: number): Promise<void> {
  const handle = connect(databaseUrl, { max: 1, statementTimeoutMs: TIMEOUT_MS, applicationName: "botdeck-bench" });
  try {
    for (const [table, finished] of [
      ["inbox_event", "done"],
      ["outbox_effect", "sent"],
    ] as const) {
      const columns = await handle.sql<{ name: string }[]>`
        select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_identity = 'NO' and is_generated = 'NEVER'`;
      const names = columns.map(({ name }) => name);
      await handle.sql.unsafe(`
        insert into ${table} (${names.join(", ")})
        select ${names.map((name) => FRESH[name] ?? `given.${name}`).join(", ")}
        from (select * from ${table} where status = '${finished}' limit 1) given, generate_series(1, ${rows}) nth`);
      await handle.sql.unsafe(`vacuum analyze ${table}`);
    }
  } finally {
    await handle.close();
  }
}
