import {
  addJob,
  bulkJob,
  claimEffects,
  findJob,
  LETTER_WORKS,
  outboxEffect,
  postponeJob,
  runJobPiece,
  settleEffect,
} from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { lookAt, PLACES } from "./look-at.ts";
import { keepScreenshot } from "./open-console.ts";
import { openDeliveries } from "./open-deliveries.ts";

const PAGES = [
  { path: "/deliveries", shown: "[data-portal-queue]" },
  { path: "/deliveries/in-doubt", shown: "[data-doubt]" },
  { path: "/deliveries/letters", shown: "[data-letter]" },
  { path: "/deliveries/intake", shown: "[data-gateway]" },
  { path: "/deliveries/jobs", shown: "[data-job]" },
] as const;

/** What a picture of the page is called. */
const nameOf = (path: string) => {
  const [, , page = "queue", id] = path.split("/");
  return id === undefined ? page : "letter";
};

test("a dead letter is found by its cause, shown by a dry run and replayed by keys, and is delivered once", async () => {
  const { openAs, db, ids, letters } = await openDeliveries();
  // A letter that runs again is no dead letter any more, so that its page finds none.
  const page = await openAs("lead", "/deliveries/letters", {}, [404]);
  await page.getByRole("button", { name: /^The portal does not allow this.* ACCESS_DENIED/ }).click();
  const rows = page.locator("[data-letter]");
  await expect.poll(() => rows.count()).toBe(3);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.locator("[data-payload]").waitFor();
  await page.getByText("The portal’s own words", { exact: true }).first().click();
  await page.locator("details [lang=en]").first().getByText("the bot is not in the chat 17").waitFor();
  expect(await page.content()).not.toContain("canary");
  const id = page.url().match(/letters\/([0-9a-f-]{36})/)?.[1] ?? "";
  expect(letters.denied).toContain(id);

  await page.keyboard.press("r");
  await page.locator('[data-dry-run="done"]').getByText("1 runs again").waitFor();
  await keepScreenshot(page, "deliveries-dry-run");
  await page.getByRole("dialog").getByRole("button", { name: "Replay" }).click();
  await page.getByText("Runs again", { exact: true }).waitFor();
  await page.getByText("This letter is not dead any more").waitFor();

  // As the deliverer does.
  const { effects } = await claimEffects(db, { kinds: ["chat.send"], limit: 10 });
  const replayed = effects.find((effect) => effect.id === id);
  if (replayed === undefined) throw new Error("the letter is not claimed");
  await settleEffect(db, replayed, { kind: "sent", externalId: "9", via: "answer" });
  const [effect] = await db.select().from(outboxEffect).where(eq(outboxEffect.id, id));
  expect(effect).toMatchObject({ status: "sent", attempt: 2, portalId: ids.portalId });
  await page.keyboard.press("Escape");
  await expect.poll(() => rows.count()).toBe(2);
});

test("all that match go as a job with a reason, which the page follows to its end", async () => {
  const { openAs, db } = await openDeliveries();
  const page = await openAs("lead", "/deliveries/letters?what=effect");
  await page.locator("[data-letter]").first().waitFor();
  await page.getByRole("button", { name: "Replay all 4" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("1 may happen a second time").waitFor();
  await dialog.getByRole("button", { name: "Start the job" }).click();
  await dialog.getByText("Write a reason").waitFor();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("the portal is back");
  await dialog.getByRole("button", { name: "Start the job" }).click();
  await page.getByRole("button", { name: "Watch it" }).click();
  await page.locator('[data-job="waiting"]').getByText("0 of 4").waitFor();

  // As the worker does; the page is told by itself.
  while (await runJobPiece(db, LETTER_WORKS));
  const job = page.locator('[data-job="done"]');
  await job.getByText("3 of 4").waitFor();
  await job.getByText("1 stayed as it was").click();
  await job.getByText("it may happen a second time, which was not accepted").waitFor();
  await keepScreenshot(page, "deliveries-job");
  expect(await db.select().from(bulkJob)).toMatchObject([{ state: "done", done: 3, refused: 1 }]);
});

test("a job that could not go on says why and when it tries again, and is stopped meanwhile", async () => {
  const { openAs, db, letters } = await openDeliveries();
  const actor = { actorId: "user-1", actorName: "A lead" };
  const job = { kind: "deadLetter.replay", filter: {}, reason: "the portal is back", cursor: null, ...actor };
  const { id } = await addJob(db, { ...job, total: letters.denied.length });
  await postponeJob(db, id, { tries: 2, cursor: null, waitMs: 0, problem: "not counted: it has been tried since" });
  await postponeJob(db, id, {
    tries: 0,
    cursor: null,
    waitMs: 600_000,
    problem: "Postgres is away: connection refused",
  });
  const page = await openAs("lead", "/deliveries/jobs");
  const row = page.locator('[data-job="waiting"]').filter({ hasText: "The database could not do it" });
  await row.getByText(/tries again at .*\d\d:\d\d/).waitFor();
  expect(await lookAt(page, "deliveries-job-waits")).toEqual([]);
  await row.getByRole("button", { name: "Stop" }).click();
  await expect.poll(async () => (await findJob(db, id))?.state).toBe("stopped");
  await row.waitFor({ state: "detached" });
});

test("letters are chosen by keys, set aside with a reason, and taken back", async () => {
  const { openAs, db } = await openDeliveries();
  const page = await openAs("lead", "/deliveries/letters?what=effect");
  const rows = page.locator("[data-letter]");
  await rows.nth(3).waitFor();
  for (const key of ["j", "x", "j", "j", "Shift+X"]) await page.keyboard.press(key);
  await page.locator('[data-selection="3"]').getByRole("button", { name: "Set aside" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("told by phone");
  await dialog.getByRole("button", { name: "Set aside" }).click();
  await expect.poll(() => rows.count()).toBe(1);
  const dead = () => db.$count(outboxEffect, eq(outboxEffect.status, "dead"));
  await expect.poll(dead).toBe(1);

  await page.getByRole("button", { name: "Undo" }).click();
  await rows.nth(3).waitFor();
  await expect.poll(dead).toBe(4);
});

test("a letter that changed since the dry run stays in the list, and the page says why", async () => {
  const { openAs, db, letters } = await openDeliveries();
  const page = await openAs("lead", "/deliveries/letters?what=effect");
  const row = page.locator(`[data-letter="${letters.doubtful[0]}"]`);
  await row.locator("input").click();
  await page.locator("[data-selection]").getByRole("button", { name: "Replay" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox").click();
  await db
    .update(outboxEffect)
    .set({ attempt: 7 })
    .where(eq(outboxEffect.id, letters.doubtful[0] ?? ""));
  await dialog.getByRole("button", { name: "Replay" }).click();
  await page.getByText("it changed meanwhile").first().waitFor();
  await row.waitFor();
});

test("what waits is told with its reason, and an operator is told who may see it", async () => {
  const { openAs } = await openDeliveries();
  const page = await openAs("lead", "/deliveries");
  const card = page.locator('[data-portal-queue="demo.example"]');
  await card.getByText("crm.item.list").waitFor();
  expect(Number(await card.locator("[data-budget]").getAttribute("data-budget"))).toBeGreaterThan(0);
  await card.getByText("What stands first in each lane, and why").click();
  await card.getByText(/The last try failed; tried again at/).waitFor();
  const retried = await card.locator('[data-head="tried_again"]').textContent();
  expect(retried?.match(/tried again/g)).toHaveLength(1);
  await card.getByText("Nobody has taken it: Temporal").waitFor();
  await page.locator('[data-portal-queue="office.example"]').getByText("Must be authorised again").waitFor();

  const operator = await openAs("operator", "/deliveries/letters");
  await operator.getByText("Deliveries are for leads").waitFor();
  expect(await operator.locator("[data-letter]").count()).toBe(0);
});

test.each(PLACES)("no page of the room breaks WCAG, $place", async ({ place, options }) => {
  const { openAs, letters, mutate, cookieOf } = await openDeliveries();
  const wish = { kind: "deadLetter.replay", letters: { filter: {} }, reason: "the portal is back" };
  await mutate("job.start", wish, await cookieOf("lead"));
  const pages = [...PAGES, { path: `/deliveries/letters/${letters.denied[0]}`, shown: "[data-payload]" }];
  const page = await openAs("lead", "/deliveries", options);
  for (const { path, shown } of pages) {
    await page.goto(new URL(path, page.url()).href);
    await page.locator(shown).first().waitFor();
    expect(await lookAt(page, `deliveries-${nameOf(path)}-${place}`)).toEqual([]);
  }
});
