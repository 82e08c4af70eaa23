import { hook } from "@botdeck/db";
import { expect, test } from "vitest";

import { addBot } from "../server/test-conversations.ts";
import { openTestGateway } from "../server/test-gateway.ts";
import { addAlertGroup } from "../server/test-notifications.ts";
import { lookAt, PLACES } from "./look-at.ts";
import { keepScreenshot, openConsole } from "./open-console.ts";
import { openNotifications } from "./open-notifications.ts";

test("why somebody was told, or nobody was, is found by what it is about and read step by step", async () => {
  const { openAs } = await openNotifications();
  const page = await openAs("operator", "/notifications/log");
  await page.locator("[data-notification]").nth(2).waitFor();
  await page.getByRole("searchbox", { name: "About" }).fill("deal:18");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("[data-notification]").count()).toBe(1);
  expect(new URL(page.url()).searchParams.get("subject")).toBe("deal:18");
  await page.locator("[data-notification] summary").click();
  await page.getByText("Its condition does not hold, so nobody was told.").waitFor();
  await page.getByRole("searchbox", { name: "About" }).fill("deal:99");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect.poll(() => page.locator("[data-notification]").count()).toBe(3);
});

test("an admin makes a source, is shown its secret once, tries it out, says where its alerts go, and closes it", async () => {
  let known = "";
  const gateway = await openTestGateway(() => known);
  const { openAs, db } = await openNotifications({ gatewayUrl: gateway.url });
  const page = await openAs("admin", "/notifications/sources");
  await page.getByRole("button", { name: "New source" }).click();
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByText("Write a name.").waitFor();
  await page.getByRole("textbox", { name: "Name" }).fill("Zabbix of the office");
  await page.keyboard.press("Enter");
  const made = page.getByRole("dialog", { name: "Zabbix of the office is made" });
  const secret = (await made.locator("code").last().textContent()) ?? "";
  expect(secret.length).toBeGreaterThan(30);
  await keepScreenshot(page, "notifications-made-source");
  await made.getByRole("button", { name: "I have it" }).click();
  const card = page.locator('[data-hook="Zabbix of the office"]');
  await card.waitFor();
  expect(await page.content()).not.toContain(secret);

  await card.getByRole("button", { name: "Try out" }).click();
  await page.getByRole("textbox", { name: "Secret" }).fill(secret);
  await page.getByRole("button", { name: "Post a problem" }).click();
  await page.getByText("The gateway refused it with 401: The token is not the one of this hook.").waitFor();
  known = secret;
  await page.getByRole("button", { name: "Post a problem" }).click();
  await page.getByText("The gateway took it: 200.").waitFor();
  expect(gateway.posts).toHaveLength(1);
  await keepScreenshot(page, "notifications-try-out");
  await page.keyboard.press("Escape");

  await card.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("textbox", { name: "Chat for its alerts" }).fill("chat7");
  expect(await lookAt(page, "notifications-source-settings")).toEqual([]);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Source saved").waitFor();
  await card.getByRole("button", { name: "Close" }).click();
  await card.getByText("Closed").waitFor();
  const kept = (await db.select().from(hook)).find(({ name }) => name === "Zabbix of the office");
  expect(kept).toMatchObject({ isActive: false, options: { dialogId: "chat7" } });
});

test("an alert that comes while the page is open is on it by itself, with its state, people and timeline", async () => {
  const { openAs, db, ids, hookId } = await openNotifications();
  const page = await openAs("operator", "/notifications/alerts?state=acknowledged");
  await page.locator("[data-alert-group]").waitFor();
  await addAlertGroup(db, ids, hookId);
  await expect.poll(() => page.locator("[data-alert-group]").count()).toBe(2);
  await page.getByRole("link", { name: "DiskFull on db1 and db2" }).first().click();
  const timeline = page.locator("[data-timeline] > li");
  await timeline.first().waitFor();
  expect((await timeline.allTextContents()).map((text) => text.replace(/\d\d:\d\d.*/, ""))).toEqual([
    "Fired",
    "Nina Sales was paged",
    "Escalated",
    "Nina Sales acknowledged",
  ]);
});

test("a portal that has nothing yet is told what would be here and how to get it", async () => {
  const console = await openConsole();
  await addBot(console.database.db, "demo.example", "notify");
  const page = await console.openAs("admin", "/notifications/log");
  for (const [tab, title] of [
    ["Explain", "Nothing yet"],
    ["Alerts", "No alerts"],
    ["Sources", "No sources yet"],
    ["On call", "No rotas yet"],
  ] as const) {
    await page.getByRole("link", { name: tab, exact: true }).click();
    await page.getByText(title).waitFor();
    expect(await lookAt(page, `notifications-empty-${tab.toLowerCase().replace(" ", "-")}`)).toEqual([]);
  }
});

test.each(PLACES)("the room is free of WCAG faults, $place", async ({ place, options }) => {
  const { openAs, groupId, code } = await openNotifications();
  const page = await openAs("admin", "/notifications", options);
  const check = async (name: string) => {
    expect(await lookAt(page, `notifications-${name}-${place}`)).toEqual([]);
  };
  const go = (path: string) => page.goto(new URL(path, page.url()).href);

  await page.locator('[data-rule="lead.new"]').waitFor();
  await check("rules");
  await go("/notifications/rules/deal.stage");
  await page.locator("[data-preview]").waitFor();
  await check("rule");
  await page.getByRole("button", { name: /Try on last week|Проверить на прошлой/ }).click();
  await page.locator("[data-what-if]").waitFor();
  await page.locator("[data-what-if]").scrollIntoViewIfNeeded();
  await check("what-if");
  await go(`/notifications/rules/${code}`);
  await page.locator("[data-preview]").waitFor();
  await page.getByRole("textbox", { name: /Condition|Условие/ }).fill('record.title == "Chair" &&\nrecord.amont > 10');
  await page.locator("[data-fault-at]").waitFor();
  await check("rule-fault");
  await go("/notifications/log");
  await page.locator("[data-notification] summary").nth(1).click();
  await check("log");
  await go("/notifications/alerts");
  await page.locator("[data-alert-group]").first().waitFor();
  await check("alerts");
  await go(`/notifications/alerts/${groupId}`);
  await page.locator("[data-timeline]").waitFor();
  await check("alert");
  await go("/notifications/sources");
  await page.locator("[data-hook] summary").click();
  await page.locator("[data-sample]").first().waitFor();
  await check("sources");
  await page.getByRole("button", { name: /New source|Новый источник/ }).click();
  await page.getByRole("dialog").waitFor();
  await check("new-source");
  await go("/notifications/on-call");
  await page.locator("[data-rota]").waitFor();
  await check("on-call");
});
