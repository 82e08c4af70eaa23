import { test } from "vitest";

import { talkWithStore } from "./testing/talk-with-store.ts";
import { unsure } from "./testing/unsure.ts";

const TOASTER = { name: "Toaster Rumba", article: "TS-2", price: 1990, stock: { Moscow: 7 } };

/** A client who is asked what they mean; what they say then is understood. */
const asked = (answer: "yes" | "no" | null = null, chances = { purchase: 0.2, availability: 0.17 }) =>
  talkWithStore(
    { products: [TOASTER] },
    {
      understand: async (words) =>
        answer !== null && words.text === answer
          ? await unsure([answer, 0.95])(words)
          : await unsure(["purchase", chances.purchase], ["availability", chances.availability])(words),
    },
  );

test("a yes to the question what is meant takes the likeliest", () =>
  asked("yes")
    .client("something for my mother")
    .bot(/Which of these do you mean\? If you want to buy/)
    .client("yes")
    .bot(/What exactly are you interested in/)
    .run());

test("a no to the question what is meant brings a person", () =>
  asked("no")
    .client("something for my mother")
    .bot(/Which of these do you mean/)
    .client("no")
    .bot(/calling a colleague/)
    .handedOver()
    .run());

test("the button that answers what is meant loses nothing that was said before", () =>
  asked(null, { purchase: 0.3, availability: 0.12 })
    .client("it is all about that toaster thing")
    .bot(/Which of these do you mean/)
    .press("Is it in stock?")
    .bot(/Toaster Rumba is in stock: Moscow: 7/)
    .run());
