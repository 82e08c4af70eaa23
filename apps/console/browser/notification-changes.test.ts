import { hook } from "@botdeck/db";
import { HookOptions } from "@botdeck/notifications";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { holdAnswer } from "./hold-answer.ts";
import { openNotifications } from "./open-notifications.ts";

test("whoever writes a source's settings is told of another's change, also when the page has read it meanwhile, and sees theirs", async () => {
  const { openAs, db, hookId } = await openNotifications();
  const page = await openAs("admin", "/notifications/sources", {}, [409]);
  await page.getByRole("button", { name: /^Settings of/ }).click();
  const chat = page.getByRole("textbox", { name: "Chat for its alerts" });
  await chat.fill("chat7");
  const theirs = { ...HookOptions.parse({}), delaySeconds: 900 };
  await db.update(hook).set({ options: theirs }).where(eq(hook.id, hookId));
  await page.waitForResponse(async (answer) => (await answer.text().catch(() => "")).includes('"delaySeconds":900'));
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Somebody else has changed this meanwhile").first().waitFor();
  const delay = page.getByRole("spinbutton", { name: "Told after, in seconds" });
  await expect.poll(() => delay.inputValue()).toBe("900");
  const [kept] = await db.select().from(hook).where(eq(hook.id, hookId));
  expect(kept?.options).toMatchObject({ dialogId: null, delaySeconds: 900 });
});

test("a rule that could not be checked is not saved, and can be checked again", async () => {
  const { openAs } = await openNotifications();
  const page = await openAs("lead", "/notifications/rules/deal.won", {}, [503]);
  const save = page.getByRole("button", { name: "Save" });
  const name = page.getByRole("textbox", { name: "Name in English" });
  await name.fill("A deal is ours");
  await expect.poll(() => save.isEnabled()).toBe(true);
  await page.route(/notificationRule\.check/, (route) => route.fulfill({ status: 503, body: "away" }));
  await name.fill("A deal is theirs");
  await page.getByText("The rule could not be checked, so it cannot be saved").waitFor();
  expect(await save.isDisabled()).toBe(true);
  await page.unroute(/notificationRule\.check/);
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect.poll(() => save.isEnabled()).toBe(true);
});

test("a rule that was opened before its own switch was known is saved all the same: nobody else has changed it", async () => {
  const { openAs } = await openNotifications();
  const page = await openAs("lead", "/notifications/rules");
  const release = await holdAnswer(page, /notificationRule\.setEnabled/);
  await page.getByRole("switch", { name: "A deal is won: on" }).click();
  await page.getByRole("link", { name: "A deal is won" }).click();
  const name = page.getByRole("textbox", { name: "Name in English" });
  await name.waitFor();
  expect(await page.getByRole("button", { name: "Back to built in" }).count()).toBe(0);

  release();
  await page.getByRole("button", { name: "Back to built in" }).waitFor();
  await name.fill("A deal is ours");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Rule saved").waitFor();
});
