import postgres from "postgres";

import { driverOptions, type SessionOptions } from "./driver-options.ts";

/** How long the answer on a new connection may take after it was opened, in milliseconds. */
const PING_TIMEOUT_MS = 1_000;

/** True when the database answers on a new connection, apart from any pool. */
export async function ping(url: string, session: SessionOptions): Promise<boolean> {
  const sql = postgres(url, { ...driverOptions({ ...session, max: 1 }), connect_timeout: PING_TIMEOUT_MS / 1000 });
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), 2 * PING_TIMEOUT_MS);
  });
  try {
    const answer = sql`select 1`.then(
      () => true,
      () => false,
    );
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
    void sql.end({ timeout: 0 });
  }
}
