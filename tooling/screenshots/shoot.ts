import { join } from "node:path";

import type { launchBrowser } from "@botdeck/testing/browser";

import type { Look } from "./looks.ts";
import type { ShownPage } from "./pages.ts";
import type { SignedIn } from "./sign-in.ts";

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

type Options = {
  consoleUrl: string;
  cookies: SignedIn["cookies"];
  look: Look;
  page: ShownPage;
  folder: string;
};

/** A page without its skeletons is a page that is there, in milliseconds. */
const SHOWS_WITHIN_MS = 15_000;

/** Opens a page and keeps a picture of it. */
export async function shoot(browser: Browser, { consoleUrl, cookies, look, page, folder }: Options): Promise<void> {
  const { theme, language, width, height } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language === "ru" ? "ru-RU" : "en-GB",
    timezoneId: "Europe/Moscow",
    reducedMotion: "reduce",
  });
  try {
    if (!page.isStranger) await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: consoleUrl })));
    const tab = await context.newPage();
    await tab.goto(new URL(page.path, consoleUrl).href);
    // Visible: while texts of another language are on their way, what is there is hidden.
    // On a phone the list's heading is there for screen readers while the open conversation is still on its way.
    const heading = page.path.includes("?id=") ? "[data-open-conversation] h2:visible" : "h1:visible, h2:visible";
    await tab.locator(heading).first().waitFor({ timeout: SHOWS_WITHIN_MS });
    await tab.waitForFunction(() => document.querySelector(".animate-shimmer, [aria-busy=true]") === null, undefined, {
      timeout: SHOWS_WITHIN_MS,
    });
    // The menus of the account are the last that the frame loads.
    const isOpenOnPhone = page.path.includes("?id=") && width < 600;
    if (!page.isStranger && !isOpenOnPhone) await tab.locator('[title*="Demo admin"]:visible').first().waitFor();
    if (page.press !== undefined) {
      await tab.keyboard.press(page.press);
      await tab.locator("[role=dialog]").waitFor();
    }
    await tab.evaluate(() => document.fonts.ready.then(() => undefined));
    await tab.waitForTimeout(page.settleMs ?? 400);
    await tab.screenshot({ path: join(folder, `${page.name}--${look.name}.png`), animations: "disabled" });
  } finally {
    await context.close();
  }
}
