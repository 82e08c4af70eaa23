import type { z } from "zod";

import { Faults } from "./faults.ts";
import type { DownloadFault, EventFault, RestFault } from "./faults.ts";

export type FaultsInput = z.input<typeof Faults>;

/** What strikes one call, event or download: how long it is held up first, and the fault, if there is one. */
export type Strike<Mode> = { delayMs: number; mode: Mode | null };

export type FaultSwitch = {
  read(): Faults;
  /** @throws ZodError for what is not a fault. */
  set(faults: FaultsInput): void;
  /** What hits a call with these method names (a batch has several). Rules with `times` are counted down. */
  takeRest(methods: string[]): Strike<Exclude<RestFault["mode"], "delay" | "none">>;
  takeEvent(event: string): Strike<Exclude<EventFault["mode"], "delay">>;
  takeDownload(fileName: string): Strike<Exclude<DownloadFault["mode"], "delay">>;
};

type Rule = {
  mode: string;
  times?: number | undefined;
  rate?: number | undefined;
  seed: number;
  delayMs?: number | undefined;
};

/**
 * @param initial How the portal is when nothing is switched.
 * @param onExpire Ends all access tokens; called when `access.areTokensExpired` is switched on.
 */
export function createFaultSwitch(initial: FaultsInput, onExpire: () => void): FaultSwitch {
  let current = Faults.parse(initial);
  let chances = new Map<Rule, () => number>();

  function strikes(rule: Rule): boolean {
    if (rule.rate === undefined) return true;
    const chance = chances.get(rule) ?? chanceOf(rule.seed);
    chances.set(rule, chance);
    return chance() < rule.rate;
  }

  function take<One extends Rule>(
    rules: One[],
    fits: (rule: One) => boolean,
  ): Strike<Exclude<One["mode"], "delay" | "none">> {
    let delayMs = 0;
    for (const rule of rules.filter(fits)) {
      if (!strikes(rule)) continue;
      countDown(rules, rule);
      delayMs += rule.delayMs ?? 0;
      // safe: `delay` is passed by, and `none` is never kept.
      if (rule.mode !== "delay") return { delayMs, mode: rule.mode as Exclude<One["mode"], "delay" | "none"> };
    }
    return { delayMs, mode: null };
  }

  return {
    read: () => current,
    set(input) {
      const next = Faults.parse({ ...initial, ...input, limits: { ...initial.limits, ...input.limits } });
      if (next.access.areTokensExpired && !current.access.areTokensExpired) onExpire();
      current = next;
      chances = new Map();
    },
    takeRest: (methods) => take(current.rest, ({ method }) => methods.some((name) => matches(method, name))),
    takeEvent: (name) => take(current.events, ({ event }) => matches(event, name)),
    takeDownload: (fileName) => take(current.downloads, ({ file }) => matches(file, fileName)),
  };
}

function matches(pattern: string | undefined, text: string): boolean {
  return pattern === undefined || new RegExp(pattern, "i").test(text);
}

/** A rule that has struck as often as it should goes away. */
function countDown(rules: Rule[], rule: Rule): void {
  if (rule.times === undefined) return;
  rule.times -= 1;
  if (rule.times === 0) rules.splice(rules.indexOf(rule), 1);
}

/** Mulberry32: numbers from 0 to 1 that look like chance and are the same for the same seed. */
function chanceOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
