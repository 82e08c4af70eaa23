import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import postgres, { type Sql } from "postgres";

import { guardTransactions } from "./guard-transaction.ts";
import * as schema from "./schema/index.ts";

type Schema = typeof schema;
export type Transaction = PostgresJsTransaction<Schema, ExtractTablesWithRelations<Schema>>;

/** What a store function works on: the database, or a transaction already open. */
export type Database = PostgresJsDatabase<Schema> | Transaction;

export type DatabaseHandle = {
  db: PostgresJsDatabase<Schema>;
  /** The driver itself, for LISTEN and NOTIFY. */
  sql: Sql;
  close(): Promise<void>;
};

type ConnectOptions = {
  /** Connections at most. */
  max?: number;
  /** A statement that takes longer is cut, in milliseconds. */
  statementTimeoutMs?: number;
  applicationName?: string;
};

/**
 * Opens a pool. Nothing connects until the first query.
 *
 * `fetch_types` is off because postgres.js 3.4.9 fetches array types in a promise nobody handles: a backend that goes
 * away in that moment ends the process. Arrays therefore name their type.
 */
export function connect(url: string, options: ConnectOptions = {}): DatabaseHandle {
  const sql = postgres(url, {
    max: options.max ?? 10,
    fetch_types: false,
    connect_timeout: 2,
    idle_timeout: 60,
    backoff: (retries) => Math.min(0.1 * 2 ** retries, 2),
    onnotice: () => {},
    connection: {
      application_name: options.applicationName ?? "botdeck",
      statement_timeout: options.statementTimeoutMs ?? 15_000,
    },
  });
  guardTransactions(sql);
  const db = drizzle(sql, { schema, casing: "snake_case" });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}
