import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

import { launchBrowser } from "@botdeck/testing/browser";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, inject, onTestFinished } from "vitest";

import type { Role } from "../server/roles.ts";
import { setupConsole } from "../server/test-console.ts";
// Also brings the type of what the global setup provides.
import "./build-pages.ts";

const SCREENSHOTS = fileURLToPath(new URL("../test-results/", import.meta.url));
/** Sooner than a test ends, so that it can say what it waited for. */
const SHOWS_WITHIN_MS = 20_000;
const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type ConsoleOptions = NonNullable<Parameters<typeof setupConsole>[0]>;

/** A console that a browser can open, on a database of its own. */
export async function openConsole(options: Pick<ConsoleOptions, "gatewayUrl" | "bitrixApp" | "temporal"> = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const console = await setupConsole({ ...options, publicUrl: url, webFolder: inject("builtPages") });
  await console.app.listen({ port, host: "127.0.0.1" });

  /**
   * A page of somebody with this role. Whatever the browser complains about on it fails the test.
   *
   * @param expected Statuses that the server is meant to answer with; the browser complains of these too.
   */
  async function openAs(
    role: Role,
    path: string,
    options: BrowserContextOptions = {},
    expected: readonly number[] = [],
  ): Promise<Page> {
    const cookie = await console.cookieOf(role);
    const context = await browser.newContext({ viewport: WIDE, locale: "en-US", timezoneId: "UTC", ...options });
    const complaints: string[] = [];
    onTestFinished(async () => {
      await context.close();
      if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join("; ")}`);
    });
    await context.addCookies(
      cookie.split("; ").map((pair) => {
        const [name = "", value = ""] = pair.split("=");
        return { name, value, url };
      }),
    );
    context.setDefaultTimeout(SHOWS_WITHIN_MS);
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      const isExpected = expected.some((status) => message.text().includes(`status of ${status}`));
      if (message.type() === "error" && !isExpected) complaints.push(message.text());
    });
    await page.goto(`${url}${path}`);
    return page;
  }
  return { ...console, openAs };
}

/** Leaves a picture of the page in `test-results/`. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, animations: "disabled" });
}

/** The address has to be known before the console is built, because it says which origin to trust. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new TypeError("no port was given");
  return address.port;
}
