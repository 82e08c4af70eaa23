import postgres, { type Sql } from "postgres";

/** Creates the database of that name unless it is there. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withAdmin(adminUrl, async (sql) => {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (found === undefined) await sql`create database ${sql(name)}`;
  });
}

/** Makes a copy of a whole database, which must have no open connections. Takes some 50 ms. */
export async function cloneDatabase(adminUrl: string, template: string, name: string): Promise<void> {
  await withAdmin(adminUrl, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
}

/** Drops a database and cuts whoever still uses it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withAdmin(adminUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
}

/** True when the server at this URL takes connections. */
export async function canConnect(url: string): Promise<boolean> {
  try {
    await withAdmin(url, (sql) => sql`select 1`);
    return true;
  } catch {
    return false;
  }
}

async function withAdmin(url: string, work: (sql: Sql) => PromiseLike<unknown>): Promise<void> {
  // fetch_types: see connect() of packages/db; a server that goes away while it is asked would end this process.
  const sql = postgres(url, { max: 1, fetch_types: false, connect_timeout: 2, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
