import type { Slots } from "@botdeck/dialog";

import type { StoreContext } from "../store-context.ts";
import { sameProduct } from "./same-product.ts";

/** Products that somebody is told of later, in one visit. */
const MOST_WATCHES = 5;

/** The products that this visit's client waits for. */
export const watchesOf = ({ known }: Pick<StoreContext, "known">): number => Number(known["watches"] ?? 0);

/** What the availability dialog begins with: the product that was spoken of, and what it may do about it. */
export const availabilitySlots = async (ctx: StoreContext): Promise<Slots> => ({
  ...(await sameProduct(ctx)),
  ...(ctx.isBusy && { isAside: true }),
  ...(watchesOf(ctx) >= MOST_WATCHES && { mayWatch: false }),
});
