import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { launchBrowser } from "@botdeck/testing/browser";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished, vi } from "vitest";

import type { Role } from "../server/roles.ts";
import { setupConsole } from "../server/test-console.ts";

const WEB = fileURLToPath(new URL("../web/", import.meta.url));
const VITE = fileURLToPath(new URL("../node_modules/.bin/vite", import.meta.url));
const SCREENSHOTS = fileURLToPath(new URL("../test-results/", import.meta.url));
/** Sooner than a test ends, so that it can say what it waited for. */
const SHOWS_WITHIN_MS = 12_000;
const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** A browser shares the machine with whatever else is being tested. */
const PATIENCE_MS = 120_000;
vi.setConfig({ testTimeout: PATIENCE_MS });

let browser: Browser;
let pages: string;

beforeAll(async () => {
  [browser, pages] = await Promise.all([launchBrowser(), buildPages()]);
}, PATIENCE_MS);

/** Builds the pages as they are served, into a folder of their own: what is being served meanwhile stays as it is. */
async function buildPages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "botdeck-console-"));
  // A process of its own: vitest's has the environment of tests, for which React builds another self.
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(VITE, ["build", WEB, "--outDir", folder, "--emptyOutDir", "--logLevel", "error"], { env });
  return folder;
}

afterAll(async () => {
  await browser.close();
  await rm(pages, { recursive: true });
});

type ConsoleOptions = NonNullable<Parameters<typeof setupConsole>[0]>;

/** A console that a browser can open, on a database of its own. */
export async function openConsole(options: Pick<ConsoleOptions, "gatewayUrl" | "bitrixApp" | "temporal"> = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const console = await setupConsole({ ...options, publicUrl: url, webFolder: pages });
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
