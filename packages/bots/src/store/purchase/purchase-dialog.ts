import type { Product } from "@botdeck/crm/products";
import type { DialogDefinition, Slots } from "@botdeck/dialog/dialogs";

import { cardStep } from "../client/card-step.ts";
import { productWords } from "../availability/product-words.ts";
import { stockLine } from "../availability/stock-line.ts";
import { except, OTHER_WISHES, QUICK_WISHES } from "../wishes.ts";

/** Fewer words about the thing itself tell a manager nothing. */
const TELLING_WORDS = 2;
const MOST_NEED = 2_000;
const MOST_TOLD = 3;

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** Somebody wants to buy, or to be called about it: what they need and how to reach them becomes a lead. */
export const purchaseDialog: DialogDefinition = {
  name: "purchase",
  version: 1,
  topic: "qualification",
  digressions: QUICK_WISHES,
  follows: except(OTHER_WISHES, "purchase"),
  slots: {
    need: {
      takesAnything: true,
      find: (said, { need }) => {
        if (need !== undefined) return undefined;
        const words = productWords(said.text)?.split(" ") ?? [];
        return words.length >= TELLING_WORDS ? said.text.slice(0, MOST_NEED) : undefined;
      },
      read: (said) =>
        said.text.trim().length >= 3
          ? { kind: "value", value: said.text.trim().slice(0, MOST_NEED) }
          : { kind: "unclear" },
    },
    name: {
      expects: "name",
      find: (said) => said.understood.entities.names.at(-1)?.name,
      read(said) {
        const name = said.understood.entities.names.at(-1)?.name;
        return name === undefined ? { kind: "unclear" } : { kind: "value", value: name };
      },
    },
    phone: {
      expects: "phone",
      find: (said) => said.understood.entities.phones.at(-1)?.phone,
      read(said, { need }) {
        const phone = said.understood.entities.phones.at(-1)?.phone;
        if (phone !== undefined) return { kind: "value", value: phone };
        // What is no phone says more about the need.
        return { kind: "unclear", also: { need: `${String(need)}; ${said.text}`.slice(0, MOST_NEED) } };
      },
    },
  },
  steps: {
    need: { kind: "ask", slot: "need", ask: () => ({ text: "askNeed" }), again: () => ({ text: "needUnclear" }) },
    find: {
      kind: "request",
      request: "findProducts",
      params: ({ need }) => ({ words: productWords(String(need)) ?? "" }),
      fills: ["products"],
      take: (answer) => ({ slots: { products: Array.isArray(answer) ? answer : [] } }),
    },
    there: {
      kind: "say",
      if: (slots) => wanted(slots).length > 0,
      when: "the words name products of the shop",
      say: (slots) => wanted(slots).map((product) => stockLine(product, String(slots["need"]))),
    },
    card: cardStep({
      if: ({ phone }) => phone === undefined,
      when: "no phone was told",
    }),
    name: {
      kind: "ask",
      slot: "name",
      if: ({ hasName }) => hasName !== true,
      when: "the portal knows no name",
      ask: () => ({ text: "askName" }),
      again: () => ({ text: "nameUnclear" }),
    },
    phone: {
      kind: "ask",
      slot: "phone",
      if: ({ knownPhone }) => knownPhone === undefined,
      when: "the portal knows no phone",
      ask: () => ({ text: "askPhoneToCall" }),
      again: () => ({ text: "phoneUnclear" }),
    },
    recorded: { kind: "end", end: recorded },
  },
};

/** The products that are wanted, where the words name only a few: of more a colleague tells. */
function wanted({ products }: Slots): readonly Product[] {
  const found = Array.isArray(products) ? (products as Product[]) : []; // safe: the bot's own request
  return found.length > MOST_TOLD ? [] : found;
}

function recorded(slots: Slots) {
  const phone = text(slots["phone"]) ?? text(slots["knownPhone"]);
  return {
    outcome: "solved" as const,
    say: { text: "purchaseRecorded", values: { phone: phone ?? "" } },
    learned: { name: text(slots["name"]), phone, comment: text(slots["need"]) },
  };
}
