import { expect, inject, test } from "vitest";

import { openChat } from "./pages/chat-page.ts";
import { openConsole } from "./pages/console-page.ts";
import { PEOPLE } from "./system/people.ts";

const CLIENT = PEOPLE.returns.firstName;
const MANAGER = PEOPLE.manager.firstName;
const system = inject("system");

test("a return goes from the date to the manager's task", async () => {
  const chat = await openChat(system.chat, CLIENT);
  await chat.openDialog();
  // Any real JPEG will do.
  const photo = await chat.page.screenshot({
    type: "jpeg",
    quality: 40,
    clip: { x: 0, y: 0, width: 320, height: 200 },
  });

  await chat.write("I want to return this");
  await chat.shows("bot", "When did you buy it?");
  await chat.write("yesterday");
  await chat.shows("bot", "What is the reason for the return?");
  await chat.press("It is broken");
  await chat.shows("bot", "Please send a photo of the product.");
  await chat.attach({ name: "product.jpg", mimeType: "image/jpeg", buffer: photo });
  await chat.shows("bot", "the return is with our manager");

  const manager = await openChat(system.chat, MANAGER);
  await manager.page.getByRole("link", { name: "Portal" }).click();
  await manager.page.getByRole("link", { name: "Tasks" }).click();
  await manager.page.locator("[data-task-id]").filter({ hasText: CLIENT }).getByRole("link").click();
  const task = manager.page.getByRole("dialog").filter({ hasText: "Reason" });
  await task.waitFor();
  const text = await task.innerText();
  expect(text).toContain("Reason: It is broken");
  expect(text).toMatch(/Photos: \S+ \(#\d+\)/);
  expect(text).toMatch(new RegExp(`Responsible\\s+\\S+\\s+Online\\s+${MANAGER}`));

  const console = await openConsole(system);
  await console.openConversation(CLIENT);
  await console.message("client", "File").waitFor();
  await console.message("bot", "the return is with our manager").waitFor();
});
