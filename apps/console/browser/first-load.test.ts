import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../server/test-conversations.ts";
import { lookAt } from "./look-at.ts";
import { openConsole, PHONE } from "./open-console.ts";

/** Scripts, styles and fonts together, packed as they are served. */
const FIRST_LOAD_LIMIT_BYTES = 300_000;
const NAMED_FILES = 12;
/** What floats, and the machinery of floating. */
const FLOATING =
  /\/assets\/(?:filter-popover|save-popover|popover|menu|select|tooltip-popup|field|usePositioner)-[\w-]{8}\.js$/;
/** After it whatever was under way has been shown. */
const TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))";

test("the first load of Conversations, Cyrillic names and all, is at most 300 kB, and nothing that floats is in it", async () => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations", { locale: "ru-RU" });
  await settle(page);
  const files = await filesOf(page);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  expect(files.filter(({ path }) => path.endsWith(".woff2"))).toHaveLength(2);
  expect(bytes, describeLargest(files)).toBeLessThanOrEqual(FIRST_LOAD_LIMIT_BYTES);
  expect(floatingOf(files)).toEqual([]);
});

test.each([
  { way: "a click", press: (page: Page) => filtersOf(page).click(), options: {} },
  { way: "the key F", press: (page: Page) => page.keyboard.press("f"), options: {} },
  {
    way: "a tap on a phone",
    press: (page: Page) => filtersOf(page).tap(),
    options: { viewport: PHONE, hasTouch: true },
  },
])("nothing of the filter menu is loaded before it is asked for, and $way that comes first is not lost", async (by) => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations", by.options);
  await settle(page);
  expect(floatingOf(await filesOf(page))).toEqual([]);
  const release = await hold(page, "filter-popover");
  const button = filtersOf(page);
  const place = await button.boundingBox();

  await by.press(page);
  await expect.poll(() => button.getAttribute("aria-busy")).toBe("true");
  expect(await button.getAttribute("aria-expanded")).toBe("false");
  release();

  const menu = page.getByRole("dialog", { name: "Filters" });
  await menu.waitFor();
  await expect.poll(() => menu.evaluate((element) => element.contains(element.ownerDocument.activeElement))).toBe(true);
  const opened = page.locator("[aria-haspopup=dialog][aria-expanded=true]");
  expect(await opened.boundingBox()).toEqual(place);
  expect(floatingOf(await filesOf(page))).not.toEqual([]);
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "detached" });
  await page.keyboard.press("f");
  await menu.waitFor();
});

test("who goes on to write while a menu is on its way is not disturbed by it, and has it at the next press", async () => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations");
  await settle(page);
  const release = await hold(page, "filter-popover");
  const button = filtersOf(page);
  await button.click();
  await expect.poll(() => button.getAttribute("aria-busy")).toBe("true");
  const search = page.getByRole("searchbox");
  await search.click();
  await page.keyboard.type("Cl");
  release();
  await expect.poll(() => button.getAttribute("aria-busy")).toBe(null);
  await page.evaluate(TWO_FRAMES);
  await page.keyboard.type("ara");
  expect(await search.inputValue()).toBe("Clara");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await button.click();
  await page.getByRole("dialog", { name: "Filters" }).waitFor();
});

test("Escape takes a press back whose menu is still on its way, and leaves the focus where it is", async () => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations");
  await settle(page);
  const release = await hold(page, "filter-popover");
  const button = filtersOf(page);
  await button.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => button.getAttribute("aria-busy")).toBe("true");
  await page.keyboard.press("Escape");
  await expect.poll(() => button.getAttribute("aria-busy")).toBe(null);
  const came = page.waitForResponse(/filter-popover-/);
  release();
  await came;
  await page.evaluate(TWO_FRAMES);
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await button.evaluate(isFocused)).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Filters" }).waitFor();
});

test("a menu that cannot be fetched says so and leaves the page as it is; trying again loads the page anew", async () => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations", {}, [503]);
  await settle(page);
  await page.route("**/assets/filter-popover-*.js", (route) => route.fulfill({ status: 503 }));
  await filtersOf(page).click();
  const failure = page.getByRole("alert");
  await failure.getByText("Check the connection").waitFor();
  expect(await page.locator("[data-conversation-id]").count()).toBe(2);
  await page.unroute("**/assets/filter-popover-*.js");
  await failure.getByRole("button", { name: "Try again" }).click();
  await failure.waitFor({ state: "detached" });
  await settle(page);
  await page.keyboard.press("f");
  await page.getByRole("dialog", { name: "Filters" }).waitFor();
});

test("with the keyboard alone the account's menu opens at its first line and gives the focus back, the first time too", async () => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations");
  await settle(page);
  const button = page.getByRole("button", { name: "Test lead lead" });
  for (const key of ["ArrowDown", "Enter"]) {
    await button.focus();
    await page.keyboard.press(key);
    const first = page.getByRole("menuitem").first();
    await expect.poll(() => first.evaluate(isFocused)).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("menu").count()).toBe(0);
    await expect.poll(() => button.evaluate(isFocused)).toBe(true);
  }
  // What was opened once is not opened again by what shows the page anew.
  await page.getByRole("button", { name: /^Language/ }).click();
  await page.getByRole("menuitemradio", { name: "Русский" }).click();
  await page.getByRole("button", { name: /^Язык/ }).waitFor();
  await expect.poll(() => page.getByRole("menu").count()).toBe(0);
});

test.each([
  { way: "a click", press: (button: Locator) => button.click(), options: {} },
  {
    way: "a tap on a phone",
    press: (button: Locator) => button.tap(),
    options: { viewport: PHONE, hasTouch: true },
  },
])("$way opens a menu with no line marked, the first time as every other", async ({ press, options }) => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations", options);
  await settle(page);
  const button = page.locator("button[aria-haspopup=menu]:visible").first();
  for (const _time of ["first", "second"]) {
    await press(button);
    await page.getByRole("menu").waitFor();
    // What a menu marks, it marks in the frame after it opened.
    await page.evaluate(TWO_FRAMES);
    const marked = page.locator("[role^=menuitem][data-highlighted]");
    expect(await marked.count()).toBe(0);
    await page.keyboard.press("ArrowDown");
    await marked.waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("menu").count()).toBe(0);
  }
});

test("one of several portals is chosen with the keyboard, though the choice is loaded only then", async () => {
  const { openAs, database } = await setup();
  await addBot(database.db, "other.example");
  const page = await openAs("lead", "/conversations");
  await settle(page);
  expect(floatingOf(await filesOf(page))).toEqual([]);
  const choice = page.getByRole("combobox", { name: "Portal" });
  expect(await lookAt(page, "first-load-portals")).toEqual([]);
  await choice.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: "other.example" }).click();
  await expect.poll(() => choice.textContent()).toBe("other.example");
  await expect.poll(() => page.locator("[data-conversation-id]").count()).toBe(0);
});

test("what a button with a picture does is said when a pointer rests on it, when the keyboard comes to it, and until Escape", async () => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations");
  await settle(page);
  const button = page.getByRole("button", { name: "Save this view" });
  const words = page.getByText("Save this view", { exact: true });
  await button.hover();
  await words.waitFor();
  // The words themselves may be pointed at.
  await words.hover();
  await page.mouse.move(0, 0);
  await words.waitFor({ state: "detached" });

  await filtersOf(page).focus();
  await page.keyboard.press("Tab");
  await words.waitFor();
  await page.keyboard.press("Escape");
  await words.waitFor({ state: "detached" });
  expect(await button.evaluate(isFocused)).toBe(true);
});

test("on a phone an opened conversation has its shape and its way back before what shows it is loaded", async () => {
  const { openAs } = await setup();
  const page = await openAs("lead", "/conversations", { viewport: PHONE });
  await page.locator("[data-conversation-id]").first().waitFor();
  const release = await hold(page, "conversation-panel");
  await page.locator("[data-conversation-id] a").first().click();
  const back = page.getByRole("button", { name: "Back to the list" });
  await page.getByRole("status", { name: "Loading messages" }).waitFor();
  const place = await back.boundingBox();
  await back.click();
  await page.locator("[data-conversation-id] a").first().click();
  release();
  await page.locator("[data-open-conversation]").waitFor();
  expect(await back.boundingBox()).toEqual(place);
});

const filtersOf = (page: Page) => page.getByRole("button", { name: "Filters" });

type File = { path: string; bytes: number };

/** Which files of the build the page has fetched, each with its size as it came. */
const filesOf = (page: Page): Promise<File[]> =>
  page.evaluate<File[]>(
    `performance.getEntriesByType("resource").map((entry) => ({ path: new URL(entry.name).pathname, bytes: entry.encodedBodySize }))
      .filter(({ path }) => path.startsWith("/assets/"))`,
  );

const floatingOf = (files: File[]) => files.map(({ path }) => path).filter((path) => FLOATING.test(path));

const describeLargest = (files: File[]) =>
  files
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, NAMED_FILES)
    .map(({ path, bytes }) => `${path} ${bytes}`)
    .join(", ");

/** Waits until everything that comes by itself is there. */
async function settle(page: Page): Promise<void> {
  await page.locator("[data-conversation-id]").first().waitFor();
  await page.getByRole("searchbox").waitFor();
  // On a phone these stand there unseen.
  await page.locator("[data-system-status]").waitFor({ state: "attached" });
  await page.locator("a[href='/access']").first().waitFor({ state: "attached" });
  await page.locator("button[aria-haspopup=menu]:visible").nth(2).waitFor();
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  await page.waitForLoadState("networkidle");
}

/** Keeps a chunk of the build back until it is released. */
async function hold(page: Page, name: string): Promise<() => void> {
  const released = Promise.withResolvers<void>();
  await page.route(`**/assets/${name}-*.js`, async (route) => {
    await released.promise;
    await route.continue();
  });
  return released.resolve;
}

const isFocused = (element: { ownerDocument: { activeElement: unknown } }) =>
  element === element.ownerDocument.activeElement;

async function setup() {
  const console = await openConsole();
  const ids = await addBot(console.database.db);
  for (const personName of ["Анна Полева", "Clara Weiss"])
    await addConversation(console.database.db, ids, { personName });
  return console;
}
