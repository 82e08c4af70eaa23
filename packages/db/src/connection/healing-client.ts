import postgres, { type Sql } from "postgres";

import { guardTransactions } from "../guard-transaction.ts";
import { driverOptions, type SessionOptions } from "./driver-options.ts";
import { isDriverQuery } from "./driver-internals.ts";
import { ping } from "./ping.ts";
import { createStatementWatch, type StatementWatch } from "./statement-watch.ts";

/** How long the work that a replaced client has begun may go on, in seconds. */
const LAST_WORK_S = 15;
/** How long work may go on that is under way when the handle is closed, in seconds. */
const CLOSE_S = 5;
/** How long the server's own timeout may be late, in milliseconds. */
const GRACE_MS = 500;
/** The pause between two looks at a client that owes answers, in milliseconds. */
const LOOK_EVERY_MS = 250;

type Settings = {
  url: string;
  session: SessionOptions;
  /** When a statement is given up, in milliseconds; 0 for never. */
  deadlineMs: number;
  /** Takes the place of the driver's own. */
  listen: Sql["listen"];
  /** Told after a client was replaced, for the log. */
  onReplaced: () => void;
};

type Client = { sql: Sql; watch: StatementWatch };

export type HealingClient = {
  /** Looks like one client of postgres.js, and lasts while those below are replaced. */
  sql: Sql;
  close(): Promise<void>;
};

/**
 * A client of postgres.js that is replaced when it has gone mute, which version 3.4.9 does in these ways:
 *
 * - A statement that is written into a connection about to close leaves `nextWriteTimer` set (connection.js, `closed()` clears the
 *   immediate and keeps the variable), and nothing is ever written on that connection again: each try ends in CONNECT_TIMEOUT.
 * - Nothing in it waits for an answer with a clock: a server that is stopped, or a way there that drops packets, leaves
 *   statements pending and their connections taken for ever.
 * - What `openSocket` says, where the connection is encrypted.
 *
 * So a statement that was given up is watched further. When a working server would have answered it by now and one
 * does answer on a new connection, a new client takes over: what was not sent is refused, what was sent may end on the old one.
 *
 * @see https://github.com/porsager/postgres/issues/1089, 1193 and pull requests 1209, 1214, 1215
 */
export function createHealingClient({ url, session, deadlineMs, listen, onReplaced }: Settings): HealingClient {
  const retired = new Set<Client>();
  let isLooking = false;
  let isClosed = false;
  let current = open();

  function open(): Client {
    const sql = postgres(url, driverOptions(session));
    const answerWithinMs = session.statementTimeoutMs + GRACE_MS;
    const watch = createStatementWatch({ deadlineMs, answerWithinMs, onDoubt: () => void look() });
    guardTransactions(sql, watch.watch, deadlineMs);
    return { sql, watch };
  }

  async function look(): Promise<void> {
    // Without a statement timeout, nobody can say when an answer is late.
    if (isLooking || session.statementTimeoutMs === 0) return;
    isLooking = true;
    try {
      while (!isClosed && current.watch.hasOverdue()) {
        const { watch } = current;
        if (watch.isMute()) {
          if ((await ping(url, session)) && watch.isMute()) replace();
          else watch.forgiveConnect();
        }
        await new Promise((resolve) => void setTimeout(resolve, LOOK_EVERY_MS).unref());
      }
    } finally {
      isLooking = false;
    }
  }

  function replace(): void {
    if (isClosed) return;
    const old = current;
    current = open();
    // drizzle has put its parsers into the client it was given.
    Object.assign(current.sql.options.parsers, old.sql.options.parsers);
    Object.assign(current.sql.options.serializers, old.sql.options.serializers);
    old.watch.rejectUnsent();
    retired.add(old);
    void old.sql.end({ timeout: LAST_WORK_S }).finally(() => retired.delete(old));
    onReplaced();
  }

  async function close(): Promise<void> {
    isClosed = true;
    await Promise.all([current, ...retired].map((client) => endWithin(client, CLOSE_S)));
  }

  function call(...args: Parameters<Sql>): unknown {
    const made: unknown = current.sql(...args);
    return isDriverQuery(made) ? current.watch.watch(made) : made;
  }

  const own: Record<string | symbol, unknown> = { end: close, listen };
  // safe: called as the driver is, and it has what the client below has.
  const sql = new Proxy(call as unknown as Sql, {
    get: (_target, name) => own[name] ?? (Reflect.get(current.sql, name) as unknown),
  });
  return { sql, close };
}

/** A client that is ending already has a later limit of its own. */
async function endWithin({ sql }: Client, seconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000);
  });
  await Promise.race([sql.end({ timeout: seconds }), limit]);
  clearTimeout(timer);
}
