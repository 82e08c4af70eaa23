import postgres from "postgres";

import { answersWithin } from "./answers-within.ts";
import { driverOptions, type SessionOptions } from "./driver-options.ts";

/** How long the answer on a new connection may take after it was opened, in milliseconds. */
const PING_TIMEOUT_MS = 1_000;

/** True when the database answers on a new connection, apart from any pool. */
export async function ping(url: string, session: SessionOptions): Promise<boolean> {
  const sql = postgres(url, { ...driverOptions({ ...session, max: 1 }), connect_timeout: PING_TIMEOUT_MS / 1000 });
  try {
    return await answersWithin({ sql }, 2 * PING_TIMEOUT_MS);
  } finally {
    void sql.end({ timeout: 0 });
  }
}
