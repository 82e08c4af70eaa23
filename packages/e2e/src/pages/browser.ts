import { fileURLToPath } from "node:url";

import { launchBrowser } from "@botdeck/testing/browser";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";

/** How long a page may take to show something: an answer goes all the way round through the portal. */
const SHOWS_WITHIN_MS = 30_000;
const WIDE = { width: 1280, height: 800 };

export type Theme = "light" | "dark";

const SCREENSHOTS = fileURLToPath(new URL("../../test-results/", import.meta.url));

let shared: Promise<Browser> | undefined;
let opened = 0;

/** A page of a person of its own: nothing is shared with other pages, sign-ins neither. Closed with the test. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  shared ??= launchBrowser();
  const context = await (await shared).newContext({ viewport: WIDE, locale: "en-US", ...options });
  context.setDefaultTimeout(SHOWS_WITHIN_MS);
  const page = await context.newPage();
  const number = ++opened;
  onTestFinished(async ({ task }) => {
    const name = `failed-${task.id}-${number}-${new URL(page.url()).port}`;
    if (task.result?.state === "fail") await keepScreenshot(page, name);
    await context.close();
  });
  return page;
}

/** Leaves a picture of the page in `test-results/`. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, animations: "disabled" });
}
