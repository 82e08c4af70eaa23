import { PRODUCT_RETURN } from "@botdeck/contracts/names";
import type { Stage } from "@botdeck/testing/stage";
import { z } from "zod";

import { officeBot } from "./office/bot.ts";
import { storeBot } from "./store/bot.ts";
import { returnDialog } from "./store/product-return/return-dialog.ts";
import { GivenShop, openShop } from "./store/scripts/given-shop.ts";
import { likelyShops } from "./store/scripts/likely-shops.ts";

/** The bots of this package with what conversations of theirs need, by their codes: for written conversations and for replay. */
export const STAGES: Readonly<Record<string, Stage>> = {
  store: {
    bot: storeBot,
    given: GivenShop,
    // safe: what `GivenShop` gave
    servicesOf: (given) => openShop(given as GivenShop),
    likelyWorlds: likelyShops,
    flows: {
      [PRODUCT_RETURN]: {
        dialog: returnDialog,
        // As the workflow says when it has taken a return.
        lastWords: ({ ending, slots }) =>
          ending.outcome === "answered" && slots["confirm"] === true ? "returnAccepted" : null,
      },
    },
  },
  office: { bot: officeBot, given: z.strictObject({}), servicesOf: () => ({}) },
};
