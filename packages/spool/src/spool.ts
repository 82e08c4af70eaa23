import type { Batch, Take } from "./drain-segments.ts";

export type SpoolStatus = {
  /** Records that were given and not taken yet, also those that are still on their way to the disk. */
  records: number;
  /** What they take on the disk. */
  bytes: number;
  /** True from the moment that a record was refused for want of room until some was made. */
  isFull: boolean;
  /** Why the disk took nothing the last time it was asked, in words for people; null when it did. */
  problem: string | null;
  /** When the oldest of them was given, or a little before; null when none waits. */
  oldestAt: Date | null;
};

export type DrainOptions = {
  /** Ends the drain after the batch that is being taken. */
  signal?: AbortSignal;
  /** The most that is handed over at once: 200 records and 1 MB unless told. One larger record comes alone. */
  batch?: Partial<Batch>;
};

export type Spool = {
  /**
   * Keeps a record and resolves once it is on the disk. `status()` counts it from the call on. The bytes must not be
   * changed before that.
   *
   * @throws AppError `unreachable`, with `context.reason`: `disk` (the cause says which error), `full` or `busy` (the bound, or
   * more than the disk takes at the moment; both with `retryAfterMs`), `closed`. The record does not count then; only after a
   * failed sync it may still turn up at the next start. AppError `invalid` for a record that can never fit.
   */
  append(record: Uint8Array): Promise<void>;
  /**
   * Keeps a record behind those that wait, or answers `empty` and keeps nothing when none does: the caller then stores it the
   * direct way. Near the end of a drain it waits a moment for that answer, in order, or the log would never be empty under
   * load; when the end does not come within `holdMs`, the record is kept.
   *
   * @throws AppError as `append` does.
   */
  appendUnlessEmpty(record: Uint8Array): Promise<"kept" | "empty">;
  /**
   * Hands the oldest records over in batches and forgets a batch when `take` returned; what it throws ends the drain and
   * leaves the batch. Resolves when nothing waits any more. `status().records` is right in the very turn in which `take`
   * settles, so whoever asks it before each event never overtakes one that waits.
   * A batch may come twice: after a crash, or when `take` threw having done its work.
   *
   * @throws AppError `conflict` when a drain is running; what `take` throws; AppError `unreachable` when the disk cannot be read.
   */
  drain(take: Take, options?: DrainOptions): Promise<{ drained: number }>;
  status(): SpoolStatus;
  /** Takes over what spools of the same folder left whose process is gone. Done at the start; worth a call now and then. */
  adopt(): Promise<{ records: number }>;
  /**
   * Finds out whether the disk would take a record, by a small file that is written, synced and removed; `status().problem` says
   * it afterwards. Does nothing while records wait that the disk took.
   */
  probe(): Promise<void>;
  /** Lets the writes and the batch in progress end, and gives the folder back. What waits stays on the disk. */
  close(): Promise<void>;
};
