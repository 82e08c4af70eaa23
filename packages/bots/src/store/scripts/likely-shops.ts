import type { WorldHints } from "@botdeck/testing/stage";
import type { z } from "zod";

import type { GivenShop } from "./given-shop.ts";

type Given = z.input<typeof GivenShop>;

const DAY_MS = 86_400_000;
/** Somebody's phone where they told none. */
const PHONE = "+79000009999";
const NUMBER = "A-9999";
const ABOUT_ORDERS: ReadonlySet<string> = new Set(["orderStatus", "productReturn"]);

/**
 * Shops in which a recorded conversation may have happened, the likeliest first: how orders and products were found, and
 * which phone of the client the portal knew.
 */
export function likelyShops(hints: WorldHints): Given[] {
  const orders = hints.orderNumbers.length > 0 || hints.intents.some((intent) => ABOUT_ORDERS.has(intent));
  const products = hints.intents.includes("availability") || hints.intents.includes("oos");
  const phone = hints.phones[0] ?? PHONE;
  return (orders ? orderBooks(hints, phone) : [{}]).flatMap((book) =>
    (products ? CATALOGS : [{}]).flatMap((catalog) =>
      (orders ? [{}, { messengerPhone: phone }, { clientPhone: phone }] : [{}, { clientPhone: phone }]).map(
        (known) => ({
          ...book,
          ...catalog,
          ...known,
        }),
      ),
    ),
  );
}

function orderBooks({ orderNumbers, day }: WorldHints, phone: string): Given[] {
  const numbers = orderNumbers.length > 0 ? orderNumbers : [NUMBER];
  const all = (fields: Partial<NonNullable<Given["orders"]>[number]>): Given => ({
    orders: numbers.map((number) => ({ number, phone, ...fields })),
  });
  return [
    all({ status: "delivered", purchasedOn: daysBefore(day, 5), expectedOn: daysBefore(day, 1) }),
    all({ status: "shipped", expectedOn: daysBefore(day, -1) }),
    { orders: [] },
    // Of several numbers the last one may be the right one.
    {
      orders: numbers
        .slice(-1)
        .map((number) => ({ number, phone, status: "delivered", purchasedOn: daysBefore(day, 5) })),
    },
    all({ status: "delivered", purchasedOn: daysBefore(day, 90) }),
    { away: ["orders"] },
  ];
}

const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) - count * DAY_MS).toISOString().slice(0, 10);

const product = (place: number, pieces: number) => ({
  name: `Kettle ${place}`,
  article: `KT-20${place}`,
  price: 2990,
  stock: { Moscow: pieces },
});

const CATALOGS: readonly Given[] = [
  { anyWordsFind: true, products: [product(1, 4)] },
  // So few are told of together, and of more the client has to choose one.
  { anyWordsFind: true, products: [product(1, 4), product(2, 2)] },
  { anyWordsFind: true, products: [product(1, 4), product(2, 2), product(3, 1), product(4, 5)] },
  { anyWordsFind: true, products: [product(1, 0)] },
  { products: [] },
  { away: ["catalog"] },
];
