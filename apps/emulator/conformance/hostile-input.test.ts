import { PLATFORM_METHODS } from "@botdeck/b24-spec";
import { expect, onTestFinished, test } from "vitest";

import { CASES } from "./cases/index.ts";
import { startWorld } from "./world.ts";
import type { Params, World } from "./world.ts";

type Answered = { status: number; method: string; params: Params };

const GARBAGE = [
  ["", null, [], {}, [[]], [null], true],
  [-1, 0, 0.5, 1e308, 999_999_999, "9".repeat(400), "NaN"],
  ["\0", "🙂'\"<b>", "(((", "2026-99-99T99:99", "chat1", "$result[a]", [{ ID: {} }]],
];
/** What every object of JavaScript has, and no portal. */
const INHERITED = "constructor";
const UNKNOWN = "noSuchThing";

/** A portal on which every method can be called, and the parameters with which each one works. */
async function readyWorld(): Promise<{ world: World; works: [string, Params][] }> {
  const world = await startWorld();
  onTestFinished(() => world.close());
  const works: [string, Params][] = [];
  for (const method of PLATFORM_METHODS) works.push([method, (await CASES[method]?.(world)) ?? {}]);
  return { world, works };
}

test("no garbage makes a method fail: it answers or it refuses", { timeout: 60_000 }, async () => {
  const { world, works } = await readyWorld();
  const failed: Answered[] = [];
  let turn = 0;
  for (const [method, right] of works) {
    for (const kinds of GARBAGE) {
      const names = Object.keys(right);
      const params = Object.fromEntries(names.map((name) => [name, kinds[(turn += 1) % kinds.length]]));
      const { status } = await world.ask(method, params);
      if (status >= 500) failed.push({ status, method, params });
    }
  }
  expect(failed).toEqual([]);
});

test("a name that every object has is as unknown as any other", { timeout: 60_000 }, async () => {
  const { world, works } = await readyWorld();
  const taken: Answered[] = [];
  for (const [method, right] of works) {
    for (const replace of replacements(right)) {
      const { status: unknown } = await world.ask(method, replace(UNKNOWN));
      const params = replace(INHERITED);
      const { status } = await world.ask(method, params);
      if (status >= 500 || (unknown !== 200 && status === 200)) taken.push({ status, method, params });
    }
  }
  expect(taken).toEqual([]);
});

/** The same parameters with one text in another's place: a value, or the name of a field inside. */
function replacements(params: Params): ((word: string) => Params)[] {
  return Object.entries(params).flatMap(([name, value]) => {
    const inside = typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
    const deeper = inside === null ? [] : [...renamed(inside), ...replacements(inside)];
    const items = Array.isArray(value) ? value.map((_, index) => (word: string) => value.with(index, word)) : [];
    const single = typeof value === "object" ? [] : [(word: string): unknown => word];
    return [...single, ...items, ...deeper].map((replace) => (word: string) => ({ ...params, [name]: replace(word) }));
  });
}

function renamed(fields: Params): ((word: string) => Params)[] {
  return Object.entries(fields).map(([name, value]) => {
    const { [name]: _left, ...rest } = fields;
    return (word) => ({ ...rest, [word]: value });
  });
}
