import type { DatabaseHandle } from "../client.ts";

/**
 * Runs `work` while no other process does so for the same bot. The lock belongs to a connection of its own, so a process
 * that dies lets go of it.
 *
 * @returns What `work` gives, or null when another process is at it.
 */
export async function withPollerLock<Result>(
  { sql }: DatabaseHandle,
  botId: string,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const connection = await sql.reserve();
  try {
    const [row] = await connection<{ locked: boolean }[]>`select pg_try_advisory_lock(hashtextextended(${botId}, 0)) as locked`;
    if (row?.locked !== true) return null;
    try {
      return await work();
    } finally {
      await connection`select pg_advisory_unlock(hashtextextended(${botId}, 0))`;
    }
  } finally {
    connection.release();
  }
}
