/** Something on the disk that was not as it was left. */
export type SpoolFinding = {
  /**
   * - `torn`: an unfinished write at the end of a segment; nobody was told that it was kept. Dropped.
   * - `damaged`: bytes that are no sound record, perhaps of an acknowledged one. The segment is kept as `….damaged`.
   * - `unreadable`: the disk did not give the file back. Left alone, and tried again at the next start.
   * - `newer`: written by a later version. Left alone; start that version once to drain it.
   */
  kind: "torn" | "damaged" | "unreadable" | "newer";
  /** The segment's path when it was found. */
  file: string;
  offset: number;
  bytes: number;
};

/** Told once per finding and process. It is for the log, and for an alarm unless `torn`. Must not throw. */
export type ReportFinding = (finding: SpoolFinding) => void;
