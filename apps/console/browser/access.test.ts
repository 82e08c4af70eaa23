import { portal, authUser } from "@botdeck/db";
import { newId } from "@botdeck/core/ids";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../server/test-conversations.ts";
import { PASSWORD } from "../server/test-console.ts";
import { totpOf } from "../server/test-totp.ts";
import { lookAt, PLACES } from "./look-at.ts";
import { keepScreenshot, openConsole } from "./open-console.ts";

const BITRIX_APP = { clientId: "local.app", clientSecret: "secret" };
/** What a stranger's question, a wrong password and a refused act are answered with. */
const REFUSALS = [401, 403, 409];

/** Sets up the second factor on one's own page. @returns What the app reads, and the backup codes. */
async function enrol(page: Page): Promise<{ uri: string; codes: string[] }> {
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByLabel("Your password").fill("wrong");
  await page.keyboard.press("Enter");
  await page.getByText("This is not your password.").waitFor();
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("img", { name: "QR code for an authenticator app" }).waitFor();
  const secret = (await page.locator("code").first().textContent())?.replaceAll(" ", "") ?? "";
  const uri = `otpauth://totp/Botdeck?secret=${secret}`;
  await page.getByLabel("Code from the app").fill(totpOf(uri));
  await page.keyboard.press("Enter");
  await page.getByText("Keep these backup codes").waitFor();
  const codes = await page.locator("[data-backup-codes] li").allTextContents();
  await page.getByRole("button", { name: "I have kept them" }).click();
  return { uri, codes: codes.map((code) => code.trim()) };
}

async function signInAs(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(name) }).click();
  const own = page.getByRole("menuitem", { name: "Profile, password and links" });
  expect(await own.getAttribute("href")).toBe("/access");
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByLabel("E-mail").waitFor();
}

test("somebody sets up a second factor, signs out, and gets in with the code only, or with a backup code once", async () => {
  const { openAs } = await openConsole();
  const page = await openAs("operator", "/access", {}, REFUSALS);
  const { uri, codes } = await enrol(page);
  expect(codes).toHaveLength(10);
  await page.getByText("Each sign-in asks for a code from your app.").waitFor();

  await signOut(page, "Test operator");
  await signInAs(page, "operator@console.test");
  await page.getByLabel("Code", { exact: true }).fill("12");
  await page.keyboard.press("Enter");
  await page.getByText("Write the six digits.").waitFor();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.keyboard.press("Enter");
  await page.getByText("This code is not right.").waitFor();
  await keepScreenshot(page, "access-code-wrong");
  await page.getByLabel("Code", { exact: true }).fill(totpOf(uri));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/conversations/);

  await signOut(page, "Test operator");
  await signInAs(page, "operator@console.test");
  await page.getByRole("button", { name: "I have no app at hand: use a backup code" }).click();
  await page.getByLabel("Backup code").fill(codes[0] ?? "");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/conversations/);
});

test("an admin asks leads for a second factor; one without it is led to set it up, and may do all of a lead's work then", async () => {
  const { openAs, cookieOf } = await openConsole();
  await cookieOf("lead");
  const page = await openAs("admin", "/access/people", {}, REFUSALS);
  const policy = page.getByRole("combobox", { name: "A second factor is needed by" });
  const choose = async (name: string) => {
    await policy.click();
    await page.getByRole("option", { name, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ask for it" }).click();
  };
  await choose("Leads and admins");
  const told = page.getByRole("region", { name: "Notifications" });
  await told.getByText("Set up your own second factor first").waitFor();
  await expect.poll(() => policy.textContent()).toBe("Nobody");
  await page.getByRole("link", { name: "My profile" }).click();
  await enrol(page);
  await page.getByRole("link", { name: "People" }).click();
  await choose("Leads and admins");
  await told.getByText("Who needs a second factor is changed").waitFor();
  await expect.poll(() => policy.textContent()).toBe("Leads and admins");
  expect(await lookAt(page, "access-factor-policy")).toEqual([]);

  await page.context().clearCookies();
  await page.goto(new URL("/login", page.url()).href);
  await signInAs(page, "lead@console.test");
  const note = page.getByText(
    "Your role needs a second factor here. Until you set one up below, you may do only what the role “operator” may.",
  );
  await note.waitFor();
  expect(await lookAt(page, "access-factor-needed")).toEqual([]);
  await enrol(page);
  await note.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Deliveries" }).first().click();
  await page.getByText("What waits and why").waitFor();
});

test("an admin adds somebody, who chooses a password by the link, signs in, is made a lead, and is blocked", async () => {
  const { openAs } = await openConsole();
  const page = await openAs("admin", "/access/people", {}, REFUSALS);
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("Write a name.").waitFor();
  await page.getByRole("dialog").getByLabel("Name").fill("Nina New");
  await page.getByRole("dialog").getByLabel("E-mail").fill("nina@console.test");
  await page.keyboard.press("Enter");
  const url = (await page.getByRole("dialog", { name: "Link for Nina New" }).locator("code").textContent()) ?? "";
  await keepScreenshot(page, "access-person-link");
  await page.getByRole("button", { name: "I have it" }).click();

  const other = await page.context().browser()?.newContext();
  const nina = await other?.newPage();
  if (nina === undefined) throw new Error("no second browser");
  await nina.goto(url);
  await nina.getByLabel("New password").fill("a good long password");
  await nina.getByLabel("The same once more").fill("a good long password");
  await nina.keyboard.press("Enter");
  await nina.getByRole("link", { name: "To the sign-in" }).click();
  await signInAs(nina, "nina@console.test", "a good long password");
  await nina.waitForURL(/\/conversations/);

  const row = page.locator('[data-person="nina@console.test"]');
  await row.getByText("1 session").waitFor();
  await row.getByRole("combobox", { name: "Role of Nina New" }).click();
  await page.getByRole("option", { name: "lead" }).click();
  await page.getByText("Nina New is lead now").waitFor();
  await page.getByRole("button", { name: "Actions for Nina New" }).click();
  await page.getByRole("menuitem", { name: "Block" }).click();
  await page.getByLabel("Reason").fill("left the company");
  await page.getByRole("dialog").getByRole("button", { name: "Block" }).click();
  await row.getByText("Blocked").waitFor();
  await nina.reload();
  await nina.getByLabel("E-mail").waitFor();
  await other?.close();

  await page.locator('[data-person="admin@console.test"]').getByRole("combobox").click();
  await page.getByRole("option", { name: "viewer" }).click();
  await page.getByText("This is the last administrator").first().waitFor();
});

test("a token is shown once, calls the API until it is revoked, and the log tells of it all", async () => {
  const { openAs } = await openConsole();
  const page = await openAs("admin", "/access", {}, REFUSALS);
  await page.getByRole("button", { name: "New token" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Weekly report");
  await page.getByLabel("Your password").fill("wrong");
  await page.keyboard.press("Enter");
  await page.getByText("This is not your password.").waitFor();
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  const token = (await page.getByRole("dialog").locator("code").first().textContent()) ?? "";
  await keepScreenshot(page, "access-token");
  await page.getByRole("button", { name: "I have it" }).click();
  await page.locator('[data-token="Weekly report"]').waitFor();
  expect(await page.content()).not.toContain(token);
  const status = async () => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(new URL("/trpc/session.me", page.url()), { headers })).status;
  };
  expect(await status()).toBe(200);
  await page.locator('[data-token="Weekly report"]').getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await page.locator('[data-token="Weekly report"]').getByText("Revoked").waitFor();
  expect(await status()).toBe(401);

  await page.getByRole("link", { name: "Audit log" }).click();
  await page.getByRole("combobox", { name: "What" }).click();
  await page.getByRole("option", { name: "Made an API token" }).click();
  await expect.poll(() => page.locator("[data-act]").count()).toBe(1);
  expect(new URL(page.url()).searchParams.get("action")).toBe("apiToken.create");
  await page.locator("[data-act] summary").click();
  await page.locator("[data-changes]").getByText("Weekly report").waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  await page.getByText("1 row exported").waitFor();
});

test("an admin finds a person by name, sees what there is, and erases it for a reason", async () => {
  const { openAs, database } = await openConsole();
  const ids = await addBot(database.db, "demo.example");
  await addConversation(database.db, ids, { personId: "7", personName: "Anna <b>Field</b>" });
  const page = await openAs("admin", "/access/erase");
  await page.getByLabel("Name, or number on the portal").fill("anna");
  await page.keyboard.press("Enter");
  await page.locator('[data-found="7"]').getByText("Anna <b>Field</b>").waitFor();
  await page.getByRole("button", { name: "See what there is" }).click();
  await page.locator('[data-kept="7"]').getByText("Conversations").waitFor();
  await page.getByRole("button", { name: "Erase…" }).click();
  await page.getByText("Write why: it stands in the audit log.").waitFor();
  await page.getByLabel("Reason").fill("Asked by letter of 20 November");
  await keepScreenshot(page, "access-erase");
  await page.getByRole("button", { name: "Erase…" }).click();
  await page.getByRole("button", { name: "Erase for good" }).click();
  await page.getByText("Nothing is kept of this person.").waitFor();
});

test("an admin sees every session and revokes one, which is out at once", async () => {
  const { openAs, cookieOf, query } = await openConsole();
  const lead = await cookieOf("lead");
  const page = await openAs("admin", "/access/sessions");
  const row = page.locator('[data-session="lead@console.test"]');
  await row.getByRole("button", { name: "Revoke: Test lead" }).click();
  await page.getByText("The session of Test lead is revoked").waitFor();
  await expect.poll(() => row.count()).toBe(0);
  expect((await query("session.me", undefined, lead)).error?.data.code).toBe("UNAUTHORIZED");
});

test.each(["viewer", "operator", "lead"] as const)("a %s has their own profile here and nothing else", async (role) => {
  const { openAs } = await openConsole();
  const page = await openAs(role, "/access");
  await page.getByRole("heading", { name: "My profile" }).waitFor();
  expect(await page.getByRole("navigation", { name: "Access" }).getByRole("link").allTextContents()).toEqual([
    "My profile",
  ]);
  for (const path of ["people", "sessions", "audit", "erase"]) {
    await page.goto(new URL(`/access/${path}`, page.url()).href);
    await page.getByText("Only administrators see this").waitFor();
  }
});

test.each(PLACES)("the room and the sign-in are free of WCAG faults, $place", async ({ place, options }) => {
  const { openAs, database, cookieOf, mutate } = await openConsole({ bitrixApp: BITRIX_APP });
  const ids = await addBot(database.db, "demo.example");
  await addConversation(database.db, ids, { personId: "7", personName: "Anna Field" });
  await database.db.insert(portal).values({
    id: newId(),
    memberId: "home",
    domain: "company.bitrix24.example",
    auth: "oauth",
    clientEndpoint: "https://company.bitrix24.example/rest/",
    serverEndpoint: "https://oauth.example/rest/",
    state: "active",
  });
  const admin = await cookieOf("admin");
  for (const role of ["viewer", "lead"] as const) await cookieOf(role);
  await mutate(
    "login.create",
    { name: "Константин Константинопольский", email: "k@console.test", role: "operator" },
    admin,
  );
  await mutate("apiToken.create", { name: "Weekly report", role: "viewer", days: 90, password: PASSWORD }, admin);
  const others = await database.db.select().from(authUser);
  const viewer = others.find(({ email }) => email === "viewer@console.test");
  await mutate("login.setRole", { userId: viewer?.id, role: "operator" }, admin);
  await mutate("login.block", { userId: viewer?.id, reason: "Left the company" }, admin);

  const page = await openAs("admin", "/access", options, REFUSALS);
  const check = async (name: string) => {
    expect(await lookAt(page, `access-${name}-${place}`)).toEqual([]);
  };
  const go = (path: string) => page.goto(new URL(path, page.url()).href);

  await page.locator("[data-token]").waitFor();
  await page.locator("[data-session]").first().waitFor();
  await check("profile");
  await page.locator("[data-session]").last().scrollIntoViewIfNeeded();
  await check("profile-below");
  await page.getByRole("button", { name: /^(Set up|Настроить)$/ }).click();
  await page.getByRole("dialog").locator("input").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").locator("svg[role=img]").waitFor();
  await check("scan");
  await page.keyboard.press("Escape");
  await go("/access/people");
  await page.locator("[data-person]").first().waitFor();
  await check("people");
  await page.getByRole("button", { name: /^(Add a person|Добавить человека)$/ }).click();
  await page.getByRole("dialog").waitFor();
  await check("new-person");
  await go("/access/sessions");
  await page.locator("[data-session]").first().waitFor();
  await check("sessions");
  await go("/access/audit");
  await page.locator('[data-act="login.block"] summary').click();
  await page.locator('[data-act="login.setRole"] summary').click();
  const tabs = page.getByRole("navigation", { name: /^(Access|Доступ)$/ });
  expect(await tabs.locator("[aria-current=page]").allTextContents()).toEqual([
    expect.stringMatching(/^(Audit log|Журнал)$/),
  ]);
  await check("audit");
  await go("/access/audit?from=2001-01-01&to=2001-01-02");
  await page
    .getByRole("button", { name: /^(Clear filters|Сбросить фильтры)$/ })
    .last()
    .waitFor();
  await check("audit-no-match");
  await go(`/access/erase?portal=${ids.portalId}&person=7`);
  await page.locator("[data-kept]").waitFor();
  await check("erase");

  await page.context().clearCookies();
  await go("/login?refused=unlinked&next=%2Faccess");
  await page.getByRole("button", { name: /Bitrix24|Битрикс24/ }).waitFor();
  await page.getByRole("alert").waitFor();
  await check("sign-in");
  await go("/login?step=code");
  await page.locator("input[name=code]").waitFor();
  await check("code");
  await go("/set-password#abc");
  await page.locator("input[name=again]").waitFor();
  await check("set-password");
});
