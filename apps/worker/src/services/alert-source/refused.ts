import { AppError } from "@botdeck/core";
import { type Refusal, refusalIn } from "@botdeck/notifications";

type Refused = {
  /** What the source is called. */
  name: string;
  refusal: Refusal;
  /** The number that it answered. */
  status?: string;
};

/** A source did not take what it was told: `unreachable` when a later try may succeed, `rejected` when none will. */
export const refused = (code: "unreachable" | "rejected", { name, refusal, status = "" }: Refused): AppError =>
  new AppError(code, `${name} did not take it: ${refusalIn(refusal, status, "en")}`, { context: { refusal, status } });
