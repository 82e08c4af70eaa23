import { announce, claimEffects, outboxEffect } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { holdAnswer } from "./hold-answer.ts";
import { lookAt, PLACES } from "./look-at.ts";
import { openDeliveries } from "./open-deliveries.ts";

test("an admin mends what a letter says by keys, is told what is wrong, looks at both, and the words go out with the secret", async () => {
  const { openAs, db, letters } = await openDeliveries();
  const id = letters.denied[0] ?? "";
  const page = await openAs("admin", `/deliveries/letters/${id}`, {}, [404]);
  await page.getByRole("button", { name: "Replay with changes…" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  const payload = dialog.getByRole("textbox", { name: "Payload (JSON)" });
  const shown = await payload.inputValue();
  expect(shown).not.toContain("canary");
  expect(shown).toContain('"text": "hello 1"');

  await payload.fill(shown.replace('"hello 1"', '"hello 1'));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await dialog
    .locator('[data-problem="bad_json"]')
    .getByText(/^Line \d+, character \d+/)
    .waitFor();
  // Whoever types goes on in the field.
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(shown.replace("hello 1", "Your order is on its way").replace("chat1", "chat2"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await dialog.getByText(/^dialogId: this stays as it was/).waitFor();
  expect(await lookAt(page, "deliveries-edit-problem-wide")).toEqual([]);

  await payload.fill(shown.replace("hello 1", "Your order is on its way"));
  await dialog.getByRole("button", { name: "Check" }).press("Enter");
  await dialog.locator("ins").getByText("Your order is on its way").waitFor();
  await dialog.locator("del").getByText("hello 1").waitFor();
  await dialog.getByRole("button", { name: "Replay" }).press("Enter");
  await dialog.getByText("Write a reason").waitFor();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("the text was a test");
  await dialog.getByRole("button", { name: "Replay" }).press("Enter");
  await page.getByText("This letter is not dead any more").waitFor();
  await page.locator("[data-edit] summary").press("Enter");
  await page.locator("[data-edit]").getByText("Test admin after 1 try").waitFor();
  expect(await page.content()).not.toContain("canary");

  // As the deliverer does.
  const { effects } = await claimEffects(db, { kinds: ["chat.send"], limit: 10 });
  const sent = { text: "Your order is on its way", dialogId: "chat1", access_token: "canary" };
  expect(effects.find((effect) => effect.id === id)?.body).toMatchObject(sent);

  const lead = await openAs("lead", `/deliveries/letters/${letters.denied[1]}`);
  await lead.getByRole("button", { name: /^Replay/ }).waitFor();
  expect(await lead.getByRole("button", { name: "Replay with changes…" }).count()).toBe(0);
});

test("the key E opens it for the letter in focus; what was written is asked for before Escape, the X or a click beside it loses it", async () => {
  const { openAs, letters } = await openDeliveries();
  const page = await openAs("admin", "/deliveries/letters");
  const row = page.locator(`[data-letter="${letters.denied[0]}"] a[data-row-link]`);
  await row.focus();
  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog", { name: "Replay with changes" });
  const payload = dialog.getByRole("textbox", { name: "Payload (JSON)" });
  await payload.waitFor();
  // Nothing is written yet, so nothing is asked.
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => row.evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true);

  await page.keyboard.press("e");
  await payload.waitFor();
  const written = (await payload.inputValue()).replace(/hello \d+/, "Your order is on its way");
  await payload.fill(written);
  const question = page.getByRole("dialog", { name: "Close without replaying?" });
  const ways = [
    () => page.keyboard.press("Escape"),
    () => dialog.getByRole("button", { name: "Close", exact: true }).click(),
    () => page.mouse.click(5, 5),
    () => dialog.getByRole("button", { name: "Cancel" }).click(),
  ];
  for (const leave of ways) {
    await leave();
    await question.waitFor();
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    expect(await payload.inputValue()).toBe(written);
  }
  // The dry run asks too; that a conversation will show the words is said of an event's alone.
  await dialog.getByRole("button", { name: "Check" }).click();
  const review = page.getByRole("dialog", { name: "Replay it like this?" });
  await review.locator("ins").waitFor();
  expect(await review.getByText("as the person’s own words").count()).toBe(0);
  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Close anyway" }).click();
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  await expect.poll(() => row.evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true);

  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Replay a dead letter with changes").waitFor();
});

test("what is written for a letter of the list stays when somebody else replays the letter meanwhile; opened again, it is as it is now", async () => {
  const { openAs, db, letters } = await openDeliveries();
  const id = letters.denied[0] ?? "";
  const page = await openAs("admin", "/deliveries/letters", {}, [404]);
  const dialog = page.getByRole("dialog");
  const payload = dialog.getByRole("textbox", { name: "Payload (JSON)" });
  const row = page.locator(`[data-letter="${id}"] a[data-row-link]`);
  const setTo = (values: Partial<typeof outboxEffect.$inferInsert>) =>
    db.update(outboxEffect).set(values).where(eq(outboxEffect.id, id));
  await row.focus();
  await page.keyboard.press("e");
  await payload.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  // It ran once more and died again.
  await setTo({ attempt: 2 });
  await page.keyboard.press("e");
  await payload.waitFor();
  const written = (await payload.inputValue()).replace(/hello \d+/, "Your order is on its way");
  await payload.fill(written);

  await setTo({ status: "ready", settledAt: null });
  await announce(db, "botdeck_desk", ["letters"]);
  await row.waitFor({ state: "detached" });
  expect(await payload.inputValue()).toBe(written);
  await dialog.getByRole("button", { name: "Check" }).click();
  await dialog.getByRole("alert").waitFor();
  expect(await payload.inputValue()).toBe(written);
});

test("while a replay with changes is on its way nothing is asked and nothing shuts: its answer does", async () => {
  const { openAs, letters } = await openDeliveries();
  const page = await openAs("admin", "/deliveries/letters");
  await page.locator(`[data-letter="${letters.denied[0]}"] a[data-row-link]`).focus();
  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog");
  const payload = dialog.getByRole("textbox", { name: "Payload (JSON)" });
  await payload.fill((await payload.inputValue()).replace(/hello \d+/, "Your order is on its way"));
  await dialog.getByRole("button", { name: "Check" }).click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("the text was a test");
  const release = await holdAnswer(page, /deadLetter\.replayEdited/);
  await dialog.getByRole("button", { name: "Replay" }).click();
  await dialog.locator("button[aria-busy=true]").waitFor();
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  expect(await page.getByText("Close without replaying?").count()).toBe(0);
  expect(await dialog.locator("ins").count()).toBe(1);

  release();
  await dialog.locator("ins").waitFor({ state: "detached" });
});

test.each(PLACES)("replaying with changes breaks no WCAG, $place", async ({ place, options }) => {
  const { openAs, letters } = await openDeliveries();
  const page = await openAs("admin", `/deliveries/letters/${letters.denied[0]}`, options);
  const actions = page.locator("main").getByRole("button");
  await actions.filter({ hasText: /changes|изменениями/ }).click();
  const dialog = page.getByRole("dialog");
  const payload = dialog.getByRole("textbox");
  expect(await lookAt(page, `deliveries-edit-${place}`)).toEqual([]);
  await payload.fill((await payload.inputValue()).replace(/hello \d+/, "Your order is on its way"));
  await dialog
    .getByRole("button")
    .filter({ hasText: /Check|Проверить/ })
    .click();
  await dialog.locator("ins").waitFor();
  expect(await lookAt(page, `deliveries-edit-review-${place}`)).toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.filter({ hasText: /Close without|Закрыть без/ }).waitFor();
  expect(await lookAt(page, `deliveries-edit-leave-${place}`)).toEqual([]);
});
