import { defineBot } from "@botdeck/dialog";
import { expect, test } from "vitest";

import { botDialogs } from "./bot-dialogs.ts";
import { drawPages } from "./draw-pages.ts";

test("every dialog of every bot has a picture of its own and a place on the page, in both languages", () => {
  const found = botDialogs({ bot: null, dialog: null });
  expect(found.map(({ dialog }) => dialog.name)).toEqual(
    expect.arrayContaining(["orderStatus", "availability", "purchase", "rating", "productReturn", "hours"]),
  );
  for (const language of ["en", "ru"] as const) {
    const pages = drawPages(found, language);
    const names = pages.map(({ name }) => name);
    expect(new Set(names).size).toBe(found.length + 1);
    const index = pages.at(-1)?.content ?? "";
    for (const name of names.slice(0, -1)) expect(index).toContain(`href="${name}"`);
    expect(index).toContain(`<html lang="${language}">`);
    expect(index.match(/<svg /g)).toHaveLength(found.length);
  }
});

test("one dialog of one bot is drawn when it is asked for, and none for a name that is not there", () => {
  expect(botDialogs({ bot: "store", dialog: "rating" })).toHaveLength(1);
  expect(botDialogs({ bot: "office", dialog: "rating" })).toEqual([]);
});

test("what a bot is called is text on the page, whatever it holds", () => {
  const bot = defineBot({
    code: "sly",
    kind: "client",
    name: { en: "<script>alert(1)</script>", ru: "<b>" },
    texts: { en: {}, ru: {} },
    welcome: () => [],
    fallback: () => [],
  });
  const dialog = botDialogs({ bot: "store", dialog: "rating" }).map((found) => found.dialog);
  const pages = drawPages(
    dialog.map((each) => ({ bot, dialog: each })),
    "en",
  );
  expect(pages.at(-1)?.content).not.toContain("<script>");
});
