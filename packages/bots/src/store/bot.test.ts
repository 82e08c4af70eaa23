import { AppError } from "@botdeck/core";
import type { Order, Product } from "@botdeck/crm";
import { conversation } from "@botdeck/testing/conversation";
import { describe, test } from "vitest";

import { storeBot } from "./bot.ts";
import type { StoreServices } from "./services.ts";

const PHONE = "+79161234567";

const order = (number: string, more: Partial<Order> = {}): Order => ({
  number,
  status: "shipped",
  phone: PHONE,
  customer: "Anna",
  purchasedOn: "2026-11-12",
  expectedOn: "2026-11-22",
  items: [{ article: "KT-200", name: "Kettle", quantity: 1, category: null }],
  amount: 2990,
  currency: "RUB",
  ...more,
});

const kettle: Product = {
  id: "1",
  article: "KT-200",
  name: "Kettle Aurora",
  price: 2990,
  currency: "RUB",
  stock: [
    { store: "Moscow", amount: 4 },
    { store: "Kazan", amount: 0 },
  ],
  total: 4,
};

function shop({
  knows = null,
  orders = [order("A-1042")],
  products = [kettle],
}: { knows?: string | null; orders?: Order[]; products?: Product[] } = {}): StoreServices {
  return {
    orders: {
      byNumber: async (number) => orders.find((each) => each.number === number || each.number.endsWith(number)) ?? null,
      byPhone: async (phone) => orders.filter((each) => each.phone === phone),
    },
    catalog: { find: async () => products },
    clientCard: async () => ({ leadId: "12", contactId: null, phone: knows, ownPhone: knows, name: "Anna" }),
    knownCard: () => null,
    transcript: async () => "",
  };
}

const talk = (services = shop()) => conversation(storeBot, { services });

describe("order status", () => {
  test("asks for the number and the phone, then tells the state and the day", () =>
    talk()
      .client("where is my order?")
      .bot(/order number/)
      .client("A-1042")
      .bot(/Which phone/)
      .client("8 916 123 45 67")
      .bot(/on its way.*November 22/)
      .run());

  test("a client whom the portal knows is told of their orders at once", () =>
    talk(shop({ knows: PHONE }))
      .client("Где мой заказ?")
      .bot(/A-1042.*в пути.*22 ноября/s)
      .run());

  test("another's order is as if it were not there, and a person takes over after the second try", () =>
    talk(shop({ knows: "+79990000000" }))
      .client("where is my order A-1042")
      .bot(/do not see order A-1042/)
      .client("A-1042")
      .bot(/calling a colleague/)
      .handedOver("order_status")
      .run());

  test("an order book that is away becomes the operator's question", () => {
    const away = () => Promise.reject(new AppError("unreachable", "away"));
    return talk({ ...shop({ knows: PHONE }), orders: { byNumber: away, byPhone: away } })
      .client("where is my order A-1042")
      .bot(/cannot see it right now/)
      .handedOver("order_status")
      .run();
  });
});

describe("availability", () => {
  test("tells stock and price of what was asked for", () =>
    talk()
      .client("is the KT-200 kettle in stock?")
      .bot(/Moscow: 4.*2,990/s)
      .run());
});

test("what it does not do goes to a person", () =>
  talk()
    .client("how much is delivery to Tver")
    .bot(/calling a colleague/)
    .handedOver("other")
    .run());
