import type { StoreContext } from "./store-context.ts";

/** The phone that the client has told in this visit: a later dialog need not ask for it again. */
export const phoneTold = ({ known: { phone } }: Pick<StoreContext, "known">): { phone?: string } =>
  typeof phone === "string" ? { phone } : {};

/** The order that was spoken of before, unless the words name another one. */
export const numberTold = ({ known: { number }, said }: Pick<StoreContext, "known" | "said">): { number?: string } =>
  typeof number === "string" && said.understood.entities.orderNumbers.length === 0 ? { number } : {};
