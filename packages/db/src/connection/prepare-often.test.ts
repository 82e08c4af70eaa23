import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { connect, type DatabaseHandle } from "../client.ts";
import { createWorld, type World } from "../testing/world.ts";

let world: World;
let handle: DatabaseHandle;
beforeAll(async () => {
  world = await createWorld({ max: 1 });
  handle = connect(world.url, { max: 1 });
});
afterAll(async () => {
  await handle.close();
  await world.close();
});

const prepared = async () => {
  const rows = await handle.db.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
  return rows.map(({ statement }) => statement);
};

test("a statement that comes often is prepared, in and outside of transactions, and gives the same", async () => {
  const twice = (value: number) => sql`select ${value}::int * 2 as twice`;
  for (let value = 0; value < 6; value++) expect(await handle.db.execute(twice(value))).toEqual([{ twice: value * 2 }]);
  await handle.db.transaction(async (tx) => {
    for (let value = 0; value < 6; value++) await tx.execute(sql`select ${value}::int as within`);
    await tx.transaction((inner) => inner.execute(sql`select ${1}::int as within`));
  });
  const texts = ["select $1::int * 2 as twice", "select $1::int as within"];
  expect(await prepared()).toEqual(expect.arrayContaining(texts));
});

test("texts that are ever new are not prepared", async () => {
  const before = await prepared();
  for (let index = 0; index < 50; index++) {
    await handle.db.execute(sql`select ${index}::int as ${sql.identifier(`n${index}`)}`);
  }
  expect(await prepared()).toEqual(before);
});
