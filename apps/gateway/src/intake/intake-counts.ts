/** What became of the events that came, since the start. */
export type IntakeCounts = {
  /** In the inbox, straight. */
  kept: number;
  /** On our disk at first. */
  spooled: number;
  /** Neither: the sender got an error. */
  refused: number;
};

export const noCounts = (): IntakeCounts => ({ kept: 0, spooled: 0, refused: 0 });
