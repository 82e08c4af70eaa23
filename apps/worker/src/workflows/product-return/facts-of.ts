import type { Slots } from "@botdeck/dialog/dialogs";
import type { Translate } from "@botdeck/dialog";

/** What a manager has to know of a return, each as words; what was not told is said to be so. */
export type ReturnFacts = { number: string; day: string; reason: string; phone: string };

const REASONS: Readonly<Record<string, string>> = {
  broken: "reasonBroken",
  wrong: "reasonWrong",
  disliked: "reasonDisliked",
};

/** Reads the slots of the return's dialog, whichever of its versions filled them. */
export function factsOf(slots: Slots, t: Translate<string>): ReturnFacts {
  const order =
    typeof slots["order"] === "object" ? (slots["order"] as Readonly<Record<string, unknown>> | null) : null; // safe: an order is an object
  const told = (...values: unknown[]): string =>
    values.find((value): value is string => typeof value === "string" && value !== "") ?? t("returnTaskNone");
  const reason = told(slots["reason"]);
  const name = REASONS[reason];
  return {
    number: told(order?.["number"], slots["number"]),
    day: told(order?.["purchasedOn"], slots["day"]).replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3.$2.$1"),
    reason: name === undefined ? reason : t(name),
    phone: told(slots["phone"], slots["knownPhone"], order?.["phone"]),
  };
}
