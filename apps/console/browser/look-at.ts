import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

import { keepScreenshot, PHONE } from "./open-console.ts";

/** Where pages are looked at: in a wide window in English, and on a phone in Russian. */
export const PLACES = [
  { place: "wide", options: { locale: "en-US" } },
  { place: "phone", options: { locale: "ru-RU", viewport: PHONE } },
] as const;

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What the other theme can change. */
const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];

/**
 * What of a page as it stands breaks WCAG 2.2 AA as far as a machine can tell, in the dark theme and in the light one, and
 * whether it is wider than the screen. Leaves a picture of each theme.
 */
export async function lookAt(page: Page, name: string): Promise<string[]> {
  // A picture ends what still fades from one theme to the other.
  await page.emulateMedia({ colorScheme: "dark" });
  await keepScreenshot(page, `${name}-dark`);
  const dark = await faultsOf(new AxeBuilder({ page }).withRules(RULES_OF_COLOUR));
  await page.emulateMedia({ colorScheme: "light" });
  await keepScreenshot(page, `${name}-light`);
  const faults = [
    ...dark.map((fault) => `in the dark ${fault}`),
    ...(await faultsOf(new AxeBuilder({ page }).withTags(WCAG))),
  ];
  const isTooWide = await page.evaluate<boolean>("document.documentElement.scrollWidth > window.innerWidth");
  return [...faults, ...(isTooWide ? ["wider than the screen"] : [])].map((fault) => `${name}: ${fault}`);
}

async function faultsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
