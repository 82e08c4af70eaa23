import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const GUIDE = readFileSync(new URL("../../../docs/write-a-bot.md", import.meta.url), "utf8");

/** The code of the guide's block that begins with this comment, without the comment. */
function listing(path: string): string {
  const begin = `\`\`\`ts\n// packages/bots/src/${path}\n`;
  const start = GUIDE.indexOf(begin);
  expect(start, `the guide has no listing of ${path}`).toBeGreaterThan(-1);
  return GUIDE.slice(start + begin.length, GUIDE.indexOf("```", start + begin.length));
}

// The bot and its test run in this package as they are, so what the guide shows is what runs.
test.each(["office/bot.ts", "office/bot.test.ts"])("the guide shows %s as it is", (path) => {
  expect(listing(path)).toBe(readFileSync(new URL(path, import.meta.url), "utf8"));
});

test("the guide's bot stays as small as the guide says", () => {
  const lines = listing("office/bot.ts").trim().split("\n");
  const definition = lines.slice(lines.findIndex((line) => line.startsWith("export const")));
  expect(definition.filter((line) => line.trim() !== "").length).toBeLessThan(40);
});
