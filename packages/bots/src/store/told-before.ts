import type { StoreContext } from "./store-context.ts";

/** The phone that the client has told in this visit: a later dialog need not ask for it again. */
export const phoneTold = ({ known: { phone } }: Pick<StoreContext, "known">): { phone?: string } =>
  typeof phone === "string" ? { phone } : {};
