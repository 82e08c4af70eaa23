import { connect, eventToken } from "@botdeck/db";
import { expect, inject, onTestFinished, test } from "vitest";

import { createOfficeApi } from "./office-api.ts";
import { keepScreenshot } from "./pages/browser.ts";
import { openChat } from "./pages/chat-page.ts";
import { PEOPLE } from "./system/people.ts";
import { readRunRecord } from "./system/start-system.ts";

const BOT = "HR assistant";
/** The workflow asks and tells; a machine that is busy takes its time. */
const BY_WORKFLOW = { timeout: 60_000 };
const system = inject("system");
const office = createOfficeApi(system.chat);

type CalendarEvent = { NAME: string; ACCESSIBILITY: string; DATE_FROM: string };

/** Somebody's dialog with the bot, in a page of their own. */
async function openFor(firstName: string) {
  await office.beginDialog(firstName, BOT);
  const chat = await openChat(system.chat, firstName);
  await chat.openDialog(BOT);
  return chat;
}

/** What the portal's own calendar shows of somebody, to themselves. */
async function calendarOf(firstName: string, days: { from: string; to: string }): Promise<CalendarEvent[]> {
  const id = await office.idOf(firstName);
  return office.act(id, "calendar.event.get", { type: "user", ownerId: id, ...days });
}

test("days off are asked for by a command, approved on the head's card, told to both, shown by the calendar and listed for a colleague", async () => {
  const year = new Date().getFullYear() + 1;
  const asks = await openFor(PEOPLE.asksForDays.firstName);
  await asks.write(`/vacation 15.07.${year}–28.07.${year}`);
  await asks.shows("bot", /Noted: paid vacation, 15 July – 28 July/);
  await asks.shows("bot", /Your request went to Fiona/, BY_WORKFLOW);
  await keepScreenshot(asks.page, "vacation-asked");

  const head = await openFor(PEOPLE.leadsDesign.firstName);
  await head.shows("bot", /Grace .*asks for paid vacation: 15 July – 28 July/);
  await keepScreenshot(head.page, "vacation-card");
  await head.press("Approve");
  await head.shows("bot", /Noted: approved/);
  await head.shows("bot", /Approved by Fiona/, BY_WORKFLOW);

  await asks.shows("bot", /Fiona .*approved: paid vacation/, BY_WORKFLOW);
  await asks.shows("bot", /Your calendar shows 15 July – 28 July/, BY_WORKFLOW);
  const days = { from: `${year}-07-14`, to: `${year}-07-29` };
  expect(await calendarOf(PEOPLE.asksForDays.firstName, days)).toMatchObject([
    { NAME: "Paid vacation", ACCESSIBILITY: "absent" },
  ]);

  const colleague = await openFor(PEOPLE.worksInDesign.firstName);
  await colleague.write(`/whoisout 20.07.${year}`);
  await colleague.shows("bot", /Grace .*15 July – 28 July/);
  await keepScreenshot(colleague.page, "vacation-who-is-out");

  await asks.write("/myvacations");
  await asks.shows("bot", /15 July – 28 July \d{4}: paid vacation, granted/);
  await asks.press(`Withdraw 15 July – 28 July ${year}`);
  await asks.shows("bot", /Cancelled: paid vacation/, BY_WORKFLOW);
  await expect.poll(() => calendarOf(PEOPLE.asksForDays.firstName, days), BY_WORKFLOW).toEqual([]);
});

test("without the person's permission their days are granted all the same, and the calendar follows once they have given it", async () => {
  const year = new Date().getFullYear() + 1;
  const asks = await openFor(PEOPLE.worksInDesign.firstName);
  await asks.write(`/vacation 01.09.${year}–02.09.${year}`);
  await asks.shows("bot", /Your request went to Fiona .*1 September – 2 September/, BY_WORKFLOW);
  // Hours later nothing is left of the token that came with their words.
  const { db, close } = connect(readRunRecord(system.home)?.databaseUrl ?? expect.fail("nothing runs"));
  onTestFinished(close);
  await db.delete(eventToken);

  const head = await openFor(PEOPLE.leadsDesign.firstName);
  await head.shows("bot", /Henry .*asks for paid vacation: 1 September/);
  await head.press("Approve");
  await asks.shows("bot", /Fiona .*approved: paid vacation, 1 September/, BY_WORKFLOW);
  await asks.shows("bot", /The permission is for your calendar: 1 September – 2 September/, BY_WORKFLOW);
  const days = { from: `${year}-08-31`, to: `${year}-09-03` };
  expect(await calendarOf(PEOPLE.worksInDesign.firstName, days)).toEqual([]);

  const link = await asks.page.getByRole("link", { name: "Give access" }).last().getAttribute("href");
  const answer = await fetch(`${link}&as=${await office.idOf(PEOPLE.worksInDesign.firstName)}`);
  expect(answer.status).toBe(200);
  await asks.shows("bot", /Your calendar shows 1 September – 2 September/, BY_WORKFLOW);
  expect(await calendarOf(PEOPLE.worksInDesign.firstName, days)).toHaveLength(1);
});
