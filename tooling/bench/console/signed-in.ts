import type { launchBrowser } from "@botdeck/testing/browser";

import type { ConsoleSite } from "./console-site.ts";

export type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type BrowserContext = Awaited<ReturnType<Browser["newContext"]>>;
export type Page = Awaited<ReturnType<BrowserContext["newPage"]>>;

const WINDOW = { width: 1280, height: 800 };

/** A browser of its own for whoever is signed in to the console. */
export async function signedIn(browser: Browser, { cookie, url }: ConsoleSite): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: WINDOW, locale: "en-US" });
  await context.addCookies(
    cookie.split("; ").map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return { name, value, url };
    }),
  );
  return context;
}
