import { STOCK_WATCH } from "@botdeck/contracts/names";
import type { Product } from "@botdeck/crm/products";
import type { Ended, Move, Moves, Slots } from "@botdeck/dialog";

import { callOperator, orNone } from "./hand-over/call-operator.ts";
import { watchesOf } from "./availability/availability-slots.ts";
import { menu } from "./menu.ts";
import { orElse, sentences } from "./or-else.ts";
import type { StoreContext } from "./store-context.ts";

type Context = StoreContext & Ended;

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
      return dialog === "rating" ? rated(ctx, slots) : [...(await answered(ctx)), ...next(ctx)];
  }
}

async function answered(ctx: Context): Promise<Move[]> {
  return [
    ctx.answered(),
    ctx.know({ ...kept(ctx.ended.slots), isRecorded: true, lastDialog: ctx.ended.dialog }),
    ...(await record(ctx)),
    ...watchOf(ctx),
  ];
}

/** What the client told, and the phone that the portal knows of them, belong to their lead; what stands there is no news. */
async function record(ctx: Context): Promise<Move[]> {
  const { dialog, ending, slots } = ctx.ended;
  const { name = null, phone = null, comment = null } = ending.learned ?? {};
  const isNews = phone !== null || name !== null || dialog === "purchase" || slots["confirm"] === true;
  if (!isNews && ctx.known["isRecorded"] === true) return [];
  // Who only asks what is there is no lead by that: the portal is not asked who they are.
  const isMereQuestion = dialog === "availability" && !isNews;
  const card = isMereQuestion ? ctx.services.knownCard() : await orNone(ctx.services.clientCard());
  const known = phone ?? card?.phone ?? null;
  const isThere = card?.leadId != null && phone === null;
  return isNews || (known !== null && !isThere) ? [ctx.record({ name, phone: known, comment })] : [];
}

/** Later dialogs of the visit need not ask for it again. */
const kept = ({ phone, number, words, products, product, confirm }: Slots): Record<string, unknown> => ({
  ...(Array.isArray(products) && { stores: storesOf(product === undefined ? products : [product]) }),
  ...(typeof words === "string" && !(Array.isArray(products) && products.length === 0) && { words }),
  ...(typeof phone === "string" && { phone }),
  // What is on its way back is spoken of no more: another return is another order's.
  ...(typeof number === "string" && { number: confirm === true ? null : number }),
});

const storesOf = (products: readonly Product[]): string[] => [
  ...new Set(products.flatMap(({ stock }) => stock.map(({ store }) => store))),
];

function watchOf(ctx: Context): Move[] {
  const { dialog, slots } = ctx.ended;
  const product = slots["product"] as { id: string; name: string } | undefined; // safe: the availability dialog's own slot
  if (dialog !== "availability" || slots["watch"] !== true || product === undefined) return [];
  const input = { productId: product.id, productName: product.name };
  // Who asks twice is told once; who asks again another day, perhaps after it came and went, is watched for again.
  const id = `${product.id.replaceAll(":", "-")}.${ctx.said.today}`;
  return [ctx.know({ watches: watchesOf(ctx) + 1 }), ctx.start(STOCK_WATCH, input, { leads: false, id })];
}

function next(ctx: Context): Move[] {
  const { dialog, ending } = ctx.ended;
  if (ctx.isBusy) return [];
  if (dialog === "returnSettlement") return rateOnce(ctx);
  // The return's workflow says by itself how it goes on.
  if (dialog === "productReturn") return [];
  return ending.outcome === "solved" ? [ctx.say(sentences(ctx.t("anythingElse"), orElse(ctx)), menu(ctx))] : [];
}

const rateOnce = (ctx: Context): Move[] =>
  ctx.visit?.isRated === true ? [] : [ctx.know({ askedRating: true }), ctx.begin("rating")];

function rated(ctx: Context, slots: Slots): Moves {
  return ctx.rate(Number(slots["rating"]));
}
