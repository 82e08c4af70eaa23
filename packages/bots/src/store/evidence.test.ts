import { expect, test } from "vitest";

import { ORDER, PHONE, talkWithStore } from "./testing/talk-with-store.ts";
import { unsure } from "./testing/unsure.ts";

const SHOP = { products: [{ name: "Toaster Rumba", article: "TS-2", price: 1990, stock: { Moscow: 7, Kazan: 4 } }] };
const MINE = {
  ...SHOP,
  orders: [{ ...ORDER, items: [{ article: "TS-2", name: "Toaster Rumba" }] }],
  messengerPhone: PHONE,
};

test("a product with a town is asked for there, whatever the other words sound like", () =>
  talkWithStore(SHOP, { understand: unsure(["purchase", 0.4], ["availability", 0.15]) })
    .client("need a toaster, kazan")
    .bot(/in stock: Kazan: 4/)
    .run());

test("who has ordered the product that they name asks about that order", () =>
  talkWithStore(MINE, { understand: unsure(["availability", 0.4], ["orderStatus", 0.3]) })
    .client("WHEN TOASTER COME")
    .bot(/A-1042 is shipped/)
    .effect("crm.record")
    .run());

test("a number turns words about payments in general into words about that order", () =>
  talkWithStore(MINE, { understand: unsure(["paymentInfo", 0.5], ["orderStatus", 0.15]) })
    .client("A-1042 did the money reach you")
    .bot(/A-1042 is shipped/)
    .effect("crm.record")
    .run());

test("what is clear without evidence costs the portal no look at the client's orders", async () => {
  let looks = 0;
  const services = {
    clientCard: async () => ((looks += 1), { phone: null, ownPhone: null, name: null, leadId: null, contactId: null }),
    catalog: { find: async () => [], names: async () => ({ products: [], stores: [] }) },
  };
  await talkWithStore({}, { services, understand: unsure(["workingHours", 0.9]) })
    .client("when are you open")
    .bot(/Opening hours/)
    .run();
  expect(looks).toBe(0);
});

test("an answer that was only probably right tells how to go on if something else was meant", () =>
  talkWithStore(SHOP, { understand: unsure(["availability", 0.3], ["orderStatus", 0.25]) })
    .client("toaster when")
    .bot(/in stock.*If it is about an order, write its number/s)
    .run());

test("a phone that is told once more after a request was noted goes to the lead, too", () =>
  talkWithStore({}, { understand: unsure(["purchase", 0.9]) })
    .client(`I want to buy a kitchen table, call me ${PHONE}`)
    .bot(/will contact you/)
    .effect("crm.record", { phone: PHONE })
    .client("oops wrong digit, it's +79161234568")
    .bot(/Noted/)
    .effect("crm.record", { phone: "+79161234568" })
    .run());

test("an article of the shop that looks like an order's number is asked for as one", () =>
  talkWithStore(
    { products: [{ name: "Steam iron", article: "IR-5000", price: 4290, stock: { Moscow: 2 } }] },
    { understand: unsure(["availability", 0.4], ["orderStatus", 0.2]) },
  )
    .client("почем IR-5000")
    .bot(/Steam iron.*4\s290/s)
    .run());

test("words without any sign of a return begin none", () =>
  talkWithStore(MINE, { understand: unsure(["productReturn", 0.5], ["yes", 0.2]) })
    .client("ололо трололо пыщ")
    .bot(/иначе|О чём речь/)
    .run());

test("thanks with a complaint are no thanks", () =>
  talkWithStore(MINE, {
    understand: async (words) =>
      words.text.startsWith("where")
        ? await unsure(["orderStatus", 0.9])(words)
        : await unsure(["complaint", 0.44], ["thanks", 0.2])(words),
  })
    .client("where is my order")
    .bot(/A-1042/)
    .effect("crm.record")
    .client("спасибо за потраченное время и нервы, ждите в суде")
    .bot(/^(?!.*Пожалуйста!).*$/s)
    .run());

test("a phone with a digit too few is asked for again, and is no order's number", () =>
  talkWithStore(
    {},
    {
      understand: async (words) =>
        words.text.startsWith("I want")
          ? await unsure(["purchase", 0.9])(words)
          : await unsure(["orderStatus", 0.9])(words),
    },
  )
    .client("I want to buy a kitchen table")
    .bot(/At which phone/)
    .client("891655503")
    .bot(/not look like a phone/)
    .client("ah, missed one: 89165550303")
    .bot(/will contact you/)
    .effect("crm.record", { phone: "+79165550303" })
    .run());

test("what a product costs is a question for the product, whatever else the words sound like", () =>
  talkWithStore(SHOP, { understand: unsure(["orderStatus", 0.45], ["availability", 0.15]) })
    .client("is the rumba still 3k or did it go up")
    .bot(/1,990/)
    .run());

test("an order that is named beside a quick question is told as well", () =>
  talkWithStore(MINE, { understand: unsure(["workingHours", 0.8]) })
    .client("until when are you open, and is A-1042 there already?")
    .bot(/Opening hours.*A-1042 is shipped/s)
    .effect("crm.record")
    .run());
