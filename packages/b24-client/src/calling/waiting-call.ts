import type { PortalAnswer } from "../classify.ts";

/** A call that has not left yet. */
export type WaitingCall = {
  readonly method: string;
  readonly params: object;
  readonly signal: AbortSignal | undefined;
  /** How long it waits for its turn, in milliseconds. */
  readonly maxWaitMs: number;
  /** When its patience ends, by the client's clock. */
  deadlineMs: number;
  /** Its line in a batch; null when it must leave alone. */
  command: string | null;
  /** There was no room when it came. */
  hasWaited: boolean;
  resolve(answer: PortalAnswer): void;
  reject(error: unknown): void;
};
