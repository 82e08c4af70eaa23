import { AppError } from "./errors.ts";

/**
 * Waits for work no longer than so many milliseconds. The work itself goes on, and its later failure is nobody's.
 *
 * @param tooLate Made when the time is over, and thrown; `unreachable` by default.
 */
export async function withDeadline<Result>(
  work: Promise<Result>,
  ms: number,
  tooLate: () => AppError = () => new AppError("unreachable", `There was no answer within ${ms} ms`),
): Promise<Result> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(tooLate());
  // A busy process finds the answer in its socket only after its timers ran: it gets that turn, where there is one.
  const timer = setTimeout(() => (globalThis.setImmediate === undefined ? giveUp() : setImmediate(giveUp)), ms);
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
