import type { Options } from "postgres";

import { openSocket } from "./socket.ts";

/** A connection that is not ready by then counts as failed, in seconds. */
const CONNECT_TIMEOUT_S = 1;
/** The longest wait between two tries to connect, in seconds: what a server that is back waits for us at most. */
const LONGEST_BACKOFF_S = 0.5;
/** A connection without a statement for so long is closed, in seconds. */
const IDLE_S = 60;
/** A transaction that sends nothing for so long is ended by the server, in milliseconds: its locks hold up others. */
const IDLE_IN_TRANSACTION_MS = 60_000;

export type SessionOptions = {
  max: number;
  statementTimeoutMs: number;
  applicationName: string;
  synchronousCommit: boolean;
  plansOnce: boolean;
  keepsSession: boolean;
};

type DriverOptions = Options<Record<string, never>> & { socket: typeof openSocket };

/**
 * The settings of postgres.js 3.4.9 that keep a pool alive when the server restarts, dies or falls silent. Each is held by
 * connection/outage.test.ts or connection/driver-defaults.test.ts.
 *
 * - `fetch_types: false`: by default it asks for the array types of each new connection in a promise that nobody
 *   handles (connection.js, `fetchArrayTypes`); a backend that goes away in that moment ends the process. So
 *   arrays name their type.
 * - `connect_timeout`: 30 s by default, and a queue of statements waits behind each attempt.
 * - `backoff`: by default it grows to 20 s, counted over all connections of the pool: one refused pool of ten is there at once.
 *   Spread, so that several processes do not come back in the same instant.
 * - `keep_alive`: a host that vanished is noticed after some 15 s instead of 70 (libuv probes each second, ten times).
 * - `max_lifetime` stays the driver's 30 to 60 minutes, but for sessions that hold something: those neither age nor idle out.
 *
 * @see https://github.com/porsager/postgres/tree/v3.4.9/src
 */
export function driverOptions(session: SessionOptions): DriverOptions {
  return {
    max: session.max,
    socket: openSocket,
    fetch_types: false,
    connect_timeout: CONNECT_TIMEOUT_S,
    ...(session.keepsSession ? { idle_timeout: 0, max_lifetime: null } : { idle_timeout: IDLE_S }),
    keep_alive: 5,
    backoff: (retries) => (0.5 + Math.random() / 2) * Math.min(0.05 * 2 ** retries, LONGEST_BACKOFF_S),
    onnotice: () => {},
    connection: {
      application_name: session.applicationName,
      statement_timeout: session.statementTimeoutMs,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      ...(session.synchronousCommit ? {} : { synchronous_commit: "off" }),
      ...(session.plansOnce ? { plan_cache_mode: "force_generic_plan" } : {}),
    },
  };
}
