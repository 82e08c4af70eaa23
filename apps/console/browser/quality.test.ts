import { announce } from "@botdeck/db";
import { expect, test } from "vitest";

import { addBot } from "../server/test-conversations.ts";
import { addOutcome, addUp, addWeeks } from "../server/test-quality.ts";
import { lookAt, PLACES } from "./look-at.ts";
import { keepScreenshot, openConsole } from "./open-console.ts";

async function openQuality() {
  const console = await openConsole();
  const ids = await addBot(console.database.db);
  await addWeeks(console.database, ids);
  return { ...console, ids };
}

test("a number leads to its conversations and one of them, and the way back keeps what was asked for", async () => {
  const { openAs } = await openQuality();
  const page = await openAs("viewer", "/quality?days=7");
  await page.getByRole("heading", { name: "Containment", exact: true }).waitFor();
  await page.getByRole("link", { name: /^Handed over, .*show its conversations$/ }).click();
  await page.getByRole("heading", { name: "Handed over" }).waitFor();
  await page.locator('[data-visit="handed_over"]').first().waitFor();
  expect(await page.locator("[data-visit]:not([data-visit=handed_over])").count()).toBe(0);
  expect(new URL(page.url()).searchParams.get("days")).toBe("7");
  await page.getByText("The conversation is no longer kept").first().waitFor();
  await page.getByRole("link", { name: "A. F." }).first().click();
  await page.waitForURL(/\/conversations\?.*id=/);
  await page.goBack();
  await page.getByRole("link", { name: "Quality" }).last().click();
  await expect.poll(() => new URL(page.url()).searchParams.get("days")).toBe("7");
});

test("filters, groups and the period stand in the address, and a reload shows the same", async () => {
  const { openAs } = await openQuality();
  const page = await openAs("lead", "/quality");
  await page.getByRole("heading", { name: "Side by side" }).waitFor();
  await page.getByRole("combobox", { name: "Told apart by" }).click();
  await page.getByRole("option", { name: "Dialog and version" }).click();
  await page.getByRole("rowheader", { name: "Availability v1" }).waitFor();
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Russian" }).click();
  await expect.poll(() => new URL(page.url()).search).toContain("lang=ru");
  await page.getByRole("link", { name: "90 days" }).click();
  await page.locator("a[aria-current]", { hasText: "90 days" }).waitFor();
  const address = new URL(page.url());
  expect([address.searchParams.get("by"), address.searchParams.get("lang")]).toEqual(["version", "ru"]);
  const before = await page.getByRole("region", { name: "Figures" }).textContent();
  await page.reload();
  await expect.poll(() => page.getByRole("region", { name: "Figures" }).textContent()).toBe(before);
});

test("the chart is read with the arrow keys, and each point leads to its visits", async () => {
  const { openAs } = await openQuality();
  const page = await openAs("viewer", "/quality?days=7");
  const chart = page.getByRole("slider", { name: "What came of visits over time" });
  await chart.focus();
  const today = await chart.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowLeft");
  expect(await chart.getAttribute("aria-valuetext")).not.toBe(today);
  expect(await chart.getAttribute("aria-valuetext")).toMatch(/5 visits, containment 40%/);
  await page.keyboard.press("Home");
  expect(await chart.getAttribute("aria-valuenow")).toBe("0");
  expect(await page.getByRole("table", { name: "Over time" }).getByRole("row").count()).toBe(8);
});

test("the export is saved as a file with the page's filter", async () => {
  const { openAs } = await openQuality();
  const page = await openAs("viewer", "/quality?by=topic&lang=ru");
  const link = page.getByRole("link", { name: "CSV", exact: true });
  expect(await link.getAttribute("href")).toMatch(/language=ru.*by=topic/);
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^quality-topic-.*\.csv$/);
});

test("what is decided while the page is open is on it by itself", async () => {
  const { openAs, database, ids } = await openQuality();
  const page = await openAs("viewer", "/quality?days=7");
  const visits = page.getByRole("region", { name: "Visits", exact: true }).getByRole("paragraph").first();
  const before = Number(await visits.textContent());
  await addOutcome(database, ids);
  await addUp(database);
  await announce(database.db, "botdeck_desk", ["figures"]);
  await expect.poll(async () => Number(await visits.textContent())).toBe(before + 1);
});

test("a console without any visit, and a filter that nothing fits, say so", async () => {
  const { openAs, database } = await openConsole();
  const ids = await addBot(database.db);
  const page = await openAs("viewer", "/quality");
  await page.getByText("Nothing to count yet").waitFor();
  expect(await lookAt(page, "quality-empty")).toEqual([]);
  await addOutcome(database, ids);
  await addUp(database);
  await page.goto(new URL("/quality?intent=availability", page.url()).href);
  await page.getByText("No visit fits").waitFor();
  await page.getByRole("link", { name: "Clear filters" }).last().click();
  await page.getByRole("heading", { name: "Containment", exact: true }).waitFor();
});

test.each(PLACES)("the room is free of WCAG faults, $place", async ({ place, options }) => {
  const { openAs } = await openQuality();
  const page = await openAs("lead", "/quality", options);
  await page.getByRole("slider").waitFor();
  await page.getByRole("rowheader").first().waitFor();
  expect(await lookAt(page, `quality-${place}`)).toEqual([]);
  await page.getByRole("slider").scrollIntoViewIfNeeded();
  await keepScreenshot(page, `quality-chart-${place}`);
  await page.getByRole("heading", { level: 3 }).first().scrollIntoViewIfNeeded();
  await keepScreenshot(page, `quality-steps-${place}`);
  await page.goto(new URL("/quality/visits?figure=handed_over", page.url()).href);
  await page.locator("[data-visit]").first().waitFor();
  expect(await lookAt(page, `quality-visits-${place}`)).toEqual([]);
});
