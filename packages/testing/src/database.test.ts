import postgres from "postgres";
import { expect, test } from "vitest";

import { createTestDatabase } from "./database.ts";

test("each test database has the schema, and a row in one is not seen in another", async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const [inFirst, inSecond] = [first, second].map(({ url }) => postgres(url, { max: 1, fetch_types: false }));
  if (inFirst === undefined || inSecond === undefined) throw new Error("two databases were made");

  await inFirst`create table only_here (id int)`;
  const tables = await inSecond`select table_name from information_schema.tables where table_schema = 'public'`;

  const names = tables.map((row) => String(row.table_name));
  expect(names).toContain("inbox_event");
  expect(names).not.toContain("only_here");
  await Promise.all([inFirst.end(), inSecond.end()]);
  await Promise.all([first.drop(), second.drop()]);
});

test("a database can be dropped while somebody is connected to it", async () => {
  const database = await createTestDatabase();
  const sql = postgres(database.url, { max: 1, fetch_types: false });
  await sql`select 1`;

  await database.drop();

  await expect(sql`select 1`).rejects.toThrow();
  await sql.end({ timeout: 1 });
});
