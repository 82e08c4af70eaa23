import { AppError, withDeadline } from "@botdeck/core";

/** Whoever asked waits for the answer, in milliseconds: later another way is the better one. */
const BUDGET_MS = 5_000;

/**
 * What is asked of the outside while a person waits.
 *
 * @throws AppError `unreachable` when it takes longer.
 */
export async function answerInTime<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  budgetMs: number = BUDGET_MS,
): Promise<Result> {
  const tooLate = () => new AppError("unreachable", `No answer came within ${budgetMs} ms`);
  return await withDeadline(work(AbortSignal.timeout(budgetMs)), budgetMs, tooLate);
}
