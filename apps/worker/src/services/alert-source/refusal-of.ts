import { AppError } from "@botdeck/core";

/** Why a source did not take what it was told, in our own words. `isForGood` when no later try would change that. */
export function refusalOf(error: unknown): { isForGood: boolean; reason: string } {
  if (!(error instanceof AppError)) return { isForGood: true, reason: "its answer cannot be read" };
  return { isForGood: error.code === "rejected", reason: error.message };
}
