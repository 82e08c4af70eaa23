import { announce, finishRun, livePhrases, takeRun, trainingExample } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../server/test-conversations.ts";
import { addExamples } from "../server/test-training.ts";
import { lookAt, PLACES } from "./look-at.ts";
import { keepScreenshot, openConsole } from "./open-console.ts";

const HOSTILE = "<img src=x onerror=alert(1)> where is my parcel";
const CHANGES = [
  { text: "gimme my cash back", expected: "productReturn", before: null, after: "productReturn" },
  { text: "is it still coming", expected: "orderStatus", before: "orderStatus", after: null },
];

/** A console with phrases of two portals in the inbox. */
async function openTraining() {
  const console = await openConsole();
  const { db } = console.database;
  const ids = await addBot(db, "demo.example");
  const other = await addBot(db, "office.example");
  const { id: conversationId } = await addConversation(db, ids);
  await addExamples(db, { ...other, conversationId }, ["а когда привезут"], {
    reason: "not_understood",
    guessedIntent: null,
    confidence: null,
  });
  const added = await addExamples(db, { ...ids, conversationId }, [
    "is it still coming",
    HOSTILE,
    "gimme my cash back",
  ]);

  /** As the worker does. */
  async function answerRun(): Promise<void> {
    const run = await takeRun(db, 60_000);
    if (run === null) throw new Error("nobody asked for a run");
    const before = { phrases: 1_812, right: 1_390, unsure: 380, wrong: 42 };
    await finishRun(db, run, { before, after: { ...before, right: 1_420, unsure: 352, wrong: 40 }, changes: CHANGES });
    await announce(db, "botdeck_desk", ["training"]);
  }
  return { ...console, db, ids, added, answerRun };
}

test("a phrase is assigned by keys, evaluated, published and rolled back", async () => {
  const { openAs, db, answerRun, added } = await openTraining();
  const page = await openAs("lead", "/training?bot=store");
  const rows = page.locator("[data-example]");
  await expect.poll(() => rows.count()).toBe(4);
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  await page
    .getByRole("combobox")
    .or(page.getByRole("textbox", { name: "What does it mean?" }))
    .first()
    .fill("Return");
  await page.getByRole("option", { name: "Return" }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("Assigned to “Return”").first().waitFor();
  await expect.poll(() => rows.count()).toBe(3);

  await page.getByRole("button", { name: "Evaluate" }).click();
  const running = page.locator('[data-run="requested"]');
  await running.waitFor();
  await answerRun();
  const done = page.locator('[data-run="done"]');
  await done.getByText("78.4% right").waitFor();
  await done.getByText("2 phrases are understood otherwise").click();
  await done.locator('[data-change="worse"]').getByText("Order status → asks").waitFor();
  await keepScreenshot(page, "training-evaluated");
  await done.getByRole("button", { name: "Publish" }).click();
  await done.getByText("Published as version 1").waitFor();
  expect((await livePhrases(db)).get("store")).toEqual([{ text: "gimme my cash back", intent: "productReturn" }]);
  await page.locator('[data-version="1"]').getByText("Live").waitFor();

  await page.getByRole("button", { name: "Roll back to: Own phrases only" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Roll back", exact: true }).click();
  await dialog.getByText("Write a reason").waitFor();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("clients complain");
  await dialog.getByRole("button", { name: "Roll back", exact: true }).click();
  await page.locator('[data-version="0"]').getByText("Live").waitFor();
  expect((await livePhrases(db)).size).toBe(0);
  const [row] = await db
    .select()
    .from(trainingExample)
    .where(eq(trainingExample.id, added[2] ?? ""));
  expect(row).toMatchObject({ state: "assigned", intent: "productReturn" });
});

test("the likeliest meaning is one key away, and so is the way back; many are decided at once", async () => {
  const { openAs, db } = await openTraining();
  const page = await openAs("operator", "/training?bot=store");
  const rows = page.locator("[data-example]");
  await expect.poll(() => rows.count()).toBe(4);
  await page.keyboard.press("1");
  await page.getByText("Assigned to “Order status”").first().waitFor();
  await expect.poll(() => rows.count()).toBe(3);
  await page.keyboard.press("z");
  await expect.poll(() => rows.count()).toBe(4);
  await expect.poll(() => db.$count(trainingExample, eq(trainingExample.state, "new"))).toBe(4);

  await page.getByText("Undone").first().waitFor();
  await page.getByRole("button", { name: "New 4" }).waitFor();
  await expect.poll(() => rows.count()).toBe(4);
  await page.locator("[data-example] input").nth(0).click();
  await page.locator('[data-selection="1"]').waitFor();
  await page
    .locator("[data-example] input")
    .nth(2)
    .click({ modifiers: ["Shift"] });
  await page.locator('[data-selection="3"]').getByRole("button", { name: "Skip" }).click();
  await expect.poll(() => rows.count()).toBe(1);
  await expect.poll(() => db.$count(trainingExample, eq(trainingExample.state, "skipped"))).toBe(3);
  expect(await page.getByRole("button", { name: "Evaluate" }).count()).toBe(0);
});

test("words of clients are words, new ones come by themselves, and a viewer is told who sees them", async () => {
  const { openAs, db, ids } = await openTraining();
  const page = await openAs("operator", "/training?bot=store");
  await page.getByText(HOSTILE).waitFor();
  expect(await page.locator("[data-example] img").count()).toBe(0);
  const { id: conversationId } = await addConversation(db, ids);
  await addExamples(db, { ...ids, conversationId }, ["something quite new"]);
  await announce(db, "botdeck_desk", ["training"]);
  await page.getByText("something quite new").waitFor();

  const viewer = await openAs("viewer", "/training");
  await viewer.getByText("Phrases are for operators").waitFor();
  expect(await viewer.content()).not.toContain("quite new");
});

test.each(PLACES)("the room breaks no rule of WCAG, $place", async ({ place, options }) => {
  const { openAs, mutate, cookieOf, answerRun } = await openTraining();
  const lead = await cookieOf("lead");
  await mutate("training.addPhrase", { botCode: "store", text: "gimme my cash back", intent: "productReturn" }, lead);
  await mutate("training.evaluate", { botCode: "store" }, lead);
  await answerRun();
  const page = await openAs("lead", "/training?bot=store", options);
  for (const state of ["new", "assigned", "skipped"]) {
    await page.goto(new URL(`/training?bot=store&state=${state}`, page.url()).href);
    await page.locator('[data-run="done"]').waitFor();
    if (state !== "skipped") await page.locator("[data-example]").first().waitFor();
    await page.locator("summary").click();
    expect(await lookAt(page, `training-${state}-${place}`)).toEqual([]);
  }
});
