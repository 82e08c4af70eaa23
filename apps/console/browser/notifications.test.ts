import { auditLog, notificationRule } from "@botdeck/db";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../server/test-conversations.ts";
import {
  addAlertGroup,
  addDealChange,
  addFaultyRule,
  addNotifications,
  addRota,
  addSource,
} from "../server/test-notifications.ts";
import { findFaults } from "./find-faults.ts";
import { keepScreenshot, openConsole, PHONE } from "./open-console.ts";

test.each([
  { theme: "light", locale: "en-US", viewport: undefined },
  { theme: "dark", locale: "ru-RU", viewport: undefined },
  { theme: "light", locale: "ru-RU", viewport: PHONE },
  { theme: "dark", locale: "en-US", viewport: PHONE },
] as const)("the room is free of WCAG faults, $theme, $locale, $viewport.width wide", async (look) => {
  const { theme, locale, viewport } = look;
  const { openAs, groupId, code } = await setup();
  const options = { colorScheme: theme, locale, ...(viewport && { viewport }) };
  const shots = `${theme}-${locale}-${viewport?.width ?? "wide"}`;
  const page = await openAs("admin", "/notifications", options);
  const look_ = async (name: string) => {
    await keepScreenshot(page, `notifications-${name}-${shots}`);
    expect([name, await findFaults(page)]).toEqual([name, []]);
  };
  const go = (path: string) => page.goto(new URL(path, page.url()).href);

  await page.locator('[data-rule="lead.new"]').waitFor();
  await look_("rules");
  await go("/notifications/rules/deal.stage");
  await page.locator("[data-preview]").waitFor();
  await look_("rule");
  await page.getByRole("button", { name: /Try on last week|Проверить на прошлой/ }).click();
  await page.locator("[data-what-if]").waitFor();
  await page.locator("[data-what-if]").scrollIntoViewIfNeeded();
  await look_("what-if");
  await go(`/notifications/rules/${code}`);
  await page.locator("[data-preview]").waitFor();
  await page.getByRole("textbox", { name: /Condition|Условие/ }).fill('record.title == "Chair" &&\nrecord.amont > 10');
  await page.locator("[data-fault-at]").waitFor();
  await look_("rule-fault");
  await go("/notifications/log");
  await page.locator("[data-notification] summary").nth(1).click();
  await look_("log");
  await go("/notifications/alerts");
  await page.locator("[data-alert-group]").first().waitFor();
  await look_("alerts");
  await go(`/notifications/alerts/${groupId}`);
  await page.locator("[data-timeline]").waitFor();
  await look_("alert");
  await go("/notifications/sources");
  await page.locator("[data-hook] summary").click();
  await page.locator("[data-sample]").first().waitFor();
  await look_("sources");
  await page.getByRole("button", { name: /New source|Новый источник/ }).click();
  await page.getByRole("dialog").waitFor();
  await look_("new-source");
  await go("/notifications/on-call");
  await page.locator("[data-rota]").waitFor();
  await look_("on-call");
});

async function setup() {
  const console = await openConsole();
  const { db } = console.database;
  const ids = await addBot(db, "demo.example", "notify");
  await addConversation(db, ids, { dialogType: "private", dialogId: "7", personId: "7", personName: "Nina Sales" });
  await addConversation(db, ids, { dialogType: "private", dialogId: "9", personId: "9", personName: "Maria Head" });
  const { code } = await addFaultyRule(db, ids.portalId);
  await addNotifications(db, ids);
  const { hookId } = await addSource(db, ids);
  const { groupId } = await addAlertGroup(db, ids, hookId);
  await addAlertGroup(db, ids, hookId, "firing");
  await addRota(db, ids.portalId, new Date());
  for (const id of [17, 18, 19]) {
    await addDealChange(db, ids, { id, stageId: "PREPARATION", stageName: "Negotiation", amount: id * 10_000 });
  }
  return { ...console, ids, db, code, groupId, hookId };
}
void auditLog;
void notificationRule;
type _Page = Page;
