import { commandFor } from "@botdeck/dialog";

import { orSayWhy } from "../../crm-answers/or-say-why.ts";
import type { SalesContext } from "../sales-context.ts";
import { isOwnList, noteList } from "../own-lists.ts";
import { dealList } from "./deal-list.ts";

const command = commandFor<SalesContext>();

/** `/deals` and `/deals 2`. */
export const dealsCommand = command({
  title: { en: "My open deals", ru: "Мои открытые сделки" },
  about: { en: "Your open deals with sums by currency", ru: "Ваши открытые сделки и суммы по валютам" },
  params: [{ name: "page", kind: "number", title: { en: "page", ru: "страница" }, least: 1, isOptional: true }],
  examples: { en: ["", "2"], ru: ["", "2"] },
  handler: (ctx) => showDeals(ctx, ctx.args.page ?? 1),
});

/** A page of the list, into the message whose button was pressed. */
export const dealsPageCommand = command({
  title: { en: "Another page of deals", ru: "Другая страница сделок" },
  isHidden: true,
  params: [
    { name: "page", kind: "token", title: { en: "page", ru: "страница" } },
    { name: "key", kind: "token", title: { en: "message", ru: "сообщение" } },
    { name: "owner", kind: "token", title: { en: "person", ru: "сотрудник" } },
  ],
  handler: async (ctx) => {
    const { page, key, owner } = ctx.args;
    if (owner !== ctx.person.id) return [ctx.say(ctx.t("notYourList")), ...[await showDeals(ctx, 1)].flat()];
    if (!isOwnList(ctx, key)) return await showDeals(ctx, Number(page));
    return await orSayWhy(ctx, { command: "deals", params: page }, async () => {
      const { text, buttons } = await dealList(ctx, Number(page), key);
      return ctx.effect({ kind: "chat.edit", key, dialogId: ctx.dialog.id, text, buttons });
    });
  },
});

export const showDeals = (ctx: SalesContext, page: number) =>
  orSayWhy(ctx, { command: "deals", params: String(page) }, async () => {
    const { text, buttons } = await dealList(ctx, page, ctx.saidKey);
    return [ctx.answered(), noteList(ctx), ctx.say(text, { buttons })];
  });
