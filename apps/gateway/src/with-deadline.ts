import { AppError } from "@botdeck/core";

/**
 * Waits for work no longer than so many milliseconds. The work itself goes on, and its later failure is nobody's.
 *
 * @throws AppError `unreachable` when the time is over; what the work throws.
 */
export async function withDeadline<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      // A busy process finds the answer in its socket only after its timers ran: it gets that turn.
      setImmediate(reject, new AppError("unreachable", `There was no answer within ${ms} ms`));
    }, ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
