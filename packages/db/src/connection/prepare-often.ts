import type { Sql, TransactionSql, UnsafeQueryOptions } from "postgres";

/** A text that comes so often is prepared. */
const OFTEN = 4;
/** Texts that are prepared at most: each costs memory on every connection, on both ends. */
const MOST_PREPARED = 200;
/** Texts counted at most. Lists of values make ever new ones. */
const MOST_COUNTED = 2_000;

type Unsafe = Sql["unsafe"];
type Scope = Sql | TransactionSql;

/**
 * Lets the statements that are sent often be prepared by the server, for drizzle, which sends all of them unprepared.
 *
 * postgres.js 3.4.9 asks the server for the parameters' types before it sends an unprepared statement, and
 * writes nothing more on that connection until it knows: two round trips each, and no two statements of a
 * transaction under way together. A prepared one is a single round trip and goes out behind others.
 */
export function prepareOften(sql: Sql): Sql {
  const counts = new Map<string, number>();
  const prepared = new Set<string>();

  function isOften(text: string): boolean {
    if (prepared.has(text)) return true;
    const count = (counts.get(text) ?? 0) + 1;
    if (count < OFTEN || prepared.size >= MOST_PREPARED) {
      if (counts.size >= MOST_COUNTED) counts.clear();
      counts.set(text, count);
      return false;
    }
    counts.delete(text);
    prepared.add(text);
    return true;
  }

  const preparing = <Target extends Scope>(target: Target): Target =>
    new Proxy(target, {
      get(inner, name) {
        const value: unknown = Reflect.get(inner, name);
        if (name === "unsafe") {
          const unsafe = value as Unsafe;
          return (text: string, parameters: Parameters<Unsafe>[1], options?: UnsafeQueryOptions) =>
            unsafe(text, parameters, {
              ...options,
              prepare: options?.prepare === true || ((parameters?.length ?? 0) > 0 && isOften(text)),
            });
        }
        // Both take the work last, and give it a scope of their own.
        if (name === "begin" || name === "savepoint") {
          return (...args: unknown[]) => {
            const work = args.pop() as (scope: TransactionSql) => unknown;
            const open = value as (...args: unknown[]) => unknown;
            return open(...args, (scope: TransactionSql) => work(preparing(scope)));
          };
        }
        return value;
      },
    });

  return preparing(sql);
}
