/** One of the parts that a worker process plays. */
export type Role = {
  /** Takes nothing new, and finishes what is under way. */
  stop(): Promise<void>;
};
