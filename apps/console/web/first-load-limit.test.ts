import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build } from "vite";
import { expect, onTestFinished, test } from "vitest";

import { firstLoadLimit } from "./first-load-limit.ts";

/** A site whose first page and whose other page have some 20 kB each when packed, and share 10 kB; with a font of 5 kB. */
async function buildSite(limitBytes: number, sources: string[], fonts: string[] = []): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "console-first-load-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (name: string, content: string) => writeFileSync(join(root, name), content);
  const noise = (bytes: number) => JSON.stringify(randomBytes(bytes).toString("base64"));
  write("index.html", `<script type="module" src="/main.js"></script>`);
  writeFileSync(join(root, "letters.woff2"), randomBytes(5_000));
  write("look.css", `@font-face { font-family: Letters; src: url(./letters.woff2) } p { --noise: ${noise(2_000)} }`);
  write(
    "main.js",
    `import "./look.css"; const pages = [() => import("./first.js"), () => import("./other.js")]; pages.map((open) => open());`,
  );
  write("first.js", `import { shared } from "./shared.js"; console.log(shared, ${noise(20_000)});`);
  write("other.js", `import { shared } from "./shared.js"; console.log(shared, ${noise(20_000)});`);
  write("shared.js", `export const shared = ${noise(10_000)};`);
  const plugins = [firstLoadLimit({ limitBytes, sources, fonts })];
  await build({ root, configFile: false, logLevel: "silent", plugins, build: { assetsInlineLimit: 0 } });
}

test("a first load over its limit fails the build, which names the size, the limit and the largest chunks", async () => {
  const sentence =
    /has 3\d\.\d kB when packed, and 25\.0 kB are allowed.*: assets\/first-\S+\.js 2\d\.\d kB, assets\/shared-/;
  await expect(buildSite(25_000, ["first.js"])).rejects.toThrow(sentence);
});

test("what another page loads does not count", async () => {
  await buildSite(40_000, ["first.js"]);
  await expect(buildSite(40_000, ["first.js", "other.js"])).rejects.toThrow(/other-/);
});

test("its styles and the fonts that its words are set in count too", async () => {
  await expect(buildSite(31_000, ["first.js"])).rejects.toThrow(/\.css/);
  await buildSite(35_000, ["first.js"]);
  await expect(buildSite(35_000, ["first.js"], ["letters"])).rejects.toThrow(/letters-/);
  await expect(buildSite(60_000, ["first.js"], ["renamed"])).rejects.toThrow(/the font renamed/);
});

test("a first page that is no longer built fails the build: its limit would hold for ever", async () => {
  await expect(buildSite(60_000, ["renamed.js"])).rejects.toThrow(/renamed\.js/);
});
