import { expect, test } from "vitest";

import { indexProducts, type Listing } from "./product-index.ts";
import { rankProducts } from "./rank-products.ts";

const SHOP: readonly [article: string | null, name: string, otherName?: string][] = [
  ["KT-200", "Electric kettle Aurora KT-200", "Чайник электрический Aurora KT-200"],
  ["KT-300", "Electric kettle Aurora KT-300", "Чайник электрический Aurora KT-300"],
  ["TS-10", "Toaster Bravo TS-10", "Тостер Bravo TS-10"],
  ["IR-7", "Steam iron Volna IR-7", "Утюг паровой Volna IR-7"],
  ["HD-55", "Hair dryer Philips HD-55", "Фен Philips HD-55"],
  ["WM-12", "Washing machine Sony WM-12", "Стиральная машина Sony WM-12"],
  ["CM-1", "Coffee machine Bosch CM-1", "Кофемашина Bosch CM-1"],
  ["MW-20", "Microwave oven Dyson 500 W", "Микроволновая печь Dyson"],
  [null, "Набор ножей Xiaomi, 5 шт"],
];
const INDEX = indexProducts(
  SHOP.map(([article, name, otherName], index) => ({
    id: String(index),
    iblockId: "24",
    article,
    name,
    otherName: otherName ?? null,
    about: article === "MW-20" ? "Boils water like a kettle" : "",
  })),
);
const find = (words: string) => rankProducts(INDEX, words, 5).map(({ article, name }: Listing) => article ?? name);

test.each([["KT-200"], ["kt200"], ["кт 200"], ["есть ли КТ-200?"], ["is the kettle kt-200, by chance, available"]])(
  "the article in %j is the only answer",
  (words) => {
    expect(find(words)).toEqual(["KT-200"]);
  },
);

test.each([
  ["чайники есть?", ["KT-200", "KT-300"]],
  ["do you have kettles", ["KT-200", "KT-300"]],
  ["чайнк аврора", ["KT-200", "KT-300"]],
  ["chajnik est?", ["KT-200", "KT-300"]],
  ["электрочайник", ["KT-200", "KT-300"]],
  ["a toastr please", ["TS-10"]],
  ["утюгами интересуюсь", ["IR-7"]],
  ["hairdryer", ["HD-55"]],
  ["фены филипс", ["HD-55"]],
  ["стиралка", ["WM-12"]],
  ["сони", ["WM-12"]],
  ["кофе машина бош", ["CM-1"]],
  ["микроволновка дайсон", ["MW-20"]],
  ["xfqybr tcnm", ["KT-200", "KT-300"]],
  ["паровой", ["IR-7"]],
  ["ножи сяоми", ["Набор ножей Xiaomi, 5 шт"]],
])("%j means %j", (words, articles) => {
  expect(find(words)).toEqual(articles);
});

test("a product is found in a long message, and a doubtful likeness in one is none", () => {
  expect(find("добрый вечер, хочу подарить маме на юбилей чайник, чтобы быстро грел воду")).toEqual([
    "KT-200",
    "KT-300",
  ]);
  expect(find("уже третью неделю жду, когда наконец привезут, а курьер ведёт себя как попало")).toEqual([]);
});

test.each([
  "где мой заказ",
  "do you deliver to Kazan?",
  "розовые слоны",
  "паровой двигатель",
  "KT-999",
  "500",
  "!!!",
  "",
])("nothing is made up for %j", (words) => {
  expect(find(words)).toEqual([]);
});

test("of a long message a few words are compared with the catalog, and those that products have are among them", () => {
  const shop = indexProducts(INDEX.listings);
  const story = Array.from(
    { length: 60 },
    (_, index) => `qw${String.fromCodePoint(97 + (index % 26), 98 + (index % 7))}`,
  );
  expect(rankProducts(shop, [...story, "kettle"].join(" "), 2)).toHaveLength(2);
  expect(shop.meanings.size).toBe(12);
});
