import type { Moves } from "@botdeck/dialog";

import { availabilitySlots } from "./availability/availability-slots.ts";
import { menu } from "./menu.ts";
import { startReturn } from "./product-return/start-return.ts";
import { isMoreToNote, note } from "./purchase/note.ts";
import { isPersonName } from "./purchase/person-name.ts";
import type { StoreContext } from "./store-context.ts";
import { phoneTold } from "./told-before.ts";

/** What the bot does itself, each begun with what the client has said so far. */
export const beginWish = {
  orderStatus: (ctx: StoreContext): Moves => ctx.begin("orderStatus", phoneTold(ctx)),
  availability: async (ctx: StoreContext): Promise<Moves> => ctx.begin("availability", await availabilitySlots(ctx)),
  productReturn: startReturn,
  purchase: (ctx: StoreContext): Moves =>
    isMoreToNote(ctx) ? note(ctx) : ctx.begin("purchase", { hasName: isPersonName(ctx.person.name) }),
};

/** A yes to the question what is meant takes the likeliest; any other offers what there is. */
export function takeYes(ctx: StoreContext): Moves | Promise<Moves> {
  const { guess } = ctx.known;
  const begin = ctx.isChoosing && typeof guess === "string" ? beginWish[guess as keyof typeof beginWish] : undefined;
  return begin === undefined ? ctx.say(ctx.t("menu"), menu(ctx)) : begin(ctx);
}
