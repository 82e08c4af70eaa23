import postgres from "postgres";

import { guardTransactions } from "../guard-transaction.ts";
import { driverOptions, type SessionOptions } from "./driver-options.ts";
import { createStatementWatch } from "./statement-watch.ts";

const HEARTBEAT_MS = { shortest: 1_000, longest: 5_000 };

export type OpenListenSession = {
  url: string;
  session: SessionOptions;
  /** When a statement is given up, in milliseconds; 0 for the longest that a heartbeat may take. */
  deadlineMs: number;
};

export type ListenSession = {
  listenTo(channels: ReadonlySet<string>): Promise<void>;
  /** Resolves when the connection is lost, or no longer answers. */
  lost: Promise<void>;
  discard(): void;
};

/**
 * One connection that listens, and asks now and then whether the server is still there: nobody else would notice, as a
 * listener sends nothing.
 */
export function openListenSession(
  { url, session, deadlineMs }: OpenListenSession,
  hear: (channel: string, payload: string) => void,
): ListenSession {
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  const own = { onclose: () => lose(), onnotify: hear };
  const sql = postgres(url, { ...driverOptions({ ...session, max: 1, keepsSession: true }), ...own });
  const answerWithinMs = Math.min(deadlineMs || HEARTBEAT_MS.longest, HEARTBEAT_MS.longest);
  const statements = createStatementWatch({ deadlineMs: answerWithinMs, answerWithinMs, onDoubt: () => lose() });
  guardTransactions(sql, statements, answerWithinMs);
  const heartbeat = setInterval(
    () => void sql.unsafe("select 1").catch(() => lose()),
    Math.max(answerWithinMs, HEARTBEAT_MS.shortest),
  ).unref();

  return {
    async listenTo(channels) {
      for (const channel of channels) await sql.unsafe(`listen "${channel.replaceAll('"', '""')}"`);
    },
    lost,
    discard() {
      clearInterval(heartbeat);
      statements.stop();
      lose();
      void sql.end({ timeout: 0 });
    },
  };
}
