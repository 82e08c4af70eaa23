import { connect } from "../client.ts";

export type PollerLocks = {
  /**
   * Runs `work` while no other process does so for the same bot.
   *
   * @returns What `work` gives, or null when somebody else is at it.
   */
  run<Result>(botId: string, work: () => Promise<Result>): Promise<Result | null>;
  close(): Promise<void>;
};

/**
 * Locks that a process lets go of by dying. All of a process hang on one connection of their own: a pooled one for each
 * bot would leave none to keep the events with.
 * It stays open however long the work takes, during which no statement goes there.
 *
 * When that connection is lost in the middle of a poll, another process may poll beside it; the inbox keeps each event once.
 */
export function createPollerLocks(url: string): PollerLocks {
  const { sql, close } = connect(url, { max: 1, keepsSession: true, applicationName: "botdeck-poller-locks" });
  // The session that has a lock gets it again, so what this process holds is known here.
  const held = new Set<string>();

  async function take(botId: string): Promise<boolean> {
    const [row] = await sql<
      { locked: boolean }[]
    >`select pg_try_advisory_lock(hashtextextended(${botId}, 0)) as locked`;
    return row?.locked === true;
  }

  async function letGo(botId: string): Promise<void> {
    try {
      await sql`select pg_advisory_unlock(hashtextextended(${botId}, 0))`;
    } catch {
      // The connection is lost, and the lock with it.
    }
  }

  return {
    async run(botId, work) {
      if (held.has(botId)) return null;
      held.add(botId);
      try {
        if (!(await take(botId))) return null;
        try {
          return await work();
        } finally {
          await letGo(botId);
        }
      } finally {
        held.delete(botId);
      }
    },
    close,
  };
}
