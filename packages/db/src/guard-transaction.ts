import { AppError } from "@botdeck/core";
import type { Sql, TransactionSql } from "postgres";

type Begin = Sql["begin"];
type Work = (scope: TransactionSql) => unknown;

/**
 * Keeps the statements of a transaction inside it.
 *
 * postgres.js 3.4.9 binds them to a connection, not to the transaction: what the work still sends after the connection
 * was lost, or after the transaction was given up, runs on that connection's next life, outside any transaction. Here
 * such a statement is refused, and a lost connection gets no more ROLLBACK or COMMIT.
 */
export function guardTransactions(sql: Sql): void {
  const begin = sql.begin.bind(sql) as (options: string, work: Work) => Promise<unknown>; // safe: one of its overloads
  sql.begin = (async (...args: [Work] | [string, Work]) => {
    const [options, work] = args.length === 1 ? ["", args[0]] : args;
    const state = { isOver: false };
    try {
      return await begin(options, (scope) =>
        closing(
          state,
          whileOpen(state, () => work(guarded(scope, state))),
        ),
      );
    } finally {
      state.isOver = true;
    }
  }) as Begin; // safe: the same two forms
}

type State = { isOver: boolean };

/** Never settles once the transaction is over: the driver would answer with a COMMIT or ROLLBACK to somebody else's connection. */
function whileOpen(state: State, work: () => unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    Promise.resolve()
      .then(work)
      .then(
        (result) => state.isOver || resolve(result),
        (error: unknown) => state.isOver || reject(error),
      );
  });
}

/** The work has ended, one way or the other: what it still sends must not wait behind our COMMIT or ROLLBACK. */
async function closing(state: State, work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } finally {
    state.isOver = true;
  }
}

function guarded(scope: TransactionSql, state: State): TransactionSql {
  return new Proxy(scope, {
    get(target, name) {
      if (name === "unsafe") {
        return (...args: Parameters<TransactionSql["unsafe"]>) => {
          if (state.isOver) throw new AppError("unreachable", "The transaction is over, so nothing more is done in it");
          const query = target.unsafe(...args);
          // Later, because a query starts when somebody first waits for it, and its form may be chosen until then.
          queueMicrotask(() => void query.catch((error: unknown) => (state.isOver ||= isConnectionLost(error))));
          return query;
        };
      }
      if (name === "savepoint") {
        return (work: Work) => target.savepoint((inner) => whileOpen(state, () => work(guarded(inner, state))));
      }
      return Reflect.get(target, name);
    },
  });
}

/** True when the server ended the session or the socket went: then the driver ends the transaction by itself. */
function isConnectionLost(error: unknown): boolean {
  const { severity, code } = error as { severity?: string; code?: string };
  if (severity !== undefined) return severity === "FATAL" || severity === "PANIC";
  return code !== undefined && /^(?:CONNECTION_(?:CLOSED|DESTROYED|ENDED)|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code);
}
