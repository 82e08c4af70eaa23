type Held = { record: Uint8Array; resolve: (outcome: "kept" | "empty") => void; reject: (error: unknown) => void };

type Options = {
  append: (record: Uint8Array) => Promise<void>;
  /** The longest that a record is held, in milliseconds. */
  holdMs: number;
  /** The most that is held at once. */
  maxBytes: number;
};

/**
 * Lets a drain come to its end under load. While new records keep arriving behind the last batch, a log that syncs is never
 * empty; so the last ones are held in memory, unacknowledged, until the rest is taken, and then go the direct way.
 */
export function createHandOver({ append, holdMs, maxBytes }: Options) {
  let held: Held[] = [];
  let heldBytes = 0;
  let timer: NodeJS.Timeout | null = null;

  function end(settle: (waiting: Held) => void): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const waiting = held;
    held = [];
    heldBytes = 0;
    for (const one of waiting) settle(one);
  }

  const keep = ({ record, resolve, reject }: Held): void => void append(record).then(() => resolve("kept"), reject);

  return {
    isHolding: (): boolean => timer !== null,

    /** Begins to hold; what is held when the time is over is kept in the log after all. */
    begin(): void {
      timer ??= setTimeout(() => end(keep), holdMs);
    },

    hold(record: Uint8Array): Promise<"kept" | "empty"> {
      return new Promise((resolve, reject) => {
        held.push({ record, resolve, reject });
        heldBytes += record.length;
        if (heldBytes > maxBytes) end(keep);
      });
    },

    /** Everything before the held ones was taken: they are their callers' again, in order. */
    endEmpty: (): void => end(({ resolve }) => resolve("empty")),

    /** The drain ended with something left: the held ones go behind it. */
    endKept: (): void => end(keep),
  };
}
