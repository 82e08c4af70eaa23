import { AppError } from "@botdeck/core";
import { Refusal } from "@botdeck/notifications";

/** Why a source did not take what it was told, by a code that has words in each language. */
export type WhyRefused = {
  /** No later try would change that. */
  isForGood: boolean;
  refusal: Refusal;
  /** The number that it answered; empty where it has none. */
  status: string;
};

export function refusalOf(error: unknown): WhyRefused {
  if (!(error instanceof AppError)) return { isForGood: true, refusal: "unreadable", status: "" };
  const { refusal, status } = error.context;
  return {
    isForGood: error.code === "rejected",
    refusal: Refusal.catch("unreadable").parse(refusal),
    status: typeof status === "string" ? status : "",
  };
}
