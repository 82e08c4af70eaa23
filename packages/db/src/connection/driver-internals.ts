import type { UnsafeQueryOptions } from "postgres";

/**
 * What this folder touches of postgres.js 3.4.9 beyond its types (src/query.js, src/connection.js). The tests beside it fail when
 * another version calls these otherwise.
 */
export type DriverQuery = Promise<unknown> & {
  /** Called once, when the statement starts: gives it to a connection or puts it into the queue of the pool. */
  handler: (query: DriverQuery) => void;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
  /** The session it was sent on, one object per connection; null while it waits for one. */
  state: object | null;
  /** Takes a statement without a session out of the queue of the pool, rejects it and sets `cancelled`. */
  cancel: () => void;
  cancelled: unknown;
  strings: readonly string[];
  args: unknown[];
  options: { simple?: boolean; onexecute?: unknown };
  cursorFn?: unknown;
};

/** A connection of the pool. `terminate` says goodbye to the server at once, which rolls back what is open. */
export type DriverConnection = { terminate(): void };

/** The option by which `begin` keeps the connection that its BEGIN is sent on. */
export type BeginOptions = UnsafeQueryOptions & { onexecute?: (connection: DriverConnection) => unknown };

/** True for a statement, false for the other things a tagged call makes: identifiers, lists of values. */
export function isDriverQuery(made: unknown): made is DriverQuery {
  return made instanceof Promise && "handler" in made && "resolve" in made;
}
