import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { KNOWN_METHODS, OVERLAY, PLATFORM_METHODS, specOf } from "@botdeck/b24-spec";
import { expect, test } from "vitest";

import { generateMethods } from "./generate.ts";

const folder = fileURLToPath(new URL("../../packages/b24-client/src/methods/generated/", import.meta.url));

test("the client's generated files are what the generator writes from the data; `pnpm generate:methods` brings them up to date", async () => {
  const generated = generateMethods();

  expect(await readdir(folder)).toEqual([...generated.keys()].toSorted());
  for (const [name, content] of generated) {
    // Compared by hand: a difference in a file of thousands of lines would be printed whole.
    expect(content === (await readFile(folder + name, "utf8")), name).toBe(true);
  }
});

test("every method of the platform is described, in the documentation's spelling", () => {
  const wrong = PLATFORM_METHODS.filter((name) => specOf(name)?.name !== name);
  expect(wrong).toEqual([]);
  expect(PLATFORM_METHODS.length).toBe(new Set(PLATFORM_METHODS).size);
});

test("every description can be read, and every correction says why", () => {
  for (const name of KNOWN_METHODS) expect(specOf(name.toUpperCase())?.name).toBe(name);
  for (const [name, { reason }] of Object.entries(OVERLAY)) expect(reason, name).not.toBe("");
});

test.each(["imopenlines.session.transfer", "timeman.absence.create", "voip.call.start", "iblock.element.list"])(
  "%s, which articles name and portals do not have, is not known",
  (name) => {
    expect(specOf(name)).toBeNull();
  },
);
