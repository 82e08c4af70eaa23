import type { DatabaseHandle } from "@botdeck/db";

type Named = { name: string; definition: string };

/** Does the work on a table without its indexes but the primary key, and builds them anew from what it said of itself. */
export async function withoutIndexes({ sql }: DatabaseHandle, table: string, work: () => Promise<void>): Promise<void> {
  const constraints = await sql<Named[]>`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = ${table}::regclass and contype = 'u'`;
  const indexes = await sql<Named[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename = ${table}
      and indexname not in (select conname from pg_constraint where conrelid = ${table}::regclass)`;
  for (const { name } of constraints) await sql.unsafe(`alter table ${table} drop constraint "${name}"`);
  for (const { name } of indexes) await sql.unsafe(`drop index "${name}"`);
  await work();
  for (const { name, definition } of constraints) {
    await sql.unsafe(`alter table ${table} add constraint "${name}" ${definition}`);
  }
  for (const { definition } of indexes) await sql.unsafe(definition);
}
