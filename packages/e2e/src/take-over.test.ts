import { expect, inject, test } from "vitest";

import { openChat } from "./pages/chat-page.ts";
import { OTHERS_PHONE, PEOPLE } from "./system/people.ts";

const CLIENT = PEOPLE.meetsOperator.firstName;
const OPERATOR = PEOPLE.operator.firstName;
const system = inject("system");

test("an operator who takes over silences the bot", async () => {
  const client = await openChat(system.chat, CLIENT);
  await client.openDialog();
  await client.write("where is my order?");
  await client.shows("bot", "What is your order number?");

  const operator = await openChat(system.chat, OPERATOR);
  await operator.openDialog(CLIENT);
  await operator.page.getByRole("button", { name: "Take" }).click();
  await operator.write("I am looking for it myself.");
  await client.shows("operator", "I am looking for it myself.");
  await client.write("It is A-1042");
  await operator.shows("client", "It is A-1042");
  await operator.page.getByRole("button", { name: "Give back to the bot" }).click();
  await client.write(`And where is A-1043? My phone is ${OTHERS_PHONE}`);
  await client.shows("bot", "Order A-1043 is being packed.");

  // A bot hears a dialog in order: an answer to the message before would stand before this one.
  const authors = (await client.authors()).filter((author) => author !== "system");
  const sinceOperator = authors.slice(authors.indexOf("operator"), authors.lastIndexOf("client") + 1);
  expect(sinceOperator).toEqual(["operator", "client", "client"]);
});
