import { databaseAway, isConnectionLost } from "./database-away.ts";
import type { DriverQuery } from "./driver-internals.ts";

/** What a statement belongs to, told before whoever waits for the statement. */
export type StatementScope = {
  /** The session is gone with the statement. */
  lost(): void;
  /** The statement was given up, while its session may still be at it. */
  overdue(error: Error): void;
};

export type StatementWatch = ReturnType<typeof createStatementWatch>;

type Options = {
  /** When a statement is given up, in milliseconds; 0 for never. */
  deadlineMs: number;
  /** When a server that works has answered, because it cuts the statement by then, in milliseconds. */
  answerWithinMs: number;
  /** A statement was given up, or no connection came to be in time: the client may be mute. */
  onDoubt: () => void;
};

type Waiting = {
  startedAt: number;
  /** True when a connection took it as it started. When one took it later is not seen. */
  wasSentAtOnce: boolean;
  reject: (error: unknown) => void;
  scope: StatementScope | undefined;
};
/** Since when it may be waiting for an answer, at the latest. */
type GivenUp = { sentBy: number };

/**
 * Sees to it that each statement of one client settles, and knows when the client has gone mute.
 *
 * A statement given up before it was sent is withdrawn, so that nothing is done later and the queue holds nobody else up. One
 * that was sent goes on in the server until its statement timeout.
 */
export function createStatementWatch({ deadlineMs, answerWithinMs, onDoubt }: Options) {
  // In the order of their start, and so of their deadlines: one timer does for all, as one for each would cost a few
  // microseconds of every statement.
  const waiting = new Map<DriverQuery, Waiting>();
  const givenUp = new Map<DriverQuery, GivenUp>();
  const answeredAt = new WeakMap<object, number>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let couldNotConnect = false;
  /** Since when statements found no connection and none gave an answer; null when one did. */
  let starvedSince: number | null = null;

  function watch<Query extends DriverQuery>(query: Query, scope?: StatementScope): Query {
    const { handler } = query;
    query.handler = (started) => {
      // A cursor answers by parts and swaps these functions as it goes.
      const entry = started.cursorFn === undefined ? follow(started, scope) : null;
      handler(started);
      if (entry !== null) entry.wasSentAtOnce = started.state !== null;
    };
    return query;
  }

  function follow(query: DriverQuery, scope: StatementScope | undefined): Waiting {
    const { resolve, reject } = query;
    const entry = { startedAt: performance.now(), wasSentAtOnce: false, reject, scope };
    waiting.set(query, entry);
    if (timer === undefined && deadlineMs > 0 && !isStopped) timer = setTimeout(look, deadlineMs);

    query.resolve = (result) => {
      noteAnswer(query);
      resolve(result);
    };
    query.reject = (error) => {
      if (!isConnectionLost(error)) {
        noteAnswer(query);
        reject(error);
        return;
      }
      forget(query);
      scope?.lost();
      if (isConnectTimeout(error)) {
        couldNotConnect = true;
        onDoubt();
      }
      // Sockets that are cut together close one after another within a turn. Whoever tries again at once would only get
      // the next one that is about to close.
      setImmediate(reject, error);
    };
    return entry;
  }

  function forget(query: DriverQuery): void {
    if (!waiting.delete(query)) givenUp.delete(query);
  }

  function noteAnswer(query: DriverQuery): void {
    forget(query);
    if (query.state === null) return;
    answeredAt.set(query.state, performance.now());
    starvedSince = null;
  }

  function look(): void {
    // A busy process finds the answers in its sockets only after its timers ran: they get that turn.
    setImmediate(() => {
      timer = undefined;
      const now = performance.now();
      for (const [query, entry] of waiting) {
        const leftMs = entry.startedAt + deadlineMs - now;
        if (leftMs > 0) {
          if (!isStopped) timer = setTimeout(look, leftMs + 1);
          break;
        }
        waiting.delete(query);
        if (query.state === null) giveUpUnsent(query, entry);
        else giveUpSent(query, entry, now);
        onDoubt();
      }
    });
  }

  function giveUpUnsent(query: DriverQuery, { startedAt, reject, scope }: Waiting): void {
    starvedSince ??= startedAt;
    const error = databaseAway(
      `Postgres had no connection free within ${deadlineMs} ms, so the statement was not sent`,
    );
    scope?.overdue(error);
    reject(error);
    withdraw(query);
  }

  function giveUpSent(query: DriverQuery, { startedAt, wasSentAtOnce, reject, scope }: Waiting, now: number): void {
    givenUp.set(query, { sentBy: wasSentAtOnce ? startedAt : now });
    const error = databaseAway(`Postgres did not answer within ${deadlineMs} ms; what the statement did is not known`);
    scope?.overdue(error);
    reject(error);
  }

  /** True when a working server would have answered this statement, or another of its session, by now. */
  function isUnanswered(query: DriverQuery, { sentBy }: GivenUp, now: number): boolean {
    const answered = query.state === null ? undefined : answeredAt.get(query.state);
    return now - Math.max(sentBy, answered ?? 0) > answerWithinMs;
  }

  return {
    watch,

    /** True while statements are under way that may still be answered in time. */
    isWorking: () => waiting.size > 0,

    /** True while answers are owed to statements that were given up, or a connection was. */
    isInDoubt: () => couldNotConnect || starvedSince !== null || givenUp.size > 0,

    /** True when this client owes answers that a working server has given. */
    isMute(): boolean {
      const now = performance.now();
      if (couldNotConnect || (starvedSince !== null && now - starvedSince > answerWithinMs)) return true;
      return [...givenUp].some(([query, entry]) => isUnanswered(query, entry, now));
    },

    /** Nobody else can connect either, so that much was not this client's fault. */
    forgive(): void {
      couldNotConnect = false;
      starvedSince = null;
    },

    /** Rejects what waits for a connection of this client, which will get none. */
    rejectUnsent(): void {
      for (const [query, { reject }] of waiting) {
        if (query.state !== null) continue;
        waiting.delete(query);
        reject(databaseAway("The connections to Postgres fell silent and are made anew; the statement was not sent"));
        withdraw(query);
      }
    },

    /** Rejects what a transaction that is over still had in its own queue: the driver (3.4.9, index.js, `begin`) forgets it there. */
    abandon(over: StatementScope): void {
      for (const [query, { reject, scope }] of waiting) {
        if (scope !== over || query.state !== null) continue;
        waiting.delete(query);
        reject(databaseAway("The transaction was lost, so the statement was not sent"));
      }
    },

    /** Nothing is awaited any more: the client has ended. */
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/**
 * Takes a statement out of the queue of the pool. One that a connection is being opened for is not in the queue any more: it
 * becomes an empty one, as the driver loses a connection whose first statement was cancelled (3.4.9, connection.js, `execute`).
 */
function withdraw(query: DriverQuery): void {
  query.cancel();
  query.cancelled = null;
  query.strings = [""];
  query.args = [];
  query.options.simple = true;
  delete query.options.onexecute;
}

function isConnectTimeout(error: unknown): boolean {
  return (error as { code?: unknown }).code === "CONNECT_TIMEOUT";
}
