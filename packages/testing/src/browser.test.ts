import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { findChromium } from "@botdeck/local-stack";
import type { Browser } from "playwright-core";
import { expect, test } from "vitest";

import { launchBrowser } from "./browser.ts";

async function sumIn(browser: Browser): Promise<string | null> {
  try {
    const page = await browser.newPage();
    const empty = await page.screenshot();
    await page.setContent("<p id=sum></p><script>document.querySelector('#sum').textContent = 2 + 3</script>");
    // Without any font a page has its text and shows none.
    expect(empty.equals(await page.screenshot())).toBe(false);
    return await page.textContent("#sum");
  } finally {
    await browser.close();
  }
}

test("a browser comes up on this machine and runs a page", async () => {
  expect(await sumIn(await launchBrowser())).toBe("5");
});

test("without a browser on the system, the one from npm is unpacked and runs a page", async () => {
  const cache = mkdtempSync(join(tmpdir(), "testing-chromium-"));
  try {
    const found = await findChromium({ XDG_CACHE_HOME: cache }, "/nowhere/chromium");
    expect(found.executablePath.startsWith(cache)).toBe(true);
    expect(await sumIn(await launchBrowser(found))).toBe("5");
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
});
