import { PRODUCT_RETURN } from "@botdeck/contracts/names";
import type { Stage } from "@botdeck/testing/stage";
import { z } from "zod";

import { helpdeskBot } from "./helpdesk/bot.ts";
import { GivenTickets, openHelpdesk } from "./helpdesk/scripts/given-tickets.ts";
import { hrBot } from "./hr/bot.ts";
import { GivenOffice, openOffice } from "./hr/scripts/given-office.ts";
import { officeBot } from "./office/bot.ts";
import { reportBot } from "./report/bot.ts";
import { GivenReports, openReports } from "./report/scripts/given-reports.ts";
import { salesBot } from "./sales/bot.ts";
import { GivenSales, openSales } from "./sales/scripts/given-sales.ts";
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
  // safe: what each `given` gave
  helpdesk: {
    bot: helpdeskBot,
    given: GivenTickets,
    servicesOf: (given) => openHelpdesk(given as GivenTickets),
  },
  hr: { bot: hrBot, given: GivenOffice, servicesOf: (given) => openOffice(given as GivenOffice) },
  report: { bot: reportBot, given: GivenReports, servicesOf: (given) => openReports(given as GivenReports) },
  sales: { bot: salesBot, given: GivenSales, servicesOf: (given) => openSales(given as GivenSales) },
  office: { bot: officeBot, given: z.strictObject({}), servicesOf: () => ({}) },
};
