import { defineBot, services } from "@botdeck/dialog";

import { afterDialog } from "./after-dialog.ts";
import { availabilityDialog } from "./availability/availability-dialog.ts";
import { evidence } from "./evidence.ts";
import { fallback } from "./fallback.ts";
import { beginWish, offerOnce, orderToo, takeNo, takeYes } from "./begin-wish.ts";
import { callOperator } from "./hand-over/call-operator.ts";
import { hint } from "./hint.ts";
import { type StoreIntent, storeIntents } from "./intents.ts";
import { menu, titles } from "./menu.ts";
import { tellHours } from "./opening-hours.ts";
import { howTo, sentences } from "./or-else.ts";
import { orderStatusDialog } from "./order-status/order-status-dialog.ts";
import { decideReturn } from "./product-return/decide-return.ts";
import { purchaseDialog } from "./purchase/purchase-dialog.ts";
import { farewell } from "./rating/farewell.ts";
import { ratingDialog } from "./rating/rating-dialog.ts";
import { storeRequests } from "./requests.ts";
import type { StoreServices } from "./services.ts";
import { StoreSettings } from "./settings.ts";
import { storeTexts } from "./texts/index.ts";
import { topicOf } from "./topic.ts";

/** The bot of a shop's open line: order status, availability, returns, a lead for who wants to buy, and a person for the rest. */
export const storeBot = defineBot({
  code: "store",
  kind: "client",
  name: { en: "Store assistant", ru: "Помощник магазина" },
  settings: StoreSettings,
  needs: services<StoreServices>(),
  texts: storeTexts,
  intents: storeIntents,
  dialogs: [orderStatusDialog, availabilityDialog, purchaseDialog, ratingDialog],
  requests: storeRequests,

  commands: {
    return: {
      title: { en: "Decide about a return", ru: "Решить о возврате" },
      // Of the buttons on a manager's card.
      isHidden: true,
      handler: decideReturn,
    },
  },

  opening: (ctx) => ctx.t("opening"),
  // An open line opens with the client's first message, which is answered next: one message instead of two.
  welcome: (ctx) => (ctx.dialog.type === "open_line" ? [] : ctx.say(ctx.t("opening"), menu(ctx))),

  evidence,
  hint,

  on: {
    ...beginWish,
    returnPolicy: (ctx) => [
      ctx.answered(),
      ctx.say(ctx.t("returnPolicy", { days: ctx.settings.returnDays })),
      ...orderToo(ctx),
    ],
    workingHours: (ctx) => [ctx.answered(), tellHours(ctx), ...orderToo(ctx)],
    greeting: (ctx) => ctx.say(ctx.t("menu"), menu(ctx)),
    aboutBot: (ctx) => ctx.say(ctx.t("about"), ctx.isBusy ? {} : menu(ctx)),
    thanks: (ctx) => farewell(ctx, "thanks"),
    goodbye: (ctx) => farewell(ctx, "goodbye"),
    no: takeNo,
    yes: takeYes,
    back: offerOnce,
    cancel: (ctx) => [
      ctx.stopWorkflow("cancelled by the client"),
      ctx.finish(),
      ctx.say(ctx.t("cancelled"), menu(ctx)),
    ],
    operator: (ctx) => callOperator(ctx, { topic: topicOf(ctx, "operator"), cause: "operator_asked" }),
    deliveryInfo: (ctx) => callOperator(ctx, { topic: "other", cause: "delivery" }),
    paymentInfo: (ctx) => callOperator(ctx, { topic: "other", cause: "payment" }),
    warranty: (ctx) => callOperator(ctx, { topic: "other", cause: "warranty" }),
    complaint: (ctx) => callOperator(ctx, { topic: "other", cause: "complaint" }),
    job: (ctx) => callOperator(ctx, { topic: "other", cause: "job" }),
    otherRequest: (ctx) => callOperator(ctx, { topic: "other", cause: "other_request" }),
  },

  afterDialog,
  choose: (ctx) => [
    ctx.know({ guess: ctx.choices[0] }),
    ctx.say(sentences(ctx.t("choose"), howTo(ctx, ctx.choices[0] ?? "")), {
      buttons: titles(ctx, ctx.choices as readonly StoreIntent[]),
    }),
  ],
  fallback,
});
