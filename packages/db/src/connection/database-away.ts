import { AppError } from "@botdeck/core";

/** Marks the errors that say so here: an `unreachable` may as well be about a portal. */
const AWAY = "postgres";

/** What postgres.js calls a connection that is gone, or that never came to be. */
const DRIVER_CODE = /^(?:CONNECTION_(?:CLOSED|DESTROYED|ENDED)|CONNECT_TIMEOUT)$/;
/** What the operating system says about one. */
const SOCKET_CODE =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN|ENOENT)$/;
/**
 * Answers of a server that cannot do it now, whatever it was asked: 08 connection, 53 out of connections, memory or
 * disk, 57P0x shut down or starting, 57014 statement timeout, 58 its own disk failed, 25006 only a read replica is left.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const SQLSTATE_AWAY = /^(?:08...|53...|57P0[1-5]|57014|58...|25006)$/;

type DriverError = { code?: unknown; severity?: unknown; cause?: unknown };

/** @returns The error of a database that did not answer in time. The message is for people. */
export function databaseAway(message: string, cause?: unknown): AppError {
  return new AppError("unreachable", message, { context: { away: AWAY }, ...(cause === undefined ? {} : { cause }) });
}

/**
 * True when the database could not be reached or could not do its work now, so that the same may succeed later and the
 * data is not to blame: connection lost or refused, no answer in time, shutting down, no connection or disk space left.
 * False for what is wrong with the statement or its data (22xxx, 23xxx), and for another system that is unreachable.
 *
 * What the statement did is not known then, unless the message says that it was never sent.
 */
export function isDatabaseAway(error: unknown): boolean {
  let isTold = false;
  // drizzle wraps what the driver throws; a chain is short, unless somebody made a ring of it.
  for (let link: unknown = error, depth = 0; isObject(link) && depth < 5; link = link.cause, depth++) {
    if (link instanceof AppError) {
      if (link.context["away"] === AWAY) return true;
      // What stands behind it was read by whoever threw it: a socket there may as well be a portal's.
      isTold = true;
    } else if (!isTold && (isConnectionLost(link) || saysSo(link))) return true;
  }
  return false;
}

/**
 * Does work of the database for somebody who wraps its errors without knowing them: those of a database that is away
 * are still known by `isDatabaseAway` after that. They hold no statement and no parameter.
 */
export async function tellingAway<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof AppError || !isDatabaseAway(error) ? error : databaseAway(innermostMessage(error));
  }
}

function innermostMessage(error: unknown): string {
  let link = error as { message?: unknown; cause?: unknown }; // safe: it was known by what it holds
  for (let depth = 0; isObject(link.cause) && depth < 5; depth++) link = link.cause;
  return `Postgres is away: ${String(link.message)}`;
}

/** True when the session is gone: the server ended it, the socket went, or no connection came to be. */
export function isConnectionLost(error: unknown): boolean {
  if (!isObject(error)) return false;
  if (error.severity !== undefined) return error.severity === "FATAL" || error.severity === "PANIC";
  if (typeof error.code !== "string") return false;
  // The driver hangs the statement on each error it rejects one with; a socket of somebody else's has none.
  return DRIVER_CODE.test(error.code) || ("query" in error && SOCKET_CODE.test(error.code));
}

function saysSo({ severity, code }: DriverError): boolean {
  return severity !== undefined && typeof code === "string" && SQLSTATE_AWAY.test(code);
}

function isObject(value: unknown): value is DriverError {
  return typeof value === "object" && value !== null;
}
