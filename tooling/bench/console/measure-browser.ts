import { AppError } from "@botdeck/core";
import { waitUntil } from "@botdeck/local-stack";
import { launchBrowser } from "@botdeck/testing/browser";

import { atMost, type Figure } from "../figures.ts";
import { median, percentile } from "../statistics.ts";
import type { ConsoleSite } from "./console-site.ts";
import { type Browser, type Page, signedIn } from "./signed-in.ts";

/** Of these the middle one is told. */
const LOADS = 5;
const KEYS = 40;
const KEY_TIMEOUT_MS = 10_000;
const WATCHED_FRAMES = 300;
const PIXELS_PER_FRAME = 120;
const LOADED_WITHIN_MS = 180_000;

/** Bounds of shared/CONSOLE.md, measured there on a prototype. */
const LOAD_KB = 300;
const LARGEST_PAINT_MS = 1_500;
const MOST_DOM_ROWS = 80;
const FRAME_MS = { p50: 20, p95: 50 };
const KEY_MS = 100;

/**
 * How the list of conversations feels in a real Chromium: its first load in an empty browser, scrolling through thousands of rows
 * that were loaded by scrolling, and one key after another in the midst of them.
 *
 * @param wantedRows Loaded before the frames are counted.
 * @throws AppError `invariant` when the rows never came.
 */
export async function measureBrowser(site: ConsoleSite, wantedRows: number): Promise<Figure[]> {
  const browser = await launchBrowser();
  try {
    const loads: Load[] = [];
    for (let nth = 0; nth < LOADS; nth++) loads.push(await firstLoad(browser, site));
    const context = await signedIn(browser, site);
    const page = await context.newPage();
    await openList(page, site);
    const rows = await loadRows(page, wantedRows);
    const frames = await scroll(page);
    const keys = await pressKeys(page);
    return [
      atMost("firstLoadKb", median(loads.map(({ kb }) => kb)), "kB", LOAD_KB),
      atMost("largestPaintMs", median(loads.map(({ paintMs }) => paintMs)), "ms", LARGEST_PAINT_MS),
      atMost("listRows", rows, "rows", null),
      atMost("listDomRows", frames.mostRows, "rows", MOST_DOM_ROWS),
      atMost("frameP50Ms", median(frames.ms), "ms", FRAME_MS.p50),
      atMost("frameP95Ms", percentile(frames.ms, 0.95), "ms", FRAME_MS.p95),
      atMost("keyPaintedP95Ms", percentile(keys, 0.95), "ms", KEY_MS),
    ];
  } finally {
    await browser.close();
  }
}

const openList = async (page: Page, site: ConsoleSite) => {
  await page.goto(`${site.url}/conversations?queue=all`);
  await page.locator("[data-conversation-id]").first().waitFor();
};

type Load = { kb: number; paintMs: number };

/** Scripts, styles and fonts as they came over the wire until the list stood, and when its largest part was painted. */
async function firstLoad(browser: Browser, site: ConsoleSite): Promise<Load> {
  const context = await signedIn(browser, site);
  try {
    const page = await context.newPage();
    await openList(page, site);
    return await page.evaluate<Load>(`new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const assets = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/assets/"));
        const bytes = assets.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
        resolve({ kb: bytes / 1_000, paintMs: list.getEntries().at(-1).startTime });
      }).observe({ type: "largest-contentful-paint", buffered: true });
    })`);
  } finally {
    await context.close();
  }
}

/** Goes to the end of the list until it has so many rows, or no more. */
async function loadRows(page: Page, wanted: number): Promise<number> {
  const toEnd = () =>
    page.evaluate<number>(`(() => {
      const inner = document.querySelector('[data-conversation-id]').closest('[role="rowgroup"]');
      inner.scrollTop = inner.scrollHeight;
      const row = document.querySelector("[data-conversation-id]");
      return Math.round(inner.scrollHeight / row.offsetHeight);
    })()`);
  let rows = 0;
  const isEnough = async () => (rows = await toEnd()) >= wanted;
  if (!(await waitUntil(isEnough, { timeoutMs: LOADED_WITHIN_MS, everyMs: 20 }))) {
    throw new AppError("invariant", `The list came to ${rows} rows of ${wanted}`);
  }
  return rows;
}

/** From the top downwards, so many pixels a frame. */
async function scroll(page: Page): Promise<{ ms: number[]; mostRows: number }> {
  return await page.evaluate<{ ms: number[]; mostRows: number }>(`new Promise((resolve) => {
    const list = document.querySelector('[data-conversation-id]').closest('[role="rowgroup"]');
    list.scrollTop = 0;
    const ms = [];
    let mostRows = 0;
    let before;
    const next = (at) => {
      if (before !== undefined) ms.push(at - before);
      before = at;
      mostRows = Math.max(mostRows, document.querySelectorAll("[data-conversation-id]").length);
      list.scrollTop += ${PIXELS_PER_FRAME};
      if (ms.length < ${WATCHED_FRAMES}) requestAnimationFrame(next);
      else resolve({ ms, mostRows });
    };
    requestAnimationFrame(next);
  })`);
}

/** From a key to the frame after it, as the page itself counts; the row that it opens is loaded beside. */
async function pressKeys(page: Page): Promise<number[]> {
  await page.evaluate(`
    window.__keys = [];
    addEventListener("keydown", ({ timeStamp }) =>
      requestAnimationFrame(() => setTimeout(() => window.__keys.push(performance.now() - timeStamp))), true);
  `);
  for (let nth = 0; nth < KEYS; nth++) {
    await page.keyboard.press("j");
    const isPainted = async () => (await page.evaluate<number>("window.__keys.length")) > nth;
    if (!(await waitUntil(isPainted, { timeoutMs: KEY_TIMEOUT_MS, everyMs: 5 }))) {
      throw new AppError("invariant", "A key was never painted");
    }
  }
  return await page.evaluate<number[]>("window.__keys");
}
