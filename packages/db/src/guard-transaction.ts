import { AppError } from "@botdeck/core";
import type { Sql, TransactionSql } from "postgres";

import { databaseAway, isConnectionLost } from "./connection/database-away.ts";
import { type BeginOptions, type DriverConnection, isDriverQuery } from "./connection/driver-internals.ts";
import type { StatementScope, StatementWatch } from "./connection/statement-watch.ts";

type Begin = Sql["begin"];
type Unsafe = Sql["unsafe"];
type Work = (scope: TransactionSql) => unknown;

/**
 * Keeps the statements of a transaction inside it, and sees to it that each transaction settles.
 *
 * postgres.js 3.4.9 binds them to a connection, not to the transaction: what the work still sends after the connection
 * was lost, or after the transaction was given up, runs on that connection's next life, outside any transaction. Here
 * such a statement is refused, and a lost connection gets no more ROLLBACK or COMMIT.
 *
 * The deadline counts for each statement, for BEGIN and for the end, never for the work between them. A transaction that
 * missed one is over, and its connection is closed, so that the server rolls back what it still holds.
 *
 * @returns How many transactions are open.
 * @see https://github.com/porsager/postgres/issues/1216 and pull request 1215
 */
export function guardTransactions(
  sql: Sql,
  { watch, abandon }: Pick<StatementWatch, "watch" | "abandon">,
  deadlineMs: number,
): { open(): number } {
  let open = 0;
  const begin = sql.begin.bind(sql) as (options: string, work: Work) => Promise<unknown>; // safe: one of its overloads
  const unsafe = sql.unsafe.bind(sql);
  // The driver sends BEGIN through `sql.unsafe` before `begin` returns, and says there which connection it got.
  let opening: TransactionState | null = null;

  sql.unsafe = ((text: string, parameters?: Parameters<Unsafe>[1], options?: BeginOptions) => {
    const state = options?.onexecute === undefined ? null : opening;
    const query = unsafe(text, parameters, state === null ? options : noticing(state, options));
    if (isDriverQuery(query)) void watch(query, state ?? undefined);
    return query;
  }) as Unsafe; // safe: the same parameters

  sql.begin = (async (...args: [Work] | [string, Work]) => {
    const [options, work] = args.length === 1 ? ["", args[0]] : args;
    const state = new TransactionState(deadlineMs);
    const scope = { watch, state };
    open += 1;
    opening = state;
    const ended = begin(options, (inner) => state.ending(whileOpen(state, () => work(guarded(inner, scope)))));
    opening = null;
    try {
      return await Promise.race([ended, state.failed]);
    } catch (error) {
      state.lost();
      // As with a statement: whoever tries again at once would get the next connection that is about to close.
      if (isConnectionLost(error)) await new Promise((resolve) => void setImmediate(resolve));
      // Left in the watch, they would make a client that works look mute when their deadline comes.
      abandon(state);
      throw error;
    } finally {
      open -= 1;
      state.settle();
    }
  }) as Begin; // safe: the same two forms

  return { open: () => open };
}

class TransactionState implements StatementScope {
  isOver = false;
  connection: DriverConnection | null = null;
  /** Rejects when the transaction is given up; never resolves. */
  readonly failed: Promise<never>;
  readonly #deadlineMs: number;
  #fail: (error: unknown) => void = () => {};
  #stopWaiting: () => void = () => {};

  constructor(deadlineMs: number) {
    this.#deadlineMs = deadlineMs;
    this.failed = new Promise((_resolve, reject) => (this.#fail = reject));
    this.failed.catch(() => {});
  }

  /** The driver ends the transaction by itself. What the work still sent would go to a socket that is gone, which ends the process. */
  lost(): void {
    this.isOver = true;
  }

  overdue(error: unknown): void {
    this.isOver = true;
    this.#fail(error);
    this.connection?.terminate();
  }

  /** The work has ended, one way or the other: what it still sends must not wait behind our COMMIT or ROLLBACK. */
  async ending(work: Promise<unknown>): Promise<unknown> {
    const waited = `Postgres did not confirm a transaction within ${this.#deadlineMs} ms`;
    try {
      const result = await work;
      this.isOver = true;
      this.#stopWaiting = this.expectAnswer(() => databaseAway(`${waited}; whether it counts is not known`));
      return result;
    } catch (error) {
      this.isOver = true;
      this.#stopWaiting = this.expectAnswer(() => error);
      throw error;
    }
  }

  /**
   * Starts the deadline for a statement that the driver sends by itself.
   *
   * @returns Stops it.
   */
  expectAnswer(errorOf: () => unknown): () => void {
    if (this.#deadlineMs === 0) return () => {};
    let isAnswered = false;
    // A busy process finds the answer in its socket only after its timers ran: it gets that turn.
    const giveUp = () => setImmediate(() => isAnswered || this.overdue(errorOf()));
    const timer = setTimeout(giveUp, this.#deadlineMs);
    return () => {
      isAnswered = true;
      clearTimeout(timer);
    };
  }

  settle(): void {
    this.isOver = true;
    this.#stopWaiting();
  }
}

function noticing(state: TransactionState, options: BeginOptions | undefined): BeginOptions {
  return {
    ...options,
    onexecute(connection) {
      state.connection = connection;
      return options?.onexecute?.(connection);
    },
  };
}

/** Never settles once the transaction is over: the driver would answer with a COMMIT or ROLLBACK to somebody else's connection. */
function whileOpen(state: TransactionState, work: () => unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    Promise.resolve()
      .then(work)
      .then(
        (result) => state.isOver || resolve(result),
        (error: unknown) => state.isOver || reject(error),
      );
  });
}

type Scope = { watch: StatementWatch["watch"]; state: TransactionState };

function guarded(inner: TransactionSql, scope: Scope): TransactionSql {
  const { watch, state } = scope;
  function follow<Made>(make: () => Made): Made {
    if (state.isOver) throw new AppError("unreachable", "The transaction is over, so nothing more is done in it");
    const made = make();
    if (isDriverQuery(made)) void watch(made, state);
    return made;
  }
  return new Proxy(inner, {
    apply: (target, _this, args) => follow(() => Reflect.apply(target, undefined, args) as unknown),
    get(target, name) {
      if (name === "unsafe") {
        return (...args: Parameters<TransactionSql["unsafe"]>) => follow(() => target.unsafe(...args));
      }
      if (name === "savepoint") {
        return (work: Work) => savepoint(target, scope, work);
      }
      return Reflect.get(target, name);
    },
  });
}

/** As `target.savepoint`, with the deadline on the driver's own SAVEPOINT and ROLLBACK TO. */
async function savepoint(target: TransactionSql, scope: Scope, work: Work): Promise<unknown> {
  const { state } = scope;
  const noAnswer = () => databaseAway("Postgres did not answer in time within a transaction, so it was given up");
  let answered = state.expectAnswer(noAnswer);
  try {
    return await target.savepoint(async (nested) => {
      answered();
      try {
        return await whileOpen(state, () => work(guarded(nested, scope)));
      } finally {
        answered = state.expectAnswer(noAnswer);
      }
    });
  } finally {
    answered();
  }
}
