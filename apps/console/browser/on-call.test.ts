import { alertGroup, listPolicies, listRotas, outboxEffect, rotaOverride } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { addAlertGroup, addSource } from "../server/test-notifications.ts";
import { addBot, addConversation } from "../server/test-conversations.ts";
import { addShifts, dayOfWeek } from "../server/test-on-call.ts";
import { lookAt, PLACES } from "./look-at.ts";
import { keepScreenshot, openConsole } from "./open-console.ts";

const NEXT_WEEK = (now: Date) => dayOfWeek(now, 7).toISOString().slice(0, 10);

test("the week shows who is on call, its layers and its swaps, is changed by keys, and survives in the address", async () => {
  const { openAs } = await setup();
  const nextWeek = NEXT_WEEK(new Date());
  const page = await openAs("operator", "/notifications/on-call");
  const calendar = page.locator('[data-calendar="Shop"]');
  await calendar.locator('[data-row="final"] button').first().waitFor();
  await page.getByText("Turns change by Europe/Moscow; times here are yours, UTC.").waitFor();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => new URL(page.url()).searchParams.get("week")).toBe(nextWeek);
  const swaps = calendar.locator('[data-row="swaps"] button');
  await expect.poll(() => swaps.count()).toBe(2);
  const names = await swaps.evaluateAll((bars) => bars.map((bar) => bar.getAttribute("aria-label")));
  expect(names).toEqual([
    expect.stringMatching(/^Maria Head, Tue.* 06:00 – Wed.* 06:00\. asked by Nina Sales$/),
    expect.stringMatching(/^Oleg Sales, Thu.* 06:00 – Fri.* 06:00\. Offered, not agreed to yet; asked by Nina Sales$/),
  ]);
  expect(await calendar.locator('[data-row="layer"]').count()).toBe(2);
  const final = calendar.locator('[data-row="final"] button');
  const onCall = await final.evaluateAll((bars) => bars.map((bar) => bar.getAttribute("aria-label") ?? ""));
  expect(onCall.some((label) => label.startsWith("Maria Head, Tue") && label.includes("06:00 –"))).toBe(true);
  await page.getByText(/^Away this week: Person 8|^Away this week: Oleg Sales/).waitFor();

  await final.first().focus();
  await page.keyboard.press("ArrowRight");
  expect(await final.nth(1).evaluate((bar) => bar.matches(":focus"))).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByText(/By the rota's clock/).waitFor();
  expect(await page.getByRole("button", { name: "Put somebody on call", exact: true }).count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.reload();
  await swaps.nth(1).waitFor();
});

test("a lead puts somebody on call for a stretch, sees it in the week, and takes it back with a reason", async () => {
  const { openAs, db } = await setup();
  const page = await openAs("lead", `/notifications/on-call?week=${NEXT_WEEK(new Date())}`);
  await page.getByRole("button", { name: "Put somebody on call for Shop" }).click();
  await page.getByRole("button", { name: "Put on call" }).click();
  await page.getByText("Say who.").waitFor();
  await page.getByLabel("Who").fill("7");
  const day = dayOfWeek(new Date(), 11).toISOString().slice(0, 10);
  await page.getByLabel("From").fill(`${day}T10:00`);
  await page.getByLabel("Until").fill(`${day}T09:00`);
  await page.getByText("The end has to be later than the beginning.").waitFor();
  await page.getByLabel("Until").fill(`${day}T15:00`);
  expect(await lookAt(page, "on-call-give")).toEqual([]);
  await page.getByRole("button", { name: "Put on call" }).click();
  await page.getByText("Nina Sales is on call for Shop").waitFor();
  const swaps = page.locator('[data-row="swaps"] button');
  await expect.poll(() => swaps.count()).toBe(3);
  await page.getByRole("button", { name: "Take back what Nina Sales has" }).click();
  await page.getByLabel("Reason").fill("Nina is ill");
  await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await page.getByText("Taken back", { exact: true }).waitFor();
  await expect.poll(() => swaps.count()).toBe(2);
  const kept = (await db.select().from(rotaOverride)).find(({ userId }) => userId === "7");
  expect(kept).toMatchObject({ state: "withdrawn", fromAt: new Date(`${day}T10:00:00Z`) });
});

test("a lead makes a rota, is told what is wrong in it, and changes it", async () => {
  const { openAs, db, ids } = await setup();
  const page = await openAs("lead", "/notifications/on-call");
  await page.getByRole("link", { name: "New rota" }).click();
  await page.getByLabel("Time zone").fill("Moscow");
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByText("Write a name of 80 characters at most.").waitFor();
  await page.getByText("No such time zone: write it as Europe/Moscow.").waitFor();
  await page.getByText("Say who, up to fifty people.").waitFor();
  expect(await lookAt(page, "on-call-rota-fault")).toEqual([]);
  await page.getByLabel("Name").fill("Office");
  await page.getByLabel("Time zone").fill("Europe/Moscow");
  await page.getByLabel("Person 1", { exact: true }).fill("7");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel("Person 2", { exact: true }).fill("9");
  await page.locator("[data-preview] li").first().waitFor();
  await page.getByRole("switch", { name: "Only at certain hours" }).click();
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByText("Office is saved").waitFor();
  await page.locator('[data-rota="Office"]').waitFor();
  const office = async () => (await listRotas(db, ids.portalId)).find(({ name }) => name === "Office");
  expect(await office()).toMatchObject({
    timeZone: "Europe/Moscow",
    layers: [{ people: ["7", "9"], only: [{ days: [1, 2, 3, 4, 5], from: "20:00", until: "08:00" }] }],
  });
  await page.getByRole("link", { name: "Edit Office" }).click();
  await page.getByRole("button", { name: "Person 2 earlier" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Office is saved").first().waitFor();
  await expect.poll(async () => (await office())?.layers).toMatchObject([{ people: ["9", "7"] }]);
});

test("a lead reads a policy in words, and changes its levels", async () => {
  const { openAs, db, ids } = await setup();
  const page = await openAs("lead", "/notifications/policies");
  const card = page.locator('[data-policy="default"]');
  await card.getByText("Rota Shop").waitFor();
  await card.getByText(/For Prometheus/).waitFor();
  await card.getByRole("link", { name: "Edit default" }).click();
  await page.getByRole("button", { name: "Level 2 earlier" }).click();
  await page.getByRole("button", { name: "Add a level" }).click();
  const third = page.locator('[data-level="3"]');
  await third.getByLabel("Waits for an answer, in minutes").fill("0.1");
  await page.getByRole("button", { name: "Save" }).click();
  await third.getByText("From half a minute to a day.").waitFor();
  expect(await lookAt(page, "on-call-policy-fault")).toEqual([]);
  await third.getByLabel("Waits for an answer, in minutes").fill("2.5");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("default is saved").waitFor();
  const [kept] = await listPolicies(db, ids.portalId);
  expect(kept?.policy).toMatchObject({
    levels: [
      { targets: [{ kind: "heads" }, { kind: "person", id: "7" }] },
      { targets: [{ kind: "rota" }] },
      { targets: [{ kind: "rota" }], waitSeconds: 150 },
    ],
    repeats: 2,
  });
});

test("an operator acknowledges an alert, silences another until the morning and ends that, with the keyboard alone", async () => {
  const { openAs, db, groupId } = await setup();
  const page = await openAs("operator", `/notifications/alerts/${groupId}`);
  await page.getByRole("button", { name: /^Acknowledge/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("It is yours: nobody is paged any more").waitFor();
  await page.getByText("Test operator acknowledged").waitFor();
  const signals = async () => {
    const rows = await db.select().from(outboxEffect);
    return rows.map(({ body }) => (body.kind === "workflow.signal" ? body.payload : null));
  };
  expect(await signals()).toMatchObject([{ kind: "acknowledged", byName: "Test operator" }]);
  await page.getByRole("button", { name: /^Silence/ }).focus();
  await page.keyboard.press("Enter");
  // Opened by a key, the menu stands on its first entry: only then are the arrows its own.
  await page.locator('[role="menuitem"][data-highlighted]').waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByText("It is silent").waitFor();
  await page.getByRole("link", { name: "Silences" }).click();
  const held = page.locator('[data-held="silenced"]');
  await held.getByText(/Silenced until/).waitFor();
  await held.getByRole("button", { name: /^End the silence/ }).click();
  await page.getByText("The silence is over: it pages anew if it still fires").waitFor();
  const [group] = await db.select().from(alertGroup).where(eq(alertGroup.id, groupId));
  expect(group?.silencedUntil?.getTime()).toBeLessThanOrEqual(Date.now());
  expect(await signals()).toHaveLength(3);
});

test("a viewer sees all of it and can do nothing", async () => {
  const { openAs, groupId } = await setup();
  const page = await openAs("viewer", `/notifications/alerts/${groupId}`);
  await page.locator("[data-timeline]").waitFor();
  expect(await page.getByRole("button", { name: /Acknowledge|Silence|Escalate/ }).count()).toBe(0);
  await page.getByRole("link", { name: "On call" }).click();
  await page.locator('[data-row="final"] button').first().waitFor();
  expect(await page.getByRole("button", { name: /Put somebody/ }).count()).toBe(0);
  expect(await page.getByRole("link", { name: /New rota|Edit/ }).count()).toBe(0);
  expect(await page.locator("body").textContent()).not.toContain("Maria Head");
});

test.each(PLACES)("the pages are free of WCAG faults, $place", async ({ place, options }) => {
  const isPhone = place === "phone";
  const { openAs, groupId, rotaId } = await setup();
  const page = await openAs("lead", `/notifications/on-call?week=${NEXT_WEEK(new Date())}`, options);
  const check = async (name: string) => {
    expect(await lookAt(page, `on-call-${name}-${place}`)).toEqual([]);
  };
  const go = (path: string) => page.goto(new URL(path, page.url()).href);

  await page
    .locator(isPhone ? '[data-rota="Shop"] ol li li' : '[data-row="swaps"] button')
    .first()
    .waitFor();
  await check("calendar");
  if (!isPhone) {
    await page.locator('[data-row="final"] button').nth(1).click();
    await page.getByRole("dialog").waitFor();
    await check("turn");
  }
  await go(`/notifications/on-call/${rotaId}`);
  await page.locator("[data-preview] li").first().waitFor();
  await check("rota");
  await go("/notifications/policies");
  await page.locator("[data-policy] li").first().waitFor();
  await check("policies");
  await go("/notifications/policies/new");
  await page.locator("[data-level]").waitFor();
  await check("policy");
  await go("/notifications/silences");
  await page.locator("[data-held]").first().waitFor();
  await check("silences");
  await go(`/notifications/alerts/${groupId}`);
  await page.locator("[data-timeline]").waitFor();
  await check("alert");
  await page.getByRole("button", { name: /^Silence|^Заглушить/ }).click();
  await page.getByRole("menu").waitFor();
  await keepScreenshot(page, `on-call-silence-menu-${place}`);
  await go("/notifications/alerts");
  await page.locator("[data-alert-group]").first().waitFor();
  await check("alerts");
});

async function setup() {
  const console = await openConsole();
  const { db } = console.database;
  const ids = await addBot(db, "demo.example", "notify");
  for (const [id, personName] of [
    ["7", "Nina Sales"],
    ["9", "Maria Head"],
  ] as const) {
    await addConversation(db, ids, { dialogType: "private", dialogId: id, personId: id, personName });
  }
  const { hookId } = await addSource(db, ids);
  await addAlertGroup(db, ids, hookId);
  const { groupId } = await addAlertGroup(db, ids, hookId, "firing");
  const { rotaId } = await addShifts(db, ids, new Date());
  return { ...console, db, ids, groupId, rotaId };
}
