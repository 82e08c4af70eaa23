import { connect } from "../../client.ts";

/** Keeps this advisory lock apart from other ones. */
const UPKEEP_LOCK = 2;
/** The pool closes a connection that nobody uses; this keeps the lock's, in milliseconds. */
const PING_MS = 15_000;

/**
 * Runs `work` while no other process does. The lock hangs on a connection of its own, so a process lets go of it by dying.
 * When that connection is lost, another process may work beside this one: what they do must bear it.
 *
 * @returns False when somebody else is at it.
 */
export async function runUpkeepAlone(url: string, work: () => Promise<void>): Promise<boolean> {
  const { sql, close } = connect(url, { max: 1, applicationName: "botdeck-upkeep-lock" });
  try {
    const [row] = await sql<{ locked: boolean }[]>`select pg_try_advisory_lock(${UPKEEP_LOCK}::int, 0) as locked`;
    if (row?.locked !== true) return false;
    const ping = setInterval(() => void sql`select 1`.catch(() => {}), PING_MS);
    await work().finally(() => clearInterval(ping));
    return true;
  } finally {
    await close();
  }
}
