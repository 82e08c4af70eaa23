import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { Sql } from "postgres";

import { createHealingClient } from "./connection/healing-client.ts";
import { createListener } from "./connection/listener.ts";
import { prepareOften } from "./connection/prepare-often.ts";
import * as schema from "./schema/index.ts";

type Schema = typeof schema;
export type Transaction = PostgresJsTransaction<Schema, ExtractTablesWithRelations<Schema>>;

/** What a store function works on: the database, or a transaction already open. */
export type Database = PostgresJsDatabase<Schema> | Transaction;

export type DatabaseHandle = {
  db: PostgresJsDatabase<Schema>;
  /** As the driver's own, for LISTEN and NOTIFY. Cursors, COPY and `reserve` have no deadline. */
  sql: Sql;
  close(): Promise<void>;
};

type ConnectOptions = {
  /** Connections at most. A replaced client may hold as many once more for some seconds. */
  max?: number;
  /** A statement that takes longer is cut by the server, in milliseconds; 0 for never. */
  statementTimeoutMs?: number;
  /**
   * When a statement is given up here, in milliseconds: its promise rejects, also when no connection was free or the server
   * says nothing. In a transaction it counts for each statement, BEGIN and COMMIT, and never for the time between
   * them. 0 for never. By default the statement timeout and 5 s, so that the server speaks first.
   */
  deadlineMs?: number;
  /**
   * False for sessions whose commits do not wait for the disk. What they commit may be undone by a crash of Postgres (never by
   * one of ours), so they are for what harms nothing when it is lost: claims with a lease, budgets, notices.
   *
   * @see https://www.postgresql.org/docs/current/wal-async-commit.html
   */
  synchronousCommit?: boolean;
  /**
   * True for a process that runs the same few statements all day: each is planned once per connection, without its values. By
   * default Postgres compares, and goes on planning some of them on every call. A status that such a statement compares has to
   * be a literal, or it loses its partial index; stores/plans.test.ts holds that.
   */
  plansOnce?: boolean;
  /**
   * True for what a session holds beyond its statements, as advisory locks: its connections are not closed for being idle or
   * old, only when they are lost or the handle is closed.
   */
  keepsSession?: boolean;
  applicationName?: string;
  /** Told when a client that had gone mute was replaced, for the log. */
  onReplaced?: () => void;
};

const STATEMENT_TIMEOUT_MS = 15_000;
/** How much longer than the server we wait by default, in milliseconds. */
const PATIENCE_MS = 5_000;

/**
 * Opens a pool that outlives its server: every promise it gives settles by the deadline, and it works again by itself when the
 * database does. Nothing connects until the first query.
 *
 * What a statement throws when the database is away is told by `isDatabaseAway`.
 */
export function connect(url: string, options: ConnectOptions = {}): DatabaseHandle {
  const statementTimeoutMs = options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS;
  const deadlineMs = options.deadlineMs ?? (statementTimeoutMs === 0 ? 0 : statementTimeoutMs + PATIENCE_MS);
  const session = {
    max: options.max ?? 10,
    statementTimeoutMs,
    applicationName: options.applicationName ?? "botdeck",
    synchronousCommit: options.synchronousCommit ?? true,
    plansOnce: options.plansOnce ?? false,
    keepsSession: options.keepsSession ?? false,
  };
  const { sql, close } = createHealingClient({
    url,
    session,
    deadlineMs,
    listener: createListener({ url, session, deadlineMs }),
    onReplaced: options.onReplaced ?? (() => {}),
  });
  return { db: drizzle(prepareOften(sql), { schema, casing: "snake_case" }), sql, close };
}
