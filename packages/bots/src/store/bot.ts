import { PRODUCT_RETURN } from "@botdeck/contracts";
import { AppError } from "@botdeck/core";
import { type BotContext, defineBot, type Moves, services } from "@botdeck/dialog";
import { z } from "zod";

import type { Order, OrderSource } from "../order-source.ts";
import { findOrderNumber } from "./order-number.ts";
import { type StoreTextKey, storeTexts } from "./texts.ts";

const StoreSettings = z.object({
  /** Days after the purchase in which a return is taken. */
  returnDays: z.number().int().positive().default(14),
});

type Context = BotContext<z.output<typeof StoreSettings>, { orders: OrderSource }, StoreTextKey, "orderStatus.number">;

const STATUS_TEXT = {
  accepted: "orderAccepted",
  packed: "orderPacked",
  on_its_way: "orderOnItsWay",
  delivered: "orderDelivered",
} as const satisfies Record<Order["status"], StoreTextKey>;

/** The bot of a shop's open line: order status, returns, and a person for everything else. */
export const storeBot = defineBot({
  code: "store",
  kind: "client",
  name: { en: "Store assistant", ru: "Помощник магазина" },
  settings: StoreSettings,
  needs: services<{ orders: OrderSource }>(),
  texts: storeTexts,

  intents: {
    orderStatus: {
      examples: [
        "where is my order",
        "order status",
        "track my order",
        "when will my order arrive",
        "where is my parcel",
        "где мой заказ",
        "статус заказа",
        "когда привезут заказ",
        "где моя посылка",
        "отследить заказ",
      ],
    },
    productReturn: {
      examples: [
        "return a product",
        "I want to return this",
        "I want to send it back",
        "money back",
        "вернуть товар",
        "хочу вернуть товар",
        "оформить возврат",
        "возврат",
        "верните деньги",
      ],
    },
    greeting: { examples: ["hello", "hi", "good morning", "start", "привет", "здравствуйте", "добрый день", "начать"] },
    operator: {
      examples: [
        "speak to a person",
        "operator",
        "call a human",
        "I want to talk to a person",
        "позвать человека",
        "оператор",
        "позовите оператора",
        "соедините с человеком",
      ],
      interrupts: true,
    },
    cancel: { examples: ["cancel", "never mind", "stop", "отмена", "отменить", "не надо", "стоп"], interrupts: true },
  },

  // An open line opens with the client's first message, which is answered next: so no question here.
  welcome: (ctx) => ctx.say(ctx.t("hello")),

  on: {
    greeting: (ctx) => ctx.say(ctx.t("menu"), menu(ctx)),
    orderStatus: (ctx) => answerOrderStatus(ctx, findOrderNumber(ctx.text)),
    productReturn: (ctx) =>
      ctx.start(PRODUCT_RETURN, { orderNumber: findOrderNumber(ctx.text), returnDays: ctx.settings.returnDays }),
    operator: (ctx) => callOperator(ctx, "operator"),
    cancel: (ctx) => [
      ctx.stopWorkflow("cancelled by the client"),
      ctx.finish(),
      ctx.say(ctx.t("cancelled"), menu(ctx)),
    ],
  },

  states: {
    "orderStatus.number": {
      ask: (ctx) => {
        const unknown = ctx.slots["unknownNumber"];
        return typeof unknown === "string" ? ctx.say(...unknownNumber(ctx, unknown)) : ctx.say(ctx.t("askNumber"));
      },
      answer: (ctx) => {
        const number = findOrderNumber(ctx.text);
        return number === null ? ctx.miss(ctx.t("numberUnclear")) : answerOrderStatus(ctx, number);
      },
    },
  },

  fallback: (ctx) => callOperator(ctx, "other"),
});

async function answerOrderStatus(ctx: Context, number: string | null): Promise<Moves> {
  if (number === null) return ctx.goTo("orderStatus.number");
  const order = await findOrder(ctx.services.orders, number);
  if (order === "away") return [ctx.say(ctx.t("ordersAway")), ctx.handOver({ topic: "order_status", note: number })];
  if (order === null) {
    const isAnswer = ctx.at === "orderStatus.number";
    return isAnswer
      ? ctx.miss(...unknownNumber(ctx, number))
      : ctx.goTo("orderStatus.number", { unknownNumber: number });
  }
  const day = new Intl.DateTimeFormat(ctx.language, { day: "numeric", month: "long", timeZone: "UTC" });
  const text = ctx.t(STATUS_TEXT[order.status], { number, day: day.format(new Date(order.day)) });
  return [ctx.finish(), ctx.say(`${text}\n${ctx.t("anythingElse")}`, menu(ctx))];
}

/** An order book that is away is no reason to keep a client waiting: it becomes the operator's question. */
async function findOrder(orders: OrderSource, number: string): Promise<Order | null | "away"> {
  try {
    return await orders.find(number);
  } catch (error) {
    if (error instanceof AppError && error.code === "unreachable") return "away";
    throw error;
  }
}

function unknownNumber(ctx: Context, number: string) {
  return [ctx.t("numberUnknown", { number }), { buttons: [[ctx.t("operatorButton")]] }] as const;
}

function callOperator(ctx: Context, topic: string): Moves {
  return [
    ctx.stopWorkflow("handed over to an operator"),
    ctx.say(ctx.t("handOver")),
    ctx.handOver({ topic, note: ctx.text }),
  ];
}

function menu(ctx: Context) {
  return { buttons: [[ctx.t("orderButton"), ctx.t("returnButton")], [ctx.t("operatorButton")]] };
}
