import { newId } from "@botdeck/core/ids";
import { type Database, inboxEvent, notification } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot, addConversation } from "../test-conversations.ts";
import { addAlertGroup, addDealChange, addNotifications, addSource } from "../test-notifications.ts";

type Row = {
  id: string;
  subject: string;
  outcome: string;
  dialogName: string | null;
  line: string | null;
  path: { sentence: string }[];
};
type Page = {
  rows: Row[];
  nextCursor: { at: string; id: string } | null;
};

test("every notification and non-notification is listed, newest first, with its way in sentences of the reader's language", async () => {
  const { list, ids, db } = await setup();
  await addNotifications(db, ids);
  const { rows } = await list({}, "operator");
  expect(rows.map(({ subject, outcome }) => [subject, outcome])).toEqual([
    ["deal:17", "sent"],
    ["deal:17", "held"],
    ["deal:18", "skipped"],
  ]);
  const sentences = async (language: string) =>
    JSON.stringify((await list({ outcome: "skipped", language }, "operator")).rows);
  expect(await sentences("en")).toContain("Its condition does not hold");
  expect(await sentences("ru")).toContain("условие не выполнено");
});

test("filters find by rule, person, subject and outcome, on the asked portal only", async () => {
  const { list, ids, db } = await setup();
  await addNotifications(db, ids);
  await addNotifications(db, await addBot(db, "other.example", "notify"));
  const count = async (filter: object) => (await list(filter, "operator")).rows.length;
  expect([
    await count({}),
    await count({ dialogId: "7" }),
    await count({ subject: "deal:17" }),
    await count({ subject: "deal:17", outcome: "held" }),
    await count({ ruleCode: "lead.new" }),
  ]).toEqual([3, 1, 2, 1, 0]);
});

test("pages follow one another without a gap or a repeat, also among notifications of one instant", async () => {
  const { list, ids, db } = await setup();
  const of = { ...ids, ruleCode: "deal.stage", subject: "deal:17", dialogId: "7", outcome: "sent", path: [] } as const;
  const createdAt = new Date("2026-11-21T09:00:00Z");
  await db.insert(notification).values(Array.from({ length: 120 }, () => ({ ...of, eventId: newId(), createdAt })));
  const seen: string[] = [];
  let cursor: Page["nextCursor"] = null;
  do {
    const page: Page = await list({ cursor }, "operator");
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
});

test("who sees people only as initials reads neither their names nor what names clients", async () => {
  const { list, ids, db } = await setup();
  await addConversation(db, ids, { dialogType: "private", dialogId: "7", personId: "7", personName: "Nina Sales" });
  await addNotifications(db, ids);
  const [whole] = (await list({ dialogId: "7" }, "operator")).rows;
  expect(whole).toMatchObject({ dialogName: "Nina Sales", line: expect.stringContaining("Anna") as string });
  const [masked] = (await list({ dialogId: "7" }, "viewer")).rows;
  expect(masked).toMatchObject({ dialogName: "N. S.", line: null });
  expect(JSON.stringify(masked)).not.toMatch(/Nina|Anna/);
});

test("people who never talked to a bot, and records, are called what the event says; initials alone, and no title, for who sees only those", async () => {
  const { list, ids, db } = await setup();
  await addConversation(db, ids, { dialogType: "private", dialogId: "7", personId: "7", personName: "Nina S. Sales" });
  await tell(db, ids, { eventId: await addDealChange(db, ids, DEAL), dialogId: "9" });
  await tell(db, ids, { eventId: newId(), dialogId: "7" });
  expect((await list({ dialogId: "9" }, "operator")).rows).toMatchObject([
    { dialogName: "Maria Head", subject: "deal:17", subjectTitle: "Deal 17", alertId: null },
  ]);
  const [first] = (await list({}, "operator")).rows.flatMap(({ path }) => path);
  expect(first?.sentence).toContain("by Oleg Sales");
  // What a dialog calls somebody comes first, as elsewhere.
  const called = (await list({}, "operator")).rows.map(({ dialogName }) => dialogName);
  expect(called).toEqual(["Nina S. Sales", "Maria Head"]);
  const masked = await list({ dialogId: "9" }, "viewer");
  expect(masked.rows).toMatchObject([{ dialogName: "M. H.", subject: "deal:17", subjectTitle: null }]);
  expect(JSON.stringify(masked)).not.toMatch(/Maria|Oleg|Deal 17/);
});

test("an event of another portal names nobody, nor does one whose body is no longer kept", async () => {
  const { list, ids, db } = await setup();
  const eventId = await addDealChange(db, await addBot(db, "other.example", "notify"), DEAL);
  await tell(db, ids, { eventId, dialogId: "9" });
  const goneId = await addDealChange(db, ids, DEAL);
  await db.update(inboxEvent).set({ body: null }).where(eq(inboxEvent.id, goneId));
  await tell(db, ids, { eventId: goneId, dialogId: "9" });
  const unnamed = { dialogId: "9", dialogName: null, subjectTitle: null };
  expect((await list({}, "operator")).rows).toMatchObject([unnamed, unnamed]);
});

test("what is told of alerts has a name, the title of its group, and the names of who was paged", async () => {
  const { list, rules, ids, db } = await setup();
  const { hookId } = await addSource(db, ids);
  const { groupId } = await addAlertGroup(db, ids, hookId);
  await tell(db, ids, { eventId: newId(), ruleCode: "alert", subject: `alert:${groupId}`, dialogId: "7" });
  const group = { alertId: groupId, subjectTitle: "DiskFull on db1 and db2" };
  const inEnglish = await list({ ruleCode: "alert" }, "operator");
  expect(inEnglish.rows).toMatchObject([{ ...group, ruleName: "Alerts", dialogName: "Nina Sales" }]);
  const inRussian = await list({ language: "ru" }, "viewer");
  expect(inRussian.rows).toMatchObject([{ ...group, ruleName: "Тревоги", dialogName: "N. S." }]);
  expect(await rules("ru")).toContainEqual({ code: "alert", name: "Тревоги" });
});

test("a group of alerts that is gone, of another portal, or no group at all is told by its subject alone", async () => {
  const { list, ids, db } = await setup();
  const other = await addBot(db, "other.example", "notify");
  const { groupId } = await addAlertGroup(db, other, (await addSource(db, other)).hookId);
  for (const id of [groupId, newId(), "backup"]) {
    await tell(db, ids, { eventId: newId(), ruleCode: "alert", subject: `alert:${id}`, dialogId: "7" });
  }
  const { rows } = await list({}, "operator");
  expect(rows.length).toBe(3);
  for (const row of rows) expect(row).toMatchObject({ subjectTitle: null, dialogName: null });
});

const DEAL = { id: 17, stageId: "WON", stageName: "Won", amount: 100 };

/** One notification that was sent, of a deal's stage if nothing else is said. */
async function tell(
  db: Database,
  ids: { portalId: string; botId: string },
  about: { eventId: string; dialogId: string; ruleCode?: string; subject?: string },
) {
  const facts = { subject: about.subject ?? "deal:17", change: "updated", actorId: "8" };
  const path = [{ step: "event", passed: true, facts }] as const;
  const told = { ...ids, ruleCode: "deal.stage", subject: "deal:17", outcome: "sent", path, ...about } as const;
  await db.insert(notification).values(told);
}

async function setup() {
  const { database, query, cookieOf } = await setupConsole();
  const ids = await addBot(database.db, "demo.example", "notify");
  const cookies = { viewer: await cookieOf("viewer"), operator: await cookieOf("operator") };
  const list = async (filter: object, role: keyof typeof cookies) => {
    const input = { portalId: ids.portalId, language: "en", timeZone: "UTC", ...filter };
    return (await query("notification.list", input, cookies[role])).data as Page;
  };
  const rules = async (language: string) =>
    (await query("notification.rules", { portalId: ids.portalId, language }, cookies.viewer)).data;
  return { db: database.db, ids, list, rules };
}
