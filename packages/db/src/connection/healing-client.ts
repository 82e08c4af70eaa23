import postgres, { type Sql } from "postgres";

import { guardTransactions } from "../guard-transaction.ts";
import { driverOptions, type SessionOptions } from "./driver-options.ts";
import { isDriverQuery } from "./driver-internals.ts";
import type { Listener } from "./listener.ts";
import { ping } from "./ping.ts";
import { createStatementWatch, type StatementWatch } from "./statement-watch.ts";

/** How long the work that a replaced client has begun may go on, in milliseconds. */
const LAST_WORK_MS = 15_000;
/** How long work may go on that is under way when the handle is closed, in milliseconds. */
const CLOSE_MS = 5_000;
/** How long the connections may take to close when nothing is under way on them, in seconds. */
const GOODBYE_S = 1;
/** How long the server's own timeout may be late, in milliseconds. */
const GRACE_MS = 500;
/** The pause between two looks at the work of a client that shall end, in milliseconds. */
const WORK_LOOK_MS = 10;
/** The pause between two looks at a client that owes answers, in milliseconds. */
const LOOK_EVERY_MS = 250;

type Settings = {
  url: string;
  session: SessionOptions;
  /** When a statement is given up, in milliseconds; 0 for never. */
  deadlineMs: number;
  /** Its `listen` takes the place of the driver's. */
  listener: Listener;
  /** Told after a client was replaced, for the log. */
  onReplaced: () => void;
};

type Client = { sql: Sql; watch: StatementWatch; transactions: { open(): number } };

export type HealingClient = {
  /** Looks like one client of postgres.js, and lasts while those below are replaced. */
  sql: Sql;
  close(): Promise<void>;
};

/**
 * A client of postgres.js that is replaced when it has gone mute, which version 3.4.9 does in these ways, also as it is patched
 * here (README):
 *
 * - Nothing in it waits for an answer with a clock: a server that is stopped, or a way there that drops packets, leaves
 *   statements pending and their connections taken for ever.
 * - What `openSocket` says, where the connection is encrypted.
 *
 * So a statement that was given up is watched further. When a working server would have answered it by now and one
 * does answer on a new connection, a new client takes over: what was not sent is refused, what was sent may end on the old one.
 *
 * @see https://github.com/porsager/postgres/issues/1193 and pull requests 1214, 1215
 */
export function createHealingClient({ url, session, deadlineMs, listener, onReplaced }: Settings): HealingClient {
  const retired = new Set<Client>();
  let isLooking = false;
  let isClosed = false;
  let current = open();

  function open(): Client {
    const sql = postgres(url, driverOptions(session));
    const answerWithinMs = session.statementTimeoutMs + GRACE_MS;
    const watch = createStatementWatch({ deadlineMs, answerWithinMs, onDoubt: () => void look() });
    return { sql, watch, transactions: guardTransactions(sql, watch, deadlineMs) };
  }

  async function look(): Promise<void> {
    // Without a statement timeout, nobody can say when an answer is late.
    if (isLooking || session.statementTimeoutMs === 0) return;
    isLooking = true;
    try {
      while (!isClosed && current.watch.isInDoubt()) {
        const { watch } = current;
        if (watch.isMute()) {
          if ((await ping(url, session)) && watch.isMute()) replace();
          else watch.forgive();
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
    void endAfterWork(old, LAST_WORK_MS).finally(() => retired.delete(old));
    onReplaced();
  }

  async function close(): Promise<void> {
    isClosed = true;
    listener.close();
    await Promise.all([current, ...retired].map((client) => endAfterWork(client, CLOSE_MS)));
  }

  function call(...args: Parameters<Sql>): unknown {
    const made: unknown = current.sql(...args);
    return isDriverQuery(made) ? current.watch.watch(made) : made;
  }

  const own: Record<string | symbol, unknown> = { end: close, listen: listener.listen };
  // safe: called as the driver is, and it has what the client below has.
  const sql = new Proxy(call as unknown as Sql, {
    get: (_target, name) => own[name] ?? (Reflect.get(current.sql, name) as unknown),
  });
  return { sql, close };
}

/** The driver's own `end` waits for ever for what is cut with its connection meanwhile (3.4.9, connection.js: `ending` outlives `closed()`). */
async function endAfterWork({ sql, watch, transactions }: Client, longestMs: number): Promise<void> {
  const until = performance.now() + longestMs;
  while ((watch.isWorking() || transactions.open() > 0) && performance.now() < until) {
    await new Promise((resolve) => void setTimeout(resolve, WORK_LOOK_MS));
  }
  await sql.end({ timeout: GOODBYE_S });
  watch.stop();
}
