import type { HookCounts, NewHookSample } from "@botdeck/db";
import { withDeadline } from "@botdeck/core";
import { maskSample, type PostRefusal } from "@botdeck/notifications";
import type { Logger } from "@botdeck/telemetry";

/** How often what was noted is written, in milliseconds. */
const WRITE_EVERY_MS = 3_000;
/** So much waits to be written at most: a flood of posts must fill neither memory nor disk. */
const MOST_HOOKS = 500;
/** Addresses that are no open hook's, which anybody may make up: a few at once, so that those of hooks are not pushed out. */
const MOST_CLOSED = 50;
const SAMPLES_OF_HOOK = 5;
/** A body up to here is kept whole, since only what is whole can be read and masked by its fields; in characters. */
const LONGEST_WHOLE = 64_000;
/** All bodies together, in characters: beyond it posts are counted only. */
const MOST_TOGETHER = 4_000_000;
/** The last words are not waited for longer, in milliseconds. */
const LAST_WRITE_MS = 1_000;

type Outcome = { hookId: string; status: number; reason: string | null; refusal: PostRefusal | null; body: string };

export type HookNotes = {
  /** Notes what became of a post. Costs nothing that its sender would wait for. */
  note(outcome: Outcome): void;
  /** Counts a refused post to an address that is no open hook's: a closed one's people see that its source still posts. */
  noteClosed(hookId: string): void;
  stop(): Promise<void>;
};

type Deps = {
  write: (counts: readonly HookCounts[], samples: readonly NewHookSample[]) => Promise<void>;
  now: () => Date;
  logger: Logger;
  everyMs?: number;
};

type Noted = HookCounts & { accepts: NewHookSample[]; refusals: NewHookSample[] };

/**
 * Counts what hooks were sent, and keeps what it looked like, beside the requests: every few seconds, the newest of each outcome.
 * While the database is away counts gather and samples are forgotten.
 */
export function createHookNotes({ write, now, logger, everyMs = WRITE_EVERY_MS }: Deps): HookNotes {
  let noted = new Map<string, Noted>();
  let kept = 0;
  let closed = new Set<string>();
  let writing: Promise<void> | null = null;

  async function flush(): Promise<void> {
    if (noted.size === 0) return;
    const batch = [...noted.values()];
    noted = new Map();
    kept = 0;
    const strangers = closed;
    closed = new Set();
    const samples = batch
      .flatMap(({ accepts, refusals }) => [...accepts, ...refusals])
      .map((sample) => ({ ...sample, body: maskSample(sample.body) }));
    try {
      await write(batch, samples);
    } catch (error) {
      logger.debug({ err: error }, "what hooks were sent could not be noted");
      for (const { accepts: _accepts, refusals: _refusals, ...counts } of batch) {
        if (!strangers.has(counts.hookId)) add(counts);
      }
    }
  }

  function add({ hookId, accepted, refused, lastAcceptedAt }: HookCounts): Noted | null {
    const before = noted.get(hookId);
    if (before === undefined && noted.size >= MOST_HOOKS) return null;
    const next: Noted = {
      hookId,
      accepted: (before?.accepted ?? 0) + accepted,
      refused: (before?.refused ?? 0) + refused,
      lastAcceptedAt: lastAcceptedAt ?? before?.lastAcceptedAt ?? null,
      accepts: before?.accepts ?? [],
      refusals: before?.refusals ?? [],
    };
    noted.set(hookId, next);
    return next;
  }

  const timer = setInterval(() => {
    writing ??= flush().finally(() => {
      writing = null;
    });
  }, everyMs);
  timer.unref();

  return {
    note({ hookId, status, reason, refusal, body }) {
      const at = now();
      const isAccepted = status < 400;
      const counts = add({
        hookId,
        accepted: isAccepted ? 1 : 0,
        refused: isAccepted ? 0 : 1,
        lastAcceptedAt: isAccepted ? at : null,
      });
      const samples = isAccepted ? counts?.accepts : counts?.refusals;
      if (samples === undefined) return;
      if (samples.length === SAMPLES_OF_HOOK) kept -= samples.shift()?.body.length ?? 0;
      const beginning = beginningOf(body);
      if (kept + beginning.length > MOST_TOGETHER) return;
      kept += beginning.length;
      samples.push({ hookId, status, reason, refusal, body: beginning, at });
    },

    noteClosed(hookId) {
      if (!closed.has(hookId) && closed.size >= MOST_CLOSED) return;
      closed.add(hookId);
      add({ hookId, accepted: 0, refused: 1, lastAcceptedAt: null });
    },

    async stop() {
      clearInterval(timer);
      await withDeadline(
        (async () => {
          await writing;
          await flush();
        })(),
        LAST_WRITE_MS,
      ).catch((error: unknown) => logger.debug({ err: error }, "the last posts of hooks could not be noted"));
    },
  };
}

/** A copy where it is cut: a slice would keep all of the body in memory. */
const beginningOf = (body: string): string =>
  body.length <= LONGEST_WHOLE ? body : Buffer.from(body.slice(0, LONGEST_WHOLE), "utf8").toString("utf8");
