import type { Slots } from "@botdeck/dialog/dialogs";

/** The order's number as its source writes it, else as the client does. */
export function numberOf({ order, number }: Slots): string {
  const known = typeof order === "object" && order !== null && "number" in order ? order.number : number;
  return typeof known === "string" ? known : "—";
}
