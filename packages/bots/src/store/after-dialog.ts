import { STOCK_WATCH } from "@botdeck/contracts/names";
import type { BotContext, Ended, Move, Moves, Slots } from "@botdeck/dialog";

import { callOperator } from "./hand-over/call-operator.ts";
import { menu } from "./menu.ts";
import type { StoreServices } from "./services.ts";
import type { StoreSettings } from "./settings.ts";
import type { StoreTextKey } from "./texts/index.ts";

type Context = BotContext<StoreSettings, StoreServices, StoreTextKey> & Ended;

/** What follows the end of a dialog, in the conversation or in a workflow. */
export async function afterDialog(ctx: Context): Promise<Moves> {
  const { dialog, topic, ending, slots } = ctx.ended;
  switch (ending.outcome) {
    case "handed_over":
      return await callOperator(ctx, { topic, cause: ending.cause ?? "flow", slots });
    case "cancelled":
      return ctx.say(ctx.t("cancelled"), menu(ctx));
    case "expired":
    case "left":
      return [];
    case "solved":
    case "answered":
      return dialog === "rating" ? rated(ctx, slots) : [...answered(ctx), ...next(ctx)];
  }
}

function answered(ctx: Context): Move[] {
  const { dialog, ending, slots } = ctx.ended;
  const { name = null, phone = null, comment = null } = ending.learned ?? {};
  // What the portal knew before is no news, and each write costs the portal's budget.
  const isNews = phone !== null || name !== null || dialog === "purchase" || slots["confirm"] === true;
  return [
    ctx.answered(),
    ctx.know(kept(slots)),
    ...(isNews ? [ctx.record({ name, phone, comment })] : []),
    ...watchOf(ctx),
  ];
}

/** Later dialogs of the visit need not ask for it again. */
const kept = ({ phone, number }: Slots): Record<string, unknown> => ({
  ...(typeof phone === "string" && { phone }),
  ...(typeof number === "string" && { number }),
});

function watchOf(ctx: Context): Move[] {
  const { dialog, slots } = ctx.ended;
  const product = slots["product"] as { id: string; name: string } | undefined; // safe: the availability dialog's own slot
  if (dialog !== "availability" || slots["watch"] !== true || product === undefined) return [];
  return [ctx.start(STOCK_WATCH, { productId: product.id, productName: product.name }, { leads: false })];
}

function next(ctx: Context): Move[] {
  const { dialog, ending } = ctx.ended;
  if (ctx.isBusy) return [];
  if (dialog === "returnSettlement") return rateOnce(ctx);
  // The return's workflow says by itself how it goes on.
  if (dialog === "productReturn") return [];
  return ending.outcome === "solved" ? [ctx.say(ctx.t("anythingElse"), menu(ctx))] : [];
}

const rateOnce = (ctx: Context): Move[] =>
  ctx.visit?.isRated === true ? [] : [ctx.know({ askedRating: true }), ctx.begin("rating")];

function rated(ctx: Context, slots: Slots): Moves {
  return ctx.rate(Number(slots["rating"]));
}
