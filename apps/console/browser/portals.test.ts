import { announce, bot, portal, portalCheck } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import type { Role } from "../server/roles.ts";
import { addBot } from "../server/test-conversations.ts";
import { lookAt, PLACES } from "./look-at.ts";
import { openConsole } from "./open-console.ts";

test("a lead changes a bot's setting, is told what does not fit, saves and takes it back", async () => {
  const { open, settings } = await setup();
  const page = await open("lead", "bot");
  const days = page.getByRole("spinbutton", { name: "Days for a return", exact: true });
  await days.fill("0");
  await page.getByLabel("Sunday").fill("10-18");
  await page.getByText("2 changes not saved").waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Write a shift so: 10:00-19:00").waitFor();
  expect(await days.getAttribute("aria-invalid")).toBe("true");
  expect(await settings()).toEqual({});
  expect(await lookAt(page, "portals-fault")).toEqual([]);

  await days.fill("30");
  await page.getByLabel("Sunday").fill("10:00-18:00");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Settings saved").waitFor();
  expect(await settings()).toMatchObject({ returnDays: 30 });
  await page.locator("[data-setting=returnDays]").getByText("Default: 14").waitFor();

  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back", { exact: true }).waitFor();
  expect(await settings()).toEqual({});
});

test("an admin switches a bot off with a reason, and on again", async () => {
  const { open, isOn } = await setup();
  const page = await open("admin", "portal");
  const control = page.getByRole("switch", { name: "Shop assistant is on" });
  await control.click();
  await page.getByRole("button", { name: "Switch off", exact: true }).click();
  await page.getByText("Say why.").waitFor();
  await page.getByLabel("Reason").fill("stock-taking");
  await page.getByRole("button", { name: "Switch off", exact: true }).click();
  await page.getByText("Shop assistant is off").waitFor();
  expect(await isOn()).toBe(false);
  await page.locator("[data-bot=store]").getByText("Switched off").waitFor();

  await control.click();
  await expect.poll(isOn).toBe(true);
  await expect.poll(() => control.getAttribute("aria-checked")).toBe("true");
});

test("what the worker finds shows by itself", async () => {
  const { open, db, ids } = await setup();
  const page = await open("lead", "portal");
  await page.getByRole("button", { name: "Look now" }).click();
  await page.getByText("Being looked at").waitFor();
  const findings = [{ code: "clock", level: "warning" as const, facts: { skewSeconds: 84 } }];
  await db.update(portalCheck).set({ findings, checkedAt: new Date(), requestedAt: null });
  await announce(db, "botdeck_desk", ["portals"]);
  await page.getByText("84 seconds ahead of ours").waitFor();
  expect(ids.portalId).not.toBe("");
});

test("what a portal refuses is told in the reader's language with what to do, and its own words lie beneath", async () => {
  const { open, db } = await setup();
  const findings = [
    { code: "reach", level: "problem" as const, facts: { reason: "expired_token" } },
    { code: "owner", level: "warning" as const, facts: { notLooked: "INSUFFICIENT_SCOPE" } },
  ];
  const stateReason = "The portal refused imbot.v2.Bot.register (ACCESS_DENIED: Only an administrator may do this)";
  await db.update(portalCheck).set({ findings });
  await db.update(bot).set({ state: "failed", stateReason });
  const page = await open("viewer", "portal", { locale: "ru-RU" });
  await page
    .locator("[data-finding=reach]")
    .getByText("Доступ к порталу истёк. Установите приложение заново.")
    .waitFor();
  await page.locator("[data-finding=owner]").getByText("Добавьте его вебхуку или приложению на портале.").waitFor();
  const ofBot = page.locator("[data-bot]");
  await ofBot.getByText("Портал этого не разрешает.").waitFor();
  const words = ofBot.locator("[lang=en]");
  expect(await words.isVisible()).toBe(false);
  await ofBot.getByText("Слова портала").click();
  await words.getByText("Only an administrator may do this").waitFor();
  expect(await lookAt(page, "portals-refused")).toEqual([]);
});

test("a portal is connected by the address of its webhook, which is not shown", async () => {
  const { open, db } = await setup();
  const page = await open("admin", "connect");
  const address = page.getByLabel("Webhook address");
  await address.fill("https://acme.bitrix24.com/");
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByText("/rest/… is missing").waitFor();
  expect(await address.getAttribute("type")).toBe("password");
  await address.fill("https://acme.bitrix24.com/rest/1/s3cretcode/");
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("heading", { name: "acme.bitrix24.com" }).waitFor();
  await page.getByText("Being connected").waitFor();
  const [row] = await db.select().from(portal).where(eq(portal.domain, "acme.bitrix24.com"));
  expect(row).toMatchObject({ state: "pending", auth: "webhook" });
});

test("a viewer sees everything and has nothing to change it with; the old list leads here", async () => {
  const { open } = await setup();
  const page = await open("viewer", "bots");
  await page.getByRole("link", { name: "demo.example" }).click();
  await page.getByText("Admins may change this").waitFor();
  expect(await page.getByRole("switch").count()).toBe(0);
  expect(await page.getByRole("button", { name: /Disconnect|Look now|Change/ }).count()).toBe(0);
  await page.getByRole("link", { name: "Settings: Shop assistant" }).click();
  await page.getByText("Leads and admins may change settings").waitFor();
  expect(await page.getByRole("spinbutton", { name: "Days for a return", exact: true }).isDisabled()).toBe(true);
});

test.each(PLACES)("the pages are free of WCAG faults, $place", async ({ place, options }) => {
  const { open } = await setup();
  for (const [name, settled] of [
    ["list", "1 problem, 1 warning"],
    ["portal", "How the portal is served"],
    ["bot", "Working hours"],
    ["connect", "Webhook address"],
  ] as const) {
    const page = await open("admin", name, { ...options, locale: "en-US" });
    await page.getByText(settled).first().waitFor();
    expect(await lookAt(page, `portals-${name}-${place}`)).toEqual([]);
  }
});

async function setup() {
  const console = await openConsole({ gatewayUrl: "https://bots.example" });
  const { db } = console.database;
  const ids = await addBot(db);
  await db.update(bot).set({ name: "Shop assistant", bitrixBotId: "501", commandsDigest: "told" });
  const findings = [
    { code: "reach", level: "ok" as const, facts: { tookMs: 180 } },
    { code: "leftovers", level: "warning" as const, facts: { leftovers: ["ONTASKUPDATE → old.example/events"] } },
    { code: "scopes", level: "problem" as const, facts: { granted: [], missing: ["imopenlines"], lacking: [] } },
  ];
  await db.insert(portalCheck).values({ portalId: ids.portalId, checkedAt: new Date(), findings });
  const paths = {
    list: "/portals",
    bots: "/bots",
    portal: `/portals/${ids.portalId}`,
    bot: `/portals/${ids.portalId}/bots/${ids.botId}`,
    connect: "/portals/connect",
  };
  type Options = Parameters<typeof console.openAs>[2];
  const row = async () => (await db.select().from(bot).where(eq(bot.id, ids.botId)))[0];
  return {
    db,
    ids,
    open: (role: Role, name: keyof typeof paths, options: Options = {}) => console.openAs(role, paths[name], options),
    settings: async () => (await row())?.settings,
    isOn: async () => (await row())?.isOn,
  };
}
