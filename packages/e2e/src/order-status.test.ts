import { expect, inject, test } from "vitest";

import { openChat } from "./pages/chat-page.ts";
import { openConsole } from "./pages/console-page.ts";
import { BUYERS_PHONE, PEOPLE } from "./system/people.ts";

const CLIENT = PEOPLE.asksForOrder.firstName;
const system = inject("system");

test("a client's question is answered in the chat page and appears live in the console", async () => {
  const console = await openConsole(system);
  const chat = await openChat(system.chat, CLIENT);

  await chat.openDialog();
  await chat.write("where is my order?");
  await chat.shows("bot", "What is your order number?");

  await console.row(CLIENT).waitFor();
  await console.openConversation(CLIENT);
  await console.message("client", "where is my order?").waitFor();
  await console.message("bot", "What is your order number?").waitFor();

  await chat.write("A-1042");
  await chat.shows("bot", "Which phone did you give with the order?");
  await chat.write(BUYERS_PHONE);
  await chat.shows("bot", "Order A-1042 is shipped and on its way.");
  await console.message("client", "A-1042").waitFor();
  await console.message("bot", "Order A-1042 is shipped and on its way.").waitFor();
  expect(console.reloads()).toBe(0);
});
