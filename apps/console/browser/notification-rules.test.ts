import { auditLog, notificationRule } from "@botdeck/db";
import { like } from "drizzle-orm";
import { expect, test } from "vitest";

import { openNotifications } from "./open-notifications.ts";

test("a lead makes a rule: is shown its fault and where, sees the card and what it would have told, and saves it", async () => {
  const { openAs, db } = await openNotifications();
  const page = await openAs("lead", "/notifications/rules");
  await page.getByRole("link", { name: "New rule" }).click();
  await page.getByRole("textbox", { name: "Name in English" }).fill("Large deals move");
  await page.getByRole("textbox", { name: "Name in Russian" }).fill("Крупные сделки движутся");
  const condition = page.getByRole("textbox", { name: "Condition" });
  await condition.fill("record.amont > 175000");
  await page.getByText('a deal has no "amont" in record').waitFor();
  expect(await page.locator("[data-fault-at]").getAttribute("data-fault-at")).toBe("0");
  expect(await condition.getAttribute("aria-invalid")).toBe("true");
  expect(await page.getByRole("button", { name: "Create the rule" }).isDisabled()).toBe(true);

  await condition.fill("record.amount > 175000");
  await page.getByRole("textbox", { name: "Message" }).fill("{record.title} is worth {record.amount}");
  const card = page.locator("[data-preview]");
  await card.getByText("Order of 12 chairs is worth RUB 125,000").waitFor();
  await page.getByRole("button", { name: "Add a row" }).click();
  await page.getByRole("textbox", { name: "Name of row 1" }).fill("Stage");
  await page.getByRole("textbox", { name: "Value of row 1" }).fill("{record.stageName}");
  await card.getByText("Negotiation").waitFor();

  await page.getByRole("button", { name: "Try on last week" }).click();
  const whatIf = page.locator("[data-what-if]");
  await whatIf.getByText("2 notifications").waitFor();
  await whatIf.getByText("3 events looked at").waitFor();
  await whatIf.getByText("Deal 19 is worth RUB 190,000").waitFor();
  // What was tried is no longer what is written.
  await condition.fill("record.amount > 185000");
  await whatIf.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Try again" }).click();
  await whatIf.getByText("1 notification").waitFor();

  await page.getByRole("button", { name: "Create the rule" }).click();
  await page.getByRole("link", { name: "Large deals move" }).waitFor();
  const kept = await db.select().from(notificationRule);
  const made = kept.find(({ rule }) => JSON.stringify(rule).includes("Large deals move"));
  expect(made).toMatchObject({ isEnabled: true, rule: { condition: "record.amount > 185000" } });
  const acts = await db.select().from(auditLog).where(like(auditLog.action, "notificationRule.%"));
  expect(acts).toMatchObject([{ action: "notificationRule.create", subjectId: made?.code, actorName: "Test lead" }]);
});

test("a rule is switched off by the keyboard, changed and taken back; one of the portal's own is deleted when that is confirmed", async () => {
  const { openAs, db, code } = await openNotifications();
  const page = await openAs("lead", "/notifications/rules");
  const isOn = page.getByRole("switch", { name: "A deal is won: on" });
  await isOn.focus();
  await page.keyboard.press("Space");
  await page.getByText("A deal is won is off").waitFor();
  await expect.poll(() => isOn.getAttribute("aria-checked")).toBe("false");
  await expect.poll(() => db.$count(notificationRule)).toBe(2);

  await page.getByRole("link", { name: "A deal is won" }).click();
  await page.getByRole("button", { name: "Back to built in" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Back to built in" }).click();
  await page.getByText("The rule is as it was built in").waitFor();
  await expect.poll(() => isOn.getAttribute("aria-checked")).toBe("true");

  await page.locator(`[data-rule="${code}"]`).getByText("has to be true or false").waitFor();
  await page.getByRole("link", { name: "Leads of partners" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Delete this rule?" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await db.$count(notificationRule)).toBe(1);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await page.getByText("Rule deleted").waitFor();
  await page.getByRole("link", { name: "New rule" }).waitFor();
  await expect.poll(() => page.locator(`[data-rule="${code}"]`).count()).toBe(0);
});

test("an agent reads the rules and changes none; sources are not theirs to see", async () => {
  const { openAs } = await openNotifications();
  const page = await openAs("operator", "/notifications/rules");
  await page.getByText("Leads and admins may change rules.").waitFor();
  expect(await page.getByRole("switch").first().isDisabled()).toBe(true);
  expect(await page.getByRole("link", { name: "New rule" }).count()).toBe(0);
  expect(await page.getByRole("link", { name: "Sources" }).count()).toBe(0);
  await page.getByRole("link", { name: "New lead" }).click();
  await page.getByRole("textbox", { name: "Name in English" }).waitFor();
  expect(await page.getByRole("textbox", { name: "Name in English" }).isDisabled()).toBe(true);
  expect(await page.getByRole("button", { name: /Save|Try/ }).count()).toBe(0);
});

test("what was written and not saved is not left without asking, and who is slower sees what the other made of the rule", async () => {
  const { openAs } = await openNotifications();
  const page = await openAs("lead", "/notifications/rules/deal.won", {}, [409]);
  const other = await openAs("admin", "/notifications/rules/deal.won");
  const name = page.getByRole("textbox", { name: "Name in English" });
  await name.fill("Hurray");
  await page.getByRole("link", { name: "Alerts" }).click();
  await page.getByRole("dialog", { name: "Leave without saving?" }).getByRole("button", { name: "Stay" }).click();
  expect(await name.inputValue()).toBe("Hurray");

  await other.getByRole("textbox", { name: "Name in English" }).fill("A deal is ours");
  await other.getByRole("button", { name: "Save" }).click();
  await other.getByRole("link", { name: "A deal is ours" }).waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Somebody else has changed this meanwhile").first().waitFor();
  await expect.poll(() => name.inputValue()).toBe("A deal is ours");

  await name.fill("Hurray");
  await page.getByRole("link", { name: "Alerts" }).click();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await page.getByRole("heading", { name: "Alerts" }).waitFor();
});
