import { percentile } from "../statistics.ts";
import type { ConsoleSite } from "./console-site.ts";
import type { Page } from "./pages.ts";

export type PageTime = { name: string; p50Ms: number; p95Ms: number };

const WARM_UP = 3;

/** Asks for each page so many times, one after another, as one person would. */
export async function measurePages(
  site: ConsoleSite,
  pages: readonly Page[],
  times: number,
): Promise<{ pages: PageTime[]; all: number[] }> {
  const all: number[] = [];
  const measured: PageTime[] = [];
  for (const { name, path } of pages) {
    for (let nth = 0; nth < WARM_UP; nth++) await site.ask(path(nth));
    const own: number[] = [];
    for (let nth = 0; nth < times; nth++) own.push((await site.ask(path(nth))).ms);
    all.push(...own);
    measured.push({ name, p50Ms: percentile(own, 0.5), p95Ms: percentile(own, 0.95) });
  }
  return { pages: measured, all };
}
