import { notification, outboxEffect, inboxEvent, portalRecord } from "@botdeck/db";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createNotifyWorld, type NotifyWorld } from "../testing/notify-world.ts";

let world: NotifyWorld;
beforeAll(async () => void (world = await createNotifyWorld()));
beforeEach(async () => {
  for (const table of [notification, outboxEffect, inboxEvent, portalRecord]) await world.db.delete(table);
  for (const records of [world.items, world.tasks, world.comments]) {
    for (const key of Object.keys(records)) delete records[key];
  }
  world.steps.length = 0;
  world.history.length = 0;
});
afterAll(() => world.close());

const NOW = () => new Date().toISOString();
const crm = (record: "lead" | "deal", change: string, id = "17") => ({ kind: "crm.changed", record, change, id });
const task = (change: string) => ({ kind: "task.changed", change, id: "9" });

const DEAL = {
  id: 17,
  title: "Ten [b]pumps[/b]",
  stageId: "NEW",
  categoryId: 0,
  opportunity: 150_000,
  currencyId: "EUR",
  assignedById: 2,
  createdBy: 2,
  updatedBy: 3,
};
const LEAD = {
  id: 17,
  title: "Call from the site",
  stageId: "NEW",
  sourceId: "WEB",
  assignedById: 2,
  createdBy: 1,
  name: "Ivan",
  lastName: "Petrov",
  fm: [{ typeId: "PHONE", value: "+4915112345678" }],
};
const TASK = {
  id: "9",
  title: "Fix the gate",
  status: "2",
  responsibleId: "2",
  createdBy: "4",
  accomplices: ["3"],
  auditors: ["5"],
  deadline: "2026-12-01T19:00:00+03:00",
};

/** A deal that was seen in its first stage. */
async function seenDeal(): Promise<void> {
  world.items["2:17"] = { ...DEAL };
  await world.changed("deal:17", crm("deal", "added"), { by: "2" });
  await world.settle();
}

test("a new lead is told to whoever is responsible, with its client's name, phone and source, and a button to take it", async () => {
  world.items["1:17"] = LEAD;
  await world.changed("lead:17", crm("lead", "added"), { by: "1" });
  await world.settle();
  expect(await world.told()).toEqual([
    {
      to: "2",
      text: "New lead: Call from the site",
      rows: { Name: "Ivan Petrov", Phone: "+4915112345678", Source: "Web site" },
    },
  ]);
  const card = (await world.effects()).find(({ kind }) => kind === "chat.send");
  const buttons = card?.body.kind === "chat.send" ? (card.body.buttons ?? []).flat() : [];
  expect(buttons).toMatchObject([
    { text: "Take into work", command: "take", params: "lead:17" },
    { text: "Open", url: "https://portal.example/crm/lead/details/17/" },
    { text: "Why me?", command: "why" },
  ]);
});

test("a deal's step is told to its manager and their head, with both stages and the amount, and not to whoever made it", async () => {
  await seenDeal();
  Object.assign(world.items["2:17"] ?? {}, { stageId: "PREPARATION", movedBy: 3 });
  await world.changed("deal:17", crm("deal", "updated"), { by: "3" });
  await world.settle();
  const rows = {
    Before: "New",
    Now: "Papers",
    Amount: "€150,000",
    Responsible: "Anna Berg",
    "Moved by": "Boris Klein",
  };
  const text = "Deal “Ten pumps” moved to “Papers”";
  expect(await world.told()).toEqual([
    { to: "2", text, rows },
    { to: "4", text, rows },
  ]);
});

test("of a deal that was never seen the portal's own history tells the stage before", async () => {
  world.items["2:17"] = { ...DEAL, stageId: "PREPARATION" };
  world.steps.push(
    { ID: "1", OWNER_ID: "17", STAGE_ID: "NEW", CREATED_TIME: "2026-01-01T00:00:00+00:00" },
    { ID: "2", OWNER_ID: "17", STAGE_ID: "PREPARATION", CREATED_TIME: NOW() },
  );
  await world.changed("deal:17", crm("deal", "updated"), { by: "3" });
  await world.settle();
  expect((await world.told()).map(({ to, rows }) => [to, rows["Before"]])).toEqual([
    ["2", "New"],
    ["4", "New"],
  ]);
});

test("a change of a deal that moved long ago is no step to another stage", async () => {
  world.items["2:17"] = { ...DEAL, stageId: "PREPARATION" };
  world.steps.push(
    { ID: "1", OWNER_ID: "17", STAGE_ID: "NEW", CREATED_TIME: "2026-01-01T00:00:00+00:00" },
    { ID: "2", OWNER_ID: "17", STAGE_ID: "PREPARATION", CREATED_TIME: "2026-01-02T00:00:00+00:00" },
  );
  await world.changed("deal:17", crm("deal", "updated"), { by: "3" });
  await world.settle();
  expect(await world.told()).toEqual([]);
  const kept = await world.notifications();
  expect(kept.map(({ ruleCode, outcome }) => [ruleCode, outcome])).toEqual([
    ["deal.stage", "skipped"],
    ["deal.stage_head", "skipped"],
    ["deal.won", "skipped"],
  ]);
  expect(kept[0]?.path.at(-1)).toEqual({ step: "condition", passed: false, facts: {} });
});

test("who wins a deal is congratulated together with their head, with the amount and the way to it", async () => {
  await seenDeal();
  Object.assign(world.items["2:17"] ?? {}, { stageId: "WON", movedBy: 2 });
  await world.changed("deal:17", crm("deal", "updated"), { by: "2" });
  await world.settle();
  const text = "🎉 Deal won: Ten pumps, €150,000. Congratulations, Anna Berg!";
  expect((await world.told()).map(({ to, text: words }) => [to, words])).toEqual([
    ["2", text],
    ["4", text],
  ]);
  const links = (await world.effects()).flatMap(({ body }) =>
    body.kind === "chat.send" ? (body.buttons ?? []).flat().filter(({ kind }) => kind === "link") : [],
  );
  expect(links[0]).toMatchObject({ url: "https://portal.example/crm/deal/details/17/" });
});

test("a comment is told to everybody in the task but its author", async () => {
  world.tasks["9"] = TASK;
  world.comments["77"] = { ID: "77", AUTHOR_ID: "3", POST_MESSAGE: "The [b]paint[/b] is here" };
  await world.changed("task:9", { kind: "task.commented", taskId: "9", commentId: "77", messageId: null }, { by: "3" });
  await world.settle();
  const told = await world.told();
  expect(told.map(({ to }) => to).toSorted()).toEqual(["2", "4", "5"]);
  expect(told[0]).toMatchObject({
    text: "Boris Klein commented on the task “Fix the gate”",
    rows: { Comment: "The paint is here" },
  });
  const author = (await world.notifications()).find(({ dialogId }) => dialogId === "3");
  expect(author).toMatchObject({ outcome: "skipped", effectKey: null });
  expect(author?.path.at(-1)).toEqual({
    step: "audience",
    passed: false,
    facts: { as: "participants", reason: "actor" },
  });
});

test("a task that becomes somebody else's, gets another deadline and another status is told to whom that concerns", async () => {
  world.tasks["9"] = { ...TASK };
  await world.changed("task:9", task("added"), { by: "4" });
  await world.settle();
  expect((await world.told()).map(({ to, text }) => [to, text])).toEqual([["2", "The task “Fix the gate” is yours"]]);

  await world.db.delete(outboxEffect);
  Object.assign(world.tasks["9"] ?? {}, { responsibleId: "3", deadline: "2026-12-02T12:00:00+03:00", status: "3" });
  await world.changed("task:9", task("updated"), { by: "4" });
  await world.settle();
  const told = await world.told();
  expect(told.map(({ to, text }) => [to, text])).toEqual([
    ["3", "The task “Fix the gate” is yours"],
    ["3", "The deadline of the task “Fix the gate” changed: 2 December at 12:00"],
    ["3", "Task “Fix the gate”: in progress"],
  ]);
  expect(told[0]?.rows).toMatchObject({ "Responsible before": "Anna Berg" });
  expect(told[1]?.rows).toMatchObject({ Before: "1 December at 19:00", "Changed by": "Clara Meier" });
});

test("of a task that was never seen its own history tells what it was before", async () => {
  world.tasks["9"] = { ...TASK, status: "5" };
  world.history.push({ createdDate: NOW(), field: "STATUS", value: { from: "3", to: "5" }, user: { id: 2 } });
  await world.changed("task:9", task("updated"), { by: "2" });
  await world.settle();
  expect((await world.told()).map(({ to, text }) => [to, text])).toEqual([["4", "Task “Fix the gate”: completed"]]);
});

test("a task that is overdue is told to whoever has to do it and whoever set it, with its deadline and the days", async () => {
  const days = 3 * 86_400_000 + 3_600_000;
  const deadlineAt = new Date(Date.now() - days).toISOString();
  const url = "https://portal.example/company/personal/user/2/tasks/task/view/9/";
  await world.found("task:9", "overdue", {
    id: "9",
    title: "Fix the gate",
    responsibleId: "2",
    creatorId: "4",
    deadlineAt,
    url,
  });
  await world.settle();
  const told = await world.told();
  expect(told.map(({ to, text }) => [to, text])).toEqual([
    ["2", "Task “Fix the gate” is overdue"],
    ["4", "Task “Fix the gate” is overdue"],
  ]);
  expect(told[0]?.rows).toMatchObject({ "Days late": "3", Responsible: "Anna Berg", "Set by": "Clara Meier" });
  const [card] = (await world.effects()).filter(({ kind }) => kind === "chat.send");
  const buttons = card?.body.kind === "chat.send" ? (card.body.buttons ?? []).flat() : [];
  expect(buttons).toMatchObject([{ command: "complete", params: "task:9" }, { url }, { command: "why" }]);

  await world.press("2", "complete", "task:9");
  await world.settle();
  const done = (await world.effects()).map(({ body }) => body);
  expect(done).toContainEqual({ kind: "task.change", taskId: "9", change: { kind: "complete" }, byId: "2" });
  const edits = done.flatMap((body) => (body.kind === "chat.edit" ? [[body.dialogId, body.text]] : []));
  const text = "Task “Fix the gate” is overdue\n\n✅ Completed by Anna Berg.";
  expect(edits).toEqual([
    ["2", text],
    ["4", text],
  ]);
});

test("a deal that stands still waits for the digest of its manager, in one line that opens it", async () => {
  const url = "https://portal.example/crm/deal/details/17/";
  const lastActivityAt = new Date(Date.now() - 8 * 86_400_000).toISOString();
  await world.found("deal:17", "stale", { id: "17", title: "Ten pumps", responsibleId: "2", lastActivityAt, url });
  await world.settle();
  expect(await world.told()).toEqual([]);
  expect(await world.notifications()).toMatchObject([
    {
      dialogId: "2",
      outcome: "held",
      line: `[url=${url}]Deal “Ten pumps” has stood still for 8 days[/url]`,
      dueAt: expect.any(Date),
    },
  ]);
});

test("a change that is told twice by the portal notifies once", async () => {
  await seenDeal();
  Object.assign(world.items["2:17"] ?? {}, { stageId: "PREPARATION" });
  await world.changed("deal:17", crm("deal", "updated"), { by: "3" });
  await world.changed("deal:17", crm("deal", "updated"), { by: "3" });
  await world.settle();
  await world.changed("deal:17", crm("deal", "updated"), { by: "3" });
  await world.settle();
  expect((await world.told()).map(({ to }) => to)).toEqual(["2", "4"]);

  // What a restored backup would leave behind.
  await world.db.update(inboxEvent).set({ status: "waiting" });
  await world.settle();
  expect((await world.told()).map(({ to }) => to)).toEqual(["2", "4"]);
});

test("changes that come while nothing can be read are read once, and what was added is still told", async () => {
  world.items["2:17"] = { ...DEAL };
  for (const change of ["added", "updated", "updated", "updated"]) {
    await world.changed("deal:17", crm("deal", change), { by: "3" });
  }
  // Another one whose readings are in the same lane.
  await world.changed("deal:21", crm("deal", "updated", "21"), { by: "3" });
  await world.runAll();
  const all = (await world.effects()).filter(({ kind }) => kind === "record.read");
  expect(all.at(-1)).toMatchObject({ status: "ready", lane: all[0]?.lane });
  const readings = all.slice(0, -1);
  expect(readings.map(({ status }) => status)).toEqual(["ready", "cancelled", "cancelled", "ready"]);
});

test("a record is read in one request, beside the words for its stages and the people", async () => {
  await seenDeal();
  world.requests.length = 0;
  await world.changed("deal:17", crm("deal", "updated"), { by: "3" });
  await world.settle();
  expect(world.requests.map(({ commands }) => commands.map((line) => line.split("?")[0]))).toEqual([["crm.item.get"]]);
});
