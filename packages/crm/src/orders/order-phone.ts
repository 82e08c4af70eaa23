import { toE164 } from "../clients/phones.ts";
import type { Order } from "./order.ts";

const OWN_DIGITS = 10;

/**
 * Its own digits in the groups that people write them in, `916`, `123`, `45` and `67`: each stands together in whatever
 * way the number is written. Empty for what is no phone.
 */
export function phoneChunks(phone: string): string[] {
  const digits = phone.replaceAll(/\D/g, "").slice(-OWN_DIGITS);
  const [, ...chunks] = /^(\d*?)(\d{3})(\d{2})(\d{2})$/.exec(digits) ?? [];
  return chunks.filter((chunk) => chunk !== "");
}

/** Whose orders somebody may see. */
export type OrderOwner = {
  /** As they told it. */
  phone: string | null;
  /** Those the portal keeps of their contact. */
  contactPhones: readonly string[];
};

/** Whether an order is theirs by its phone. An order without a phone is nobody's who could prove it. */
export function isOrderOf(order: Pick<Order, "phone">, { phone, contactPhones }: OrderOwner): boolean {
  const owner = toE164(order.phone ?? "");
  return owner !== null && [phone, ...contactPhones].some((known) => toE164(known ?? "") === owner);
}
