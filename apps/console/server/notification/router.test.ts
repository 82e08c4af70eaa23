import { newId } from "@botdeck/core/ids";
import { notification } from "@botdeck/db";
import { expect, test } from "vitest";

import { setupConsole } from "../test-console.ts";
import { addBot, addConversation } from "../test-conversations.ts";
import { addNotifications } from "../test-notifications.ts";

type Page = {
  rows: { id: string; subject: string; outcome: string; dialogName: string | null; line: string | null }[];
  nextCursor: { at: string; id: string } | null;
};

test("every notification and non-notification is listed, newest first, with its way in sentences of the reader's language", async () => {
  const { list, ids, db } = await setup();
  await addNotifications(db, ids);
  const { rows } = await list({}, "agent");
  expect(rows.map(({ subject, outcome }) => [subject, outcome])).toEqual([
    ["deal:17", "sent"],
    ["deal:17", "held"],
    ["deal:18", "skipped"],
  ]);
  const sentences = async (language: string) =>
    JSON.stringify((await list({ outcome: "skipped", language }, "agent")).rows);
  expect(await sentences("en")).toContain("Its condition does not hold");
  expect(await sentences("ru")).toContain("условие не выполнено");
});

test("filters find by rule, person, subject and outcome, on the asked portal only", async () => {
  const { list, ids, db } = await setup();
  await addNotifications(db, ids);
  await addNotifications(db, await addBot(db, "other.example", "notify"));
  const count = async (filter: object) => (await list(filter, "agent")).rows.length;
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
    const page: Page = await list({ cursor }, "agent");
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
});

test("who sees people only as initials reads neither their names nor what names clients", async () => {
  const { list, ids, db } = await setup();
  await addConversation(db, ids, { dialogType: "private", dialogId: "7", personId: "7", personName: "Nina Sales" });
  await addNotifications(db, ids);
  const [whole] = (await list({ dialogId: "7" }, "agent")).rows;
  expect(whole).toMatchObject({ dialogName: "Nina Sales", line: expect.stringContaining("Anna") as string });
  const [masked] = (await list({ dialogId: "7" }, "viewer")).rows;
  expect(masked).toMatchObject({ dialogName: "N. S.", line: null });
  expect(JSON.stringify(masked)).not.toMatch(/Nina|Anna/);
});

async function setup() {
  const { database, query, cookieOf } = await setupConsole();
  const ids = await addBot(database.db, "demo.example", "notify");
  const cookies = { viewer: await cookieOf("viewer"), agent: await cookieOf("agent") };
  const list = async (filter: object, role: keyof typeof cookies) => {
    const input = { portalId: ids.portalId, language: "en", timeZone: "UTC", ...filter };
    return (await query("notification.list", input, cookies[role])).data as Page;
  };
  return { db: database.db, ids, list };
}
