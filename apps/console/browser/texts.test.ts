import { createTextOverrides, type PortalBot, portalBotById } from "@botdeck/db";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { addBot } from "../server/test-conversations.ts";
import { keepScreenshot, openConsole } from "./open-console.ts";
import { lookAt, PLACES } from "./look-at.ts";

test("a lead words a text anew, is told what is wrong with it and where, saves it, and takes it back", async () => {
  const { page, cell, overrides } = await setup("lead");
  await cell("orderUnknown", "en").getByRole("button", { name: "Edit" }).click();
  const words = page.getByRole("textbox", { name: "Words for orderUnknown in English" });

  await words.fill("I see no {number");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Character 10: a curly brace is opened and not closed").waitFor();
  expect(await words.getAttribute("aria-invalid")).toBe("true");
  expect(await overrides()).toEqual({});

  await words.fill("Order {number} is not there.");
  await page.getByRole("button", { name: "Save" }).click();
  await cell("orderUnknown", "en").getByText("Changed").waitFor();
  expect(await overrides()).toEqual({ en: { orderUnknown: "Order {number} is not there." } });

  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back").waitFor();
  expect(await cell("orderUnknown", "en").getByText("Changed").count()).toBe(0);
  expect(await overrides()).toEqual({});
});

test("the portal's words stand above the bot's own, which come back at a press", async () => {
  const { page, cell, overrides } = await setup("lead", { goodbye: "See you soon!" });
  await page.getByRole("button", { name: "Changed only" }).click();
  expect(await page.locator("[data-text]").count()).toBe(1);
  await cell("goodbye", "en").getByText("See you soon!").waitFor();
  await cell("goodbye", "en").getByRole("button", { name: "Take the bot's own words" }).click();
  await page.getByText("The bot says its own words again").waitFor();
  expect(await overrides()).toEqual({});
});

test("a viewer reads and finds the texts, and has nothing to change them with", async () => {
  const { page } = await setup("viewer");
  await page.getByRole("searchbox", { name: "Search texts" }).fill("до свидания");
  await expect.poll(() => page.locator("[data-text]").count()).toBe(1);
  expect(await page.locator("[data-text]").getAttribute("data-text")).toBe("goodbye");
  expect(await page.getByRole("button", { name: /^(Edit|Take)/ }).count()).toBe(0);
});

test("a bot that the console does not know says why it has no texts here", async () => {
  const { console } = await setup("viewer");
  const { botId } = await addBot(console.database.db, "other.example", "own.bot");
  const page = await console.openAs("viewer", `/bots/${botId}/texts`);
  await page.getByText("The console has no definition of this bot").waitFor();
});

test.each(PLACES)("the texts are free of WCAG faults, $place", async ({ place, options }) => {
  const { page, cell } = await setup("lead", { goodbye: "See you soon!" }, { ...options, locale: "en-US" });
  await keepScreenshot(page, `texts-${place}`);
  await page.getByRole("searchbox").fill("bye");
  await cell("goodbye", "en").getByRole("button", { name: "Edit" }).click();
  await cell("goodbye", "en").getByRole("textbox").fill("See you {when}!");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("the bot knows no value").waitFor();
  expect(await lookAt(page, `text-refused-${place}`)).toEqual([]);
});

async function setup(
  role: "viewer" | "lead",
  words: Record<string, string> = {},
  options: Parameters<Awaited<ReturnType<typeof openConsole>>["openAs"]>[2] = {},
) {
  const console = await openConsole();
  const { db } = console.database;
  const { botId } = await addBot(db);
  const bot = (await portalBotById(db, botId)) as PortalBot; // safe: added above
  const of = { portalId: bot.portalId, botCode: bot.code };
  for (const [key, text] of Object.entries(words)) {
    await createTextOverrides(db).put({ ...of, language: "en", key, text, updatedBy: "somebody" });
  }
  const page: Page = await console.openAs(role, `/bots/${botId}/texts`, options);
  await page.getByRole("heading", { name: "Order status" }).waitFor();
  return {
    console,
    page,
    overrides: () => createTextOverrides(db).ofBot(of.portalId, of.botCode),
    cell: (key: string, language: string) => page.locator(`[data-text="${key}"] [data-language="${language}"]`),
  };
}
