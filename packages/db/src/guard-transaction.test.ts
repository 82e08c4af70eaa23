import type { Sql } from "postgres";
import { expect, test } from "vitest";

import { guardTransactions } from "./guard-transaction.ts";

const lost = Object.assign(new Error("write CONNECTION_CLOSED"), { code: "CONNECTION_CLOSED" });
const nextTurn = () => new Promise((resolve) => void setImmediate(resolve));

/** A driver whose connection goes while a transaction waits for something else than the database. */
function driverThatLoses() {
  const sent: string[] = [];
  const scope = { unsafe: (text: string) => void sent.push(text) };
  const begin = async (_options: string, work: (inner: typeof scope) => unknown) => {
    void work(scope);
    await Promise.resolve();
    throw lost;
  };
  const sql = { begin, unsafe: () => {} } as unknown as Sql; // safe: what the guard touches
  return { sql, sent };
}

// The driver would write it to a socket that is gone, which ends the process, or before the greeting of the next connection.
test("nothing is sent any more from the moment in which the connection of a transaction is lost", async () => {
  const { sql, sent } = driverThatLoses();
  guardTransactions(sql, { watch: (query) => query, abandon: () => {} }, 0);
  const outcome = Promise.withResolvers<unknown>();
  const ended = sql.begin(async (inner) => {
    await nextTurn();
    try {
      outcome.resolve(inner.unsafe("insert into somewhere"));
    } catch (error) {
      outcome.resolve(error);
    }
  });
  await expect(ended).rejects.toBe(lost);
  expect(await outcome.promise).toMatchObject({ code: "unreachable" });
  expect(sent).toEqual([]);
});
