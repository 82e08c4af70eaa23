import { expect, inject, test } from "vitest";

import { keepScreenshot } from "./pages/browser.ts";
import { openChat } from "./pages/chat-page.ts";
import { openConsole } from "./pages/console-page.ts";
import { findAccessibilityFaults } from "./pages/find-accessibility-faults.ts";
import { BUYERS_PHONE, PEOPLE } from "./system/people.ts";

const system = inject("system");

test.each([
  { theme: "light", client: PEOPLE.readsInLight.firstName },
  { theme: "dark", client: PEOPLE.readsInDark.firstName },
] as const)("chat page and console are free of WCAG faults in the $theme theme", async ({ theme, client }) => {
  const chat = await openChat(system.chat, client, theme);
  await chat.openDialog();
  await chat.write("where is my order?");
  await chat.shows("bot", "What is your order number?");
  await chat.write(`A-1042, my phone is ${BUYERS_PHONE}`);
  await chat.shows("bot", "Order A-1042 is shipped and on its way.");
  const console = await openConsole(system, theme);
  await console.openConversation(client);
  await console.message("bot", "Order A-1042 is shipped and on its way.").waitFor();

  await keepScreenshot(chat.page, `chat-${theme}`);
  await keepScreenshot(console.page, `console-${theme}`);
  expect(await findAccessibilityFaults(chat.page)).toEqual([]);
  expect(await findAccessibilityFaults(console.page)).toEqual([]);
});
