import type { Product } from "@botdeck/crm/products";
import type { DialogDefinition, Ending, Line, Slots } from "@botdeck/dialog/dialogs";

import { cardStep } from "../client/card-step.ts";
import { isNo, isYes } from "../agreement.ts";
import { ORDER_SLOTS } from "../order/order-slots.ts";
import { productWords } from "./product-words.ts";
import { stockLine } from "./stock-line.ts";
import { except, OTHER_WISHES, QUICK_WISHES } from "../wishes.ts";

const productsOf = ({ products }: Slots): readonly Product[] =>
  Array.isArray(products) ? (products as Product[]) : [];
const productOf = ({ product }: Slots): Product | null =>
  typeof product === "object" && product !== null ? (product as Product) : null; // safe: `findProducts` gave it
/** So many are told of at once; of more the client chooses. */
const isFew = (count: number): boolean => count === 2 || count === 3;
const isGone = (slots: Slots): boolean => productOf(slots)?.total === 0;

/** How people begin when they name another product. */
const MEANT = /(?<!\p{L})(?:i mean|meant|instead|rather|имел\p{L}* в виду|точнее|вернее)(?!\p{L})/iu;
/** Of words that name no product, in characters: they are said back. */
const MOST_WORDS = 100;

/** Is it there, where, and at what price; and who wants to hears when it is back. */
export const availabilityDialog: DialogDefinition = {
  name: "availability",
  version: 1,
  topic: "availability",
  digressions: except(QUICK_WISHES, "availability"),
  follows: OTHER_WISHES,
  slots: {
    phone: ORDER_SLOTS.phone,
    words: {
      decides: ["products", "product", "which", "watch"],
      takesAnything: true,
      // Once a product is named, only who asks for another one changes it: "do not bother" names none.
      find: (said, { words }) =>
        words === undefined || said.sure === "availability" || MEANT.test(said.text)
          ? productWords(said.text)
          : undefined,
      read(said) {
        const words = productWords(said.text) ?? said.text.trim().slice(0, MOST_WORDS);
        return words === "" ? { kind: "unclear" } : { kind: "value", value: words };
      },
    },
    which: {
      read(said, slots) {
        const found = bestMatch(said.text, productsOf(slots));
        return found === null ? { kind: "unclear" } : { kind: "value", value: found, also: { product: found } };
      },
      readsPressed: true,
    },
    watch: {
      read(said, { wasUnclear }) {
        if (said.pressed === true || isYes(said)) return { kind: "value", value: true };
        // An offer is no question that needs an answer: who talks on does not want it.
        if (said.pressed === false || isNo(said) || wasUnclear === true) return { kind: "value", value: false };
        return { kind: "unclear", also: { wasUnclear: true } };
      },
      readsPressed: true,
    },
  },
  steps: {
    words: {
      kind: "ask",
      slot: "words",
      ask: () => ({ text: "askProduct" }),
      again: () => ({ text: "productUnclear" }),
    },
    find: {
      kind: "request",
      request: "findProducts",
      params: ({ words }) => ({ words }),
      fills: ["products"],
      take(answer, { isAside }) {
        if (answer === "away") return { slots: { products: "away" } };
        const products = answer as Product[]; // safe: the bot's own request
        if (products.length > 0) {
          return { slots: { products, ...(products.length === 1 && { product: products[0], which: products[0] }) } };
        }
        // In the middle of something else the next words answer that.
        if (isAside === true) return { slots: { products } };
        return {
          slots: {},
          miss: { slot: "words", say: { text: "productUnknown" } },
        };
      },
    },
    away: {
      kind: "end",
      if: ({ products }) => products === "away",
      when: "the catalog cannot be seen",
      end: () => ({ outcome: "handed_over", cause: "source_away" }),
    },
    unknownAside: {
      kind: "end",
      if: ({ products }) => Array.isArray(products) && products.length === 0,
      when: "nothing fits, and something else waits",
      end: () => ({ outcome: "answered", say: { text: "productUnknownAside" } }),
    },
    toldAll: {
      kind: "end",
      if: (slots) => isFew(productsOf(slots).length),
      when: "two or three fit",
      end: (slots) => ({
        outcome: "solved",
        say: productsOf(slots).map((product) => stockLine(product, String(slots["words"]))),
        learned: {
          comment: `Asked for: ${productsOf(slots)
            .map(({ name }) => name)
            .join(", ")}`,
        },
      }),
    },
    which: {
      kind: "ask",
      slot: "which",
      ask: (slots) => ({
        text: "askWhichProduct",
        buttons: productsOf(slots).map((product) => [{ label: product.name, value: product }]),
      }),
      again: () => ({ text: "whichUnclear" }),
    },
    told: {
      kind: "end",
      if: (slots) => !isGone(slots) || slots["mayWatch"] === false,
      when: "it is there, or enough is watched for",
      end: (slots) => told(slots),
    },
    watch: {
      kind: "ask",
      slot: "watch",
      ask: (slots) => ({
        ...goneLine(slots),
        buttons: [
          [
            { text: "watchYes", value: true },
            { text: "watchNo", value: false },
          ],
        ],
      }),
      again: () => ({ text: "watchUnclear" }),
    },
    card: cardStep({
      if: ({ watch, phone }) => watch === true && phone === undefined,
      when: "the client wants to hear of it",
    }),
    phone: {
      kind: "ask",
      slot: "phone",
      if: ({ watch, knownPhone }) => watch === true && knownPhone === undefined,
      when: "the portal knows no phone",
      ask: () => ({ text: "askPhoneToTell" }),
      again: () => ({ text: "phoneUnclear" }),
    },
    watched: {
      kind: "end",
      end: (slots) => ({
        outcome: "solved",
        say: { text: slots["watch"] === true ? "watchPromised" : "watchDeclined" },
        learned: {
          phone: typeof slots["phone"] === "string" ? slots["phone"] : null,
          comment: `Asked for, not in stock: ${productOf(slots)?.name ?? String(slots["words"])}`,
        },
      }),
    },
  },
};

function goneLine(slots: Slots): Line {
  const product = productOf(slots);
  return { ...(product !== null && stockLine(product, "")), text: "productGone" };
}

function told(slots: Slots): Ending {
  const product = productOf(slots);
  if (product === null) return { outcome: "handed_over", cause: "flow" };
  return {
    outcome: "solved",
    say: stockLine(product, String(slots["words"])),
    learned: { comment: `Asked for: ${product.name}` },
  };
}

/** The product that somebody picks by its words or its place in the list. */
function bestMatch(text: string, products: readonly Product[]): Product | null {
  const wanted = wordsOf(text);
  const place = /^\s*(\d)\s*$/.exec(text)?.[1];
  if (place !== undefined) return products[Number(place) - 1] ?? null;
  const scored = products
    .map((product) => ({
      product,
      score: wordsOf(`${product.name} ${product.article ?? ""}`).filter((word) => wanted.includes(word)).length,
    }))
    .toSorted((one, other) => other.score - one.score);
  const [first, second] = scored;
  return first !== undefined && first.score > 0 && first.score > (second?.score ?? 0) ? first.product : null;
}

const wordsOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replaceAll("ё", "е")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => word.slice(0, 5));
