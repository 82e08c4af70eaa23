import type { Locator, Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { keepScreenshot } from "./pages/browser.ts";
import { openChat } from "./pages/chat-page.ts";
import { openConsole } from "./pages/console-page.ts";
import { findAccessibilityFaults } from "./pages/find-accessibility-faults.ts";
import { killPart } from "./system/kill-part.ts";
import { PEOPLE } from "./system/people.ts";

const CLIENT = PEOPLE.returns.firstName;
const MANAGER = PEOPLE.manager.firstName;
/** Another worker comes up, and what the killed one had in hand is free once its lease has ended. */
const AFTER_A_KILL = { timeout: 120_000 };
const SUMMARY = /A-1044.*broken.*1 (?:picture|photo)/s;
const ACCEPTED = /return is registered/;
const system = inject("system");

/** A picture as a camera takes one, of whatever stands in the page. */
const takePhoto = (page: Page): Promise<Buffer> =>
  page.screenshot({ type: "jpeg", quality: 80, clip: { x: 0, y: 0, width: 640, height: 400 } });

/** Opens the task about the client's return, from wherever its page stands. */
async function openTask(page: Page): Promise<Locator> {
  await page.getByRole("link", { name: "Portal" }).click();
  await page.getByRole("link", { name: "Tasks" }).click();
  await page.locator("[data-task-id]").filter({ hasText: CLIENT }).getByRole("link").click();
  const task = page.getByRole("dialog").filter({ hasText: "Reason" });
  await task.waitFor();
  return task;
}

const LOOKS = [
  { name: "light", colorScheme: "light", width: 1280 },
  { name: "dark", colorScheme: "dark", width: 1280 },
  { name: "narrow", colorScheme: "light", width: 390 },
] as const;

/** Leaves a picture of the page in each look. @returns What of it breaks WCAG, by look. */
async function lookAt(page: Page, name: string): Promise<Record<string, unknown[]>> {
  const faults: Record<string, unknown[]> = {};
  for (const look of LOOKS) {
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize({ width: look.width, height: 800 });
    await keepScreenshot(page, `${name}-${look.name}`);
    faults[look.name] = await findAccessibilityFaults(page);
  }
  return faults;
}

test("a return with a photo becomes the manager's task with that photo, though the worker is killed twice on the way", async () => {
  const chat = await openChat(system.chat, CLIENT);
  await chat.openDialog();
  const photo = await takePhoto(chat.page);
  await chat.write("I want to return this");
  await chat.shows("bot", /which order/i);
  await chat.press("A-1044 · Office chair");
  await chat.shows("bot", /reason/i);
  await chat.press("It is broken");
  await chat.shows("bot", /send a photo/i);

  const first = await killPart(system.home, "worker");
  // Nobody hears this: it is taken up by the worker that comes.
  await chat.attach({ name: "broken chair.jpg", mimeType: "image/jpeg", buffer: photo });
  await chat.shows("bot", SUMMARY, AFTER_A_KILL);
  expect(first.isReplaced()).toBe(true);
  await chat.press("Yes, send it");
  await chat.shows("client", "Yes, send it");
  const second = await killPart(system.home, "worker");
  await chat.shows("bot", ACCEPTED, AFTER_A_KILL);
  expect(second.isReplaced()).toBe(true);
  expect(await chat.count("bot", SUMMARY)).toBe(1);
  expect(await chat.count("bot", ACCEPTED)).toBe(1);

  const manager = await openChat(system.chat, MANAGER);
  const task = await openTask(manager.page);
  const text = await task.innerText();
  expect(text).toContain("Order: A-1044");
  expect(text).toContain("It is broken");
  expect(text).toMatch(new RegExp(`Responsible\\s+\\S+\\s+Online\\s+${MANAGER}`));
  const picture = task.getByAltText(/^photo .*\.jpg$/);
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((image) => "naturalWidth" in image && image.naturalWidth)).toBe(640);
  const address = new URL((await picture.getAttribute("src")) ?? "", manager.page.url());
  const shown = await manager.page.request.get(address.href);
  expect((await shown.body()).equals(photo)).toBe(true);

  const without = { light: [], dark: [], narrow: [] };
  expect(await lookAt(chat.page, "return-chat")).toEqual(without);
  expect(await lookAt(manager.page, "return-task")).toEqual(without);

  const console = await openConsole(system);
  await console.openConversation(CLIENT);
  // The photo itself, which the console has from what we keep.
  await console.page.locator('[data-message-author="client"] img').first().waitFor();
  await console.message("bot", ACCEPTED).waitFor();
});
