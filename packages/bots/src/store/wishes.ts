/** Wishes that one message answers: a dialog in the middle of which they come goes on afterwards. */
export const QUICK_WISHES = ["availability", "orderStatus", "workingHours", "returnPolicy", "aboutBot"] as const;

/** Wishes that lead elsewhere, or to a person. */
export const OTHER_WISHES = [
  "productReturn",
  "purchase",
  "deliveryInfo",
  "paymentInfo",
  "warranty",
  "complaint",
  "job",
  "otherRequest",
] as const;

/** The wishes that are none of a dialog's own. */
export const except = <Wish extends string>(wishes: readonly Wish[], own: Wish): readonly Wish[] =>
  wishes.filter((wish) => wish !== own);
