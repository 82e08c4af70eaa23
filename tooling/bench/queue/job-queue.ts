/** What a peer's queue has to do; a job is a number and its handler does nothing. */
export type JobQueue = {
  addOne(job: number): Promise<unknown>;
  addMany(jobs: readonly number[]): Promise<unknown>;
  /** Takes jobs until the queue is closed; `onStart` hears of each when its handler begins. */
  work(onStart: (job: number) => void): Promise<unknown>;
  close(): Promise<unknown>;
};
