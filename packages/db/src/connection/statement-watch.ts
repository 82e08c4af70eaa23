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

type Pending = { startedAt: number; sentSeenAt: number | null; isOverdue: boolean };

/**
 * Sees to it that each statement of one client settles, and knows when the client has gone mute.
 *
 * A statement given up before it was sent is emptied, so that it does nothing when a connection takes it later. One that was
 * sent goes on in the server until its statement timeout.
 */
export function createStatementWatch({ deadlineMs, answerWithinMs, onDoubt }: Options) {
  const pending = new Map<DriverQuery, Pending>();
  const answeredAt = new WeakMap<object, number>();
  let lastAnswerAt = 0;
  let couldNotConnect = false;

  function watch<Query extends DriverQuery>(query: Query, scope?: StatementScope): Query {
    const { handler } = query;
    query.handler = (started) => {
      // A cursor answers by parts and swaps these functions as it goes.
      if (started.cursorFn === undefined) follow(started, scope);
      handler(started);
    };
    return query;
  }

  function follow(query: DriverQuery, scope: StatementScope | undefined): void {
    const { resolve, reject } = query;
    const entry: Pending = { startedAt: performance.now(), sentSeenAt: null, isOverdue: false };
    pending.set(query, entry);
    // A busy process finds the answer in its socket only after its timers ran: it gets that turn.
    const giveUpSoon = () => setImmediate(() => pending.has(query) && giveUp(query, entry, reject, scope));
    const timer = deadlineMs > 0 ? setTimeout(giveUpSoon, deadlineMs) : undefined;
    const settle = () => {
      clearTimeout(timer);
      pending.delete(query);
    };

    query.resolve = (result) => {
      settle();
      if (query.state !== null) noteAnswer(query.state);
      resolve(result);
    };
    query.reject = (error) => {
      settle();
      if (!isConnectionLost(error)) {
        if (query.state !== null) noteAnswer(query.state);
        reject(error);
        return;
      }
      scope?.lost();
      if (isConnectTimeout(error)) {
        couldNotConnect = true;
        onDoubt();
      }
      // Sockets that are cut together close one after another within a turn. Whoever tries again at once would write
      // into the next one that is about to close, and postgres.js never writes on that connection again (see healing-client.ts).
      setImmediate(reject, error);
    };
  }

  function noteAnswer(session: object): void {
    lastAnswerAt = performance.now();
    answeredAt.set(session, lastAnswerAt);
  }

  function giveUp(query: DriverQuery, entry: Pending, reject: (error: Error) => void, scope?: StatementScope): void {
    entry.isOverdue = true;
    const error =
      query.state === null
        ? databaseAway(`Postgres had no connection for a statement within ${deadlineMs} ms, so it was not sent`)
        : databaseAway(`Postgres did not answer within ${deadlineMs} ms; what the statement did is not known`);
    if (query.state === null) empty(query);
    scope?.overdue(error);
    reject(error);
    onDoubt();
  }

  /** True when a working server would have answered this statement by now. */
  function isUnanswered(query: DriverQuery, entry: Pending, now: number): boolean {
    if (query.state === null) return now - Math.max(entry.startedAt, lastAnswerAt) > answerWithinMs;
    entry.sentSeenAt ??= now;
    return now - Math.max(entry.sentSeenAt, answeredAt.get(query.state) ?? 0) > answerWithinMs;
  }

  return {
    watch,

    /** True while statements are under way that may still be answered in time. */
    isWorking: () => [...pending.values()].some((entry) => !entry.isOverdue),

    /** True while statements that were given up have no answer. */
    hasOverdue: () => couldNotConnect || [...pending.values()].some((entry) => entry.isOverdue),

    /** True when this client owes answers that a working server has given. */
    isMute(): boolean {
      const now = performance.now();
      return couldNotConnect || [...pending].some(([query, entry]) => entry.isOverdue && isUnanswered(query, entry, now));
    },

    /** Nobody else can connect either, so it was not this client's fault. */
    forgiveConnect: () => void (couldNotConnect = false),

    /** Rejects what waits for a connection of this client, which will get none. */
    rejectUnsent(): void {
      for (const [query, { isOverdue }] of pending) {
        if (query.state !== null || isOverdue) continue;
        const { reject } = query;
        empty(query);
        reject(databaseAway("The connections to Postgres fell silent and are made anew; the statement was not sent"));
      }
    },
  };
}

/** Makes a statement that is still in a queue do nothing: taking it out would lose a connection that opens for it. */
function empty(query: DriverQuery): void {
  query.strings = [""];
  query.args = [];
  query.options.simple = true;
  delete query.options.onexecute;
}

function isConnectTimeout(error: unknown): boolean {
  return (error as { code?: unknown }).code === "CONNECT_TIMEOUT";
}
