import type { Conversation } from "@botdeck/db";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../server/test-conversations.ts";
import { lookAt, PLACES } from "./look-at.ts";
import { openConsole } from "./open-console.ts";

const MINUTE_MS = 60_000;
/** What a client may be called, and must not do. */
const HOSTILE = '<img src=x onerror="document.title=1">';

test("a lead finds a client by name, narrows by topic, keeps that as a view, and comes back to it", async () => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations");
  await page.locator("[data-conversation-id]").nth(3).waitFor();

  await page.getByRole("searchbox").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("ann");
  await expect.poll(() => namesIn(page)).toEqual(["Anna Field", "Anna Lane"]);
  expect(new URL(page.url()).searchParams.get("q")).toBe("ann");

  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("f");
  const menu = page.getByRole("dialog", { name: "Filters" });
  await menu.getByRole("combobox", { name: "Topic" }).click();
  await page.getByRole("option", { name: "Return", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect.poll(() => namesIn(page)).toEqual(["Anna Lane", HOSTILE]);

  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Returns");
  await page.getByRole("switch", { name: "For everybody" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("link", { name: "Returns" }).waitFor();

  const other = await openAs("viewer", "/conversations?queue=bot");
  await other.getByRole("link", { name: "Returns" }).click();
  await expect.poll(() => other.locator("[data-conversation-id]").count()).toBe(2);
  // Who sees no names has nothing to search them by.
  expect(await other.getByRole("searchbox").count()).toBe(0);
});

test("who needs a person stands by how long they wait, and the colour says who waits too long", async () => {
  const { openAs } = await setup();
  const page = await openAs("operator", "/conversations?queue=queue");
  await expect.poll(() => namesIn(page)).toEqual(["Clara Weiss", "Anna Lane"]);
  const waits = page.locator("[data-conversation-id] .tabular-nums.font-semibold");
  expect(await waits.count()).toBe(1);
  await page.getByRole("button", { name: /^Filters/ }).click();
  await page.getByRole("switch", { name: "Too late" }).click();
  await expect.poll(() => namesIn(page)).toEqual(["Clara Weiss"]);
});

test("Enter opens the row that J went to, however fast it follows", async () => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations");
  const first = page.locator("[data-conversation-id]").first();
  await first.waitFor();
  // Before the browser draws anything: a busy machine hands over several keys at once.
  const focused = await page.evaluate<string | undefined>(`(() => {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", code: "KeyJ", bubbles: true, cancelable: true }));
    return document.activeElement.closest("[data-conversation-id]")?.dataset.conversationId;
  })()`);
  expect(focused).toBe(await first.getAttribute("data-conversation-id"));
});

test("Ctrl-K goes to a room, to a client and to a setting by their names, with the keyboard alone", async () => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations");
  await page.locator("[data-conversation-id]").first().waitFor();
  const ask = async (words: string, answer: string) => {
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Go to or do" });
    await palette.getByRole("combobox").fill(words);
    await palette.getByRole("option", { name: answer }).first().waitFor();
    await page.keyboard.press("Enter");
    await palette.waitFor({ state: "detached" });
  };
  await ask("clara", "Clara Weiss");
  await page.locator("[data-open-conversation]").waitFor();
  await ask("qual", "Quality");
  await page.waitForURL("**/quality");
  await ask("dark", "Theme: Dark");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
});

test.each(PLACES)(
  "the list, its filters and the palette are free of WCAG faults, $place",
  async ({ place, options }) => {
    const { openAs } = await setup();
    const page = await openAs("lead", "/conversations?topic=return", options);
    await page.locator("[data-conversation-id]").first().waitFor();
    await page.getByRole("search").getByRole("button").first().waitFor();
    expect(await lookAt(page, `now-${place}`)).toEqual([]);
    await page.keyboard.press("f");
    await page.getByRole("dialog").waitFor();
    expect(await lookAt(page, `now-filters-${place}`)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("option").first().waitFor();
    expect(await lookAt(page, `now-palette-${place}`)).toEqual([]);
  },
);

const namesIn = (page: Page) => page.locator("[data-conversation-id] a").allTextContents();

async function setup() {
  const console = await openConsole();
  const { db } = console.database;
  const ids = await addBot(db);
  const since = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);
  const rows: Partial<Conversation>[] = [
    { personName: "Anna Field", topic: "order_status", lastMessageAt: since(1) },
    { personName: "Anna Lane", topic: "return", owner: "queue:1", waitingSince: since(2), lastMessageAt: since(2) },
    { personName: "Clara Weiss", topic: "payment", owner: "queue:1", waitingSince: since(9), lastMessageAt: since(3) },
    { personName: HOSTILE, topic: "return", lastMessageText: HOSTILE, lastMessageAt: since(4) },
  ];
  for (const row of rows) await addConversation(db, ids, row);
  return console;
}
