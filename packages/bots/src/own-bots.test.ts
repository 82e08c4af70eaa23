import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, expect, test } from "vitest";

import { BUILT_IN_BOTS } from "./built-in-bots.ts";
import { withOwnBots } from "./own-bots.ts";

const folder = mkdtempSync(join(tmpdir(), "botdeck-own-bots-"));
afterAll(() => rmSync(folder, { recursive: true }));

function moduleWith(name: string, source: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, source);
  return file;
}

const botNamed = (code: string) =>
  `{ code: "${code}", kind: "internal", name: { en: "Own", ru: "Свой" }, texts: { en: {}, ru: {} }, welcome: () => [], fallback: () => [] }`;

test("a deployment's own bots join the built-in ones, from a path and from a URL", async () => {
  const one = moduleWith("one", `export const bots = [${botNamed("own.one")}, ${botNamed("own.two")}];`);
  const other = moduleWith("other", `export const bots = [${botNamed("own.three")}];`);
  const bots = await withOwnBots([one, pathToFileURL(other).href]);
  expect(bots.map(({ code }) => code)).toEqual([
    ...BUILT_IN_BOTS.map(({ code }) => code),
    "own.one",
    "own.two",
    "own.three",
  ]);
});

test.each([
  ["a module that is not there", () => join(folder, "nowhere.mjs"), /nowhere\.mjs.*cannot be loaded/],
  ["a module that throws", () => moduleWith("throws", "throw new Error('no luck')"), /throws\.mjs.*no luck/],
  ["a module without bots", () => moduleWith("empty", "export const robots = [];"), /empty\.mjs.*"bots"/],
  ["something that is no bot", () => moduleWith("odd", "export const bots = [{ code: 'odd' }];"), /odd\.mjs.*bots\.0/],
  ["a code that is taken", () => moduleWith("taken", `export const bots = [${botNamed("store")}];`), /"store"/],
  ["an address on the network", () => "https://bots.example/bots.mjs", /absolute path/],
])("%s is refused with its name before anything starts", async (_name, address, message) => {
  await expect(withOwnBots([address()])).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(message),
  });
});
