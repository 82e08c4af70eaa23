import { setTimeout as pauseFor } from "node:timers/promises";

import { AppError } from "@botdeck/core";
import { announce, connect } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { launchBrowser } from "@botdeck/testing/browser";

import { type ConsoleSite, queryPath } from "./console-site.ts";
import { signedIn } from "./signed-in.ts";

/** The worker gathers changes for so long before it tells of them. */
const GATHERED_MS = 25;
const EVENT_EVERY_MS = 150;
const SEEN_TIMEOUT_MS = 20_000;
/** Rows at the top of the list, which are on the screen. */
const WATCHED_ROWS = 8;

/** In the page: notes for each mark the instant at which a frame with it was painted, by the clock of all processes. */
const WATCH = `
  window.__seen = {};
  const look = () => {
    const found = document.body.textContent.match(/mark \\d+\\./g) ?? [];
    for (const mark of found) {
      if (mark in window.__seen) continue;
      window.__seen[mark] = 0;
      requestAnimationFrame(() => setTimeout(() => (window.__seen[mark] = performance.timeOrigin + performance.now())));
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
`;

/**
 * How long after a commit a change is painted in a browser, while many other consoles follow the same changes.
 *
 * @returns Milliseconds of each event, from the commit's answer on; the worker's gathering is in it.
 * @throws AppError `invariant` when one was never painted, or a stream ended.
 */
export async function measureLive(
  site: ConsoleSite,
  databaseUrl: string,
  { consoles, events }: { consoles: number; events: number },
): Promise<number[]> {
  const handle = connect(databaseUrl, { max: 2, applicationName: "botdeck-bench" });
  const browser = await launchBrowser();
  const streams = await openStreams(site, consoles);
  try {
    const context = await signedIn(browser, site);
    const page = await context.newPage();
    await page.goto(`${site.url}/conversations`);
    const rows = page.locator("[data-conversation-id]");
    await rows.nth(WATCHED_ROWS - 1).waitFor();
    const ids = await rows.evaluateAll((found) => found.map((row) => row.getAttribute("data-conversation-id") ?? ""));
    await page.evaluate(WATCH);
    const committed = new Map<string, number>();
    for (let nth = 0; nth < events; nth++) {
      const id = ids[nth % WATCHED_ROWS] ?? "";
      const mark = `mark ${nth}.`;
      await handle.sql`
        update conversation set last_message_text = ${mark}, updated_at = clock_timestamp() where id = ${id}::uuid`;
      committed.set(mark, performance.timeOrigin + performance.now());
      await pauseFor(GATHERED_MS);
      await announce(handle.db, "botdeck_live", [id]);
      await pauseFor(EVENT_EVERY_MS - GATHERED_MS);
    }
    const seen = () => page.evaluate<Record<string, number>>("window.__seen");
    const isWhole = async () => Object.values(await seen()).filter((at) => at > 0).length === events;
    if (!(await waitUntil(isWhole, { timeoutMs: SEEN_TIMEOUT_MS, everyMs: 100 }))) {
      throw new AppError("invariant", "A change of a conversation was never painted");
    }
    if (streams.ended() > 0) throw new AppError("invariant", `${streams.ended()} streams of ${consoles} ended`);
    return Object.entries(await seen()).map(([mark, at]) => at - (committed.get(mark) ?? Number.NaN));
  } finally {
    streams.close();
    await browser.close();
    await handle.close();
  }
}

/** Open consoles, as the server knows them: a stream each, that is read to its end. */
async function openStreams(site: ConsoleSite, count: number) {
  const closing = new AbortController();
  let ended = 0;
  const url = `${site.url}${queryPath("conversation.changed", { lastEventId: null })}`;
  const opened = Array.from({ length: count }, async () => {
    const headers = { cookie: site.cookie, accept: "text/event-stream" };
    const response = await fetch(url, { headers, signal: closing.signal });
    if (!response.ok || response.body === null) throw new AppError("invariant", `A stream answered ${response.status}`);
    void drain(response.body).finally(() => (ended += 1));
  });
  await Promise.all(opened);
  return { ended: () => ended, close: () => closing.abort() };
}

async function drain(body: ReadableStream<Uint8Array>): Promise<void> {
  try {
    for await (const _part of body);
  } catch {
    // It was closed with the bench.
  }
}
