import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { keepScreenshot, openPage } from "./pages/browser.ts";
import { findAccessibilityFaults } from "./pages/find-accessibility-faults.ts";

const system = inject("system");

/** The pages beside the chat, with words that stand on them once they have loaded. */
const PLACES = [
  { name: "deals", search: "?page=portal&tab=deals", shows: "Two desks" },
  { name: "clients", search: "?page=portal&tab=clients", shows: "Clara" },
  { name: "tasks", search: "?page=portal&tab=tasks", shows: "Call Clara back" },
  { name: "calendar", search: "?page=portal&tab=calendar", shows: /\d{4}/ },
  { name: "apps", search: "?page=portal&tab=apps", shows: "imopenlines" },
  { name: "log", search: "?page=portal&tab=log", shows: "imbot" },
  { name: "faults", search: "?page=faults", shows: "QUERY_LIMIT_EXCEEDED" },
  { name: "help", search: "?page=help", shows: "imbot.v2.Bot.register" },
];

test.each([
  { colorScheme: "light", locale: "en-US", viewport: { width: 1280, height: 800 } },
  { colorScheme: "dark", locale: "ru-RU", viewport: { width: 390, height: 844 } },
] as const)(
  "the emulator's pages are free of WCAG faults and fit their window: $colorScheme, $locale, $viewport.width",
  async (options) => {
    await act("crm.deal.add", { fields: { TITLE: "Two desks" } });
    await act("crm.contact.add", { fields: { NAME: "Clara" } });
    await act("tasks.task.add", { fields: { TITLE: "Call Clara back", RESPONSIBLE_ID: 1 } });
    const page = await openPage(options);
    const faults: Record<string, unknown> = {};

    for (const { name, search, shows } of PLACES) {
      await page.goto(addressOf(search));
      await page.locator("main").getByText(shows).first().waitFor();
      await keepScreenshot(page, `emulator-${name}-${options.colorScheme}`);
      faults[name] = [...(await findAccessibilityFaults(page)), ...(await isTooWide(page))];
    }

    expect(faults).toEqual(Object.fromEntries(PLACES.map(({ name }) => [name, []])));
  },
);

test("a fault that is switched on shows on every page until one button clears it", async () => {
  const page = await openPage();
  const banner = page.getByRole("complementary", { name: "Faults that are switched on" });
  await page.goto(addressOf("?page=faults"));
  // The switch itself is only for those who do not see; others press its words.
  await page.getByText("File links are dead").click();
  await banner.getByText("404").waitFor();

  await page.goto(addressOf("?page=help"));
  await banner.getByRole("button", { name: "Clear all" }).click();
  await banner.waitFor({ state: "detached" });

  const faults = await (await fetch(addressOf("emulator/api/faults"))).json();
  expect(faults).toMatchObject({ downloads: [] });
});

function addressOf(place: string): string {
  return new URL(place, system.chat).href;
}

async function act(method: string, params: object): Promise<void> {
  const response = await fetch(addressOf("emulator/api/act"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ as: "1", method, params }),
  });
  if (!response.ok) throw new Error(`${method}: ${await response.text()}`);
}

async function isTooWide(page: Page): Promise<string[]> {
  const isWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
  return isWide === true ? ["the page scrolls sideways"] : [];
}
