import { messageOf } from "@botdeck/core";
import type { Logger } from "@botdeck/telemetry";

/** What a claim gave; `hasMore` says that the next one may find work at once. */
export type Claim<Work> = { work: Work[]; hasMore: boolean };

type PumpOptions<Work> = {
  name: string;
  /** Takes work that may be begun now, `limit` pieces at most. */
  claim(limit: number): Promise<Claim<Work>>;
  /** Does one piece, and sees to its failures itself. True when its end lets other work begin, such as the next of its lane. */
  run(work: Work): Promise<boolean>;
  /** Gives back what was claimed and will not be begun. */
  release(work: readonly Work[]): Promise<void>;
  /** Pieces done side by side at most. */
  places: number;
  /** Claimed beforehand at most, so that claims come in batches when there is much to do; 0 unless told. */
  mostAhead?: number;
  /** No claim is made for less room than this, so that what leaves together is claimed together; 1 unless told. */
  leastRoom?: number;
  logger: Logger;
};

export type Pump<Work> = {
  /** Says that there is work. */
  wake(): void;
  /** Says that there will be, in so many milliseconds. */
  wakeIn(ms: number): void;
  /**
   * A free place, kept for a piece of work that nobody has to claim; null when all are taken. It is given back by using it
   * or by leaving it.
   */
  keepPlace(): KeptPlace<Work> | null;
  /** Takes no more work, gives back what was not begun, and waits for what is under way. */
  stop(): Promise<void>;
};

type Waiting<Work> = {
  work: Work;
  claimedAt: number;
  /** The wake-ups before it was claimed. */
  wakes: number;
  /** Its claim left some behind. */
  hasMore: boolean;
};

export type KeptPlace<Work> = { use(work: readonly Work[]): void; leave(): void };

/** A lost wake-up costs at most this, in milliseconds. */
const POLL_MS = 250;
/** What is claimed beforehand is begun within this, in milliseconds. */
const AHEAD_MS = 50;
/** The pauses after a claim failed, in milliseconds: the database is away. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;

/** Keeps claiming and doing work while there is any, and sleeps until it is woken or it is time to look. */
export function startPump<Work>(options: PumpOptions<Work>): Pump<Work> {
  const { name, claim, run, release, places, mostAhead = 0, leastRoom = 1, logger } = options;
  const waiting: Waiting<Work>[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let [running, ahead, wakes, troubles] = [0, 0, 0, 0];
  let isWanted = true;
  let isPausing = false;
  let claiming: Promise<void> | null = null;
  let stopping: (() => void) | null = null;

  const poll = setInterval(look, POLL_MS);
  step();

  /** Nobody said that there is anything new, so what is under way need not be followed by one more claim. */
  function look(): void {
    isWanted = true;
    step();
  }

  function wake(): void {
    wakes += 1;
    isWanted = true;
    step();
  }

  function step(): void {
    while (running < places) {
      const next = waiting.shift();
      if (next === undefined) break;
      adapt(next);
      start(next.work, next.wakes);
    }
    if (stopping !== null) {
      if (running === 0 && claiming === null) stopping();
      return;
    }
    const room = places + ahead - running - waiting.length;
    // A claim for the last bit of room would be a small one: it waits until half of what is ahead is used up.
    if (isWanted && !isPausing && claiming === null && room >= leastRoom && waiting.length <= ahead / 2) {
      claiming = claimOnce(room).finally(() => {
        claiming = null;
        step();
      });
    }
  }

  /** The longer what was claimed beforehand has to wait, the less of it is claimed. */
  function adapt({ claimedAt, hasMore }: Waiting<Work>): void {
    const waitedMs = performance.now() - claimedAt;
    if (waitedMs > AHEAD_MS) ahead = Math.floor(ahead / 2);
    else if (hasMore && waitedMs < AHEAD_MS / 2) ahead = Math.min(mostAhead, ahead + 1);
  }

  async function claimOnce(room: number): Promise<void> {
    isWanted = false;
    const seen = wakes;
    const claimedAt = performance.now();
    try {
      const { work, hasMore } = await claim(room);
      troubles = 0;
      if (stopping !== null) return await giveBack(work);
      waiting.push(...work.map((each) => ({ work: each, claimedAt, wakes: seen, hasMore })));
      isWanted ||= hasMore;
    } catch (error) {
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** troubles++, LONGEST_PAUSE_MS);
      if (troubles === 1) logger.error({ err: error, pump: name }, "work is interrupted");
      isWanted = true;
      isPausing = true;
      after(pauseMs, () => {
        isPausing = false;
        step();
      });
    }
  }

  /** @param seen The wake-ups before it was claimed: one that came since may have been about the lane that it held. */
  function start(work: Work, seen: number): void {
    running += 1;
    void run(work)
      .catch((error: unknown) => {
        logger.error({ err: error, pump: name }, `work failed in an unforeseen way: ${messageOf(error)}`);
        return true;
      })
      .then((letsOthersBegin) => {
        running -= 1;
        isWanted ||= letsOthersBegin || wakes !== seen;
        step();
      });
  }

  async function giveBack(work: readonly Work[]): Promise<void> {
    if (work.length === 0) return;
    try {
      await release(work);
    } catch (error) {
      logger.warn(
        { err: error, pump: name, pieces: work.length },
        "claimed work is not given back: its lease has to end",
      );
    }
  }

  function after(ms: number, then: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      then();
    }, ms);
    timers.add(timer);
  }

  return {
    wake,
    wakeIn: (ms) => void (stopping === null && after(ms, wake)),

    keepPlace() {
      if (stopping !== null || running + waiting.length >= places) return null;
      running += 1;
      return {
        use(work) {
          // One place may let several go, of different lanes: none of them may wait, for they are under way already.
          for (const each of work) start(each, wakes);
          running -= 1;
          step();
        },
        leave() {
          running -= 1;
          step();
        },
      };
    },

    async stop() {
      if (stopping !== null) return;
      const { promise: stopped, resolve } = Promise.withResolvers<void>();
      stopping = resolve;
      clearInterval(poll);
      for (const timer of timers) clearTimeout(timer);
      await claiming;
      await giveBack(waiting.splice(0).map(({ work }) => work));
      step();
      await stopped;
    },
  };
}
