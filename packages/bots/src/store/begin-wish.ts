import type { Move, Moves } from "@botdeck/dialog";

import { availabilitySlots } from "./availability/availability-slots.ts";
import { callOperator } from "./hand-over/call-operator.ts";
import { menu } from "./menu.ts";
import { startReturn } from "./product-return/start-return.ts";
import { isMoreToNote, note } from "./purchase/note.ts";
import { isPersonName } from "./purchase/person-name.ts";
import { farewell } from "./rating/farewell.ts";
import type { StoreContext } from "./store-context.ts";
import { phoneTold } from "./told-before.ts";
import { topicOf } from "./topic.ts";

/** What the bot does itself, each begun with what the client has said so far. */
export const beginWish = {
  orderStatus: (ctx: StoreContext): Moves => ctx.begin("orderStatus", phoneTold(ctx)),
  availability: async (ctx: StoreContext): Promise<Moves> => ctx.begin("availability", await availabilitySlots(ctx)),
  productReturn: startReturn,
  purchase: (ctx: StoreContext): Moves =>
    isMoreToNote(ctx) ? note(ctx) : ctx.begin("purchase", { hasName: isPersonName(ctx.person.name) }),
};

/** Whoever names an order beside a quick question has two: both are answered. */
export const orderToo = (ctx: StoreContext): Move[] =>
  ctx.isBusy || ctx.said.understood.entities.orderNumbers.length === 0
    ? []
    : [ctx.begin("orderStatus", phoneTold(ctx))];

/** A yes to the question what is meant takes the likeliest; any other offers what there is, once. */
export function takeYes(ctx: StoreContext): Moves | Promise<Moves> {
  const { guess } = ctx.known;
  if (!ctx.isChoosing || typeof guess !== "string") return offerOnce(ctx);
  const begin = beginWish[guess as keyof typeof beginWish];
  return begin === undefined ? callAPerson(ctx) : begin(ctx);
}

/** Who means none of what was offered needs a person. */
export const takeNo = (ctx: StoreContext): Moves | Promise<Moves> =>
  ctx.isChoosing ? callAPerson(ctx) : farewell(ctx, "no");

/** Words that answer nothing get the menu once; the second time they were no answer to that either. */
export const offerOnce = (ctx: StoreContext): Moves | Promise<Moves> =>
  ctx.known["offered"] === true
    ? callOperator(ctx, { topic: topicOf(ctx, "yes"), cause: "not_understood" })
    : [ctx.know({ offered: true }), ctx.say(ctx.t("menu"), menu(ctx))];

const callAPerson = (ctx: StoreContext): Promise<Moves> =>
  callOperator(ctx, { topic: topicOf(ctx, "operator"), cause: "not_understood" });
