import type { Move } from "@botdeck/dialog";

import type { StoreContext } from "../store-context.ts";

/** Somebody who thanks or leaves after an answer says that it was one; they may rate it once. */
export function farewell(ctx: StoreContext): Move[] {
  if (ctx.visit?.isAnswered !== true || ctx.isBusy) return [];
  const settled = ctx.settle("solved_confirmed", "said_so");
  return ctx.visit.isRated || ctx.known["askedRating"] === true
    ? [settled]
    : [settled, ctx.know({ askedRating: true }), ctx.begin("rating")];
}
