import { claimEvents, inboxEvent, notification, notificationRule, outboxEffect, recordClaim } from "@botdeck/db";
import { BUILT_IN_RULES } from "@botdeck/notifications";
import { newId } from "@botdeck/core/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { runEvent } from "../../runtime/run-event.ts";
import { createNotifyWorld, type NotifyWorld } from "../../testing/notify-world.ts";

let world: NotifyWorld;
beforeAll(async () => {
  world = await createNotifyWorld();
  const rule = BUILT_IN_RULES.find(({ code }) => code === "lead.new");
  // The whole department is told of new leads.
  const wider = { ...rule, audience: [{ kind: "department", id: "3" }] };
  const { id: portalId } = world.portal;
  const task = BUILT_IN_RULES.find(({ code }) => code === "task.assigned");
  const both = { ...task, buttons: ["take", "complete", "open"], audience: wider.audience, exceptActor: false };
  await world.db.insert(notificationRule).values([
    { id: newId(), portalId, code: "lead.new", rule: wider, updatedBy: "a test" },
    { id: newId(), portalId, code: "task.assigned", rule: both, updatedBy: "a test" },
  ]);
});
beforeEach(async () => {
  for (const table of [notification, outboxEffect, inboxEvent, recordClaim]) await world.db.delete(table);
  world.requests.length = 0;
  Object.assign(world.refusal, { refusesAssigning: false, refusesCompleting: false, lacksPermission: false });
  world.items["1:17"] = { id: 17, title: "Call from the site", stageId: "NEW", assignedById: 1, createdBy: 1, fm: [] };
  await world.changed("lead:17", { kind: "crm.changed", record: "lead", change: "added", id: "17" });
  await world.settle();
});
afterAll(() => world.close());

/** All events that wait are handled side by side, as the runtime does. */
async function runTogether(): Promise<void> {
  const { events } = await claimEvents(world.db, { limit: 50 });
  await Promise.all(events.map((event) => runEvent({ event, claimedAt: performance.now() }, world.deps)));
}

const sentTo = async (dialogId: string) =>
  (await world.effects()).flatMap(({ body }) =>
    body.kind === "chat.send" && body.dialogId === dialogId ? [body.text] : [],
  );
const editsOf = async () => (await world.effects()).flatMap(({ body }) => (body.kind === "chat.edit" ? [body] : []));
const assigned = () => world.requests.filter(({ method }) => method === "crm.item.update").map(({ params }) => params);

test("of twenty people who press at once one has the lead: it is assigned once, every card says to whom, and the others hear who was first", async () => {
  const people = Array.from({ length: 20 }, (_, index) => String(index + 2));
  for (const id of people) await world.press(id, "take", "lead:17");
  await runTogether();
  await world.settle();

  const [claim] = await world.db.select().from(recordClaim);
  const winner = claim?.takenById ?? "";
  expect(assigned()).toMatchObject([{ entityTypeId: 1, id: "17", fields: { assignedById: winner } }]);
  const answers = await Promise.all(people.map(async (id) => (await sentTo(id)).at(-1)));
  const yours = people.filter((_, index) => answers[index] === "It is yours: I make you responsible.");
  expect(yours).toEqual([winner]);
  const name = claim?.takenByName ?? "";
  expect(new Set(answers.filter((_, index) => people[index] !== winner))).toEqual(
    new Set([`${name} was first and has it.`]),
  );

  const edits = await editsOf();
  expect(edits.map(({ dialogId }) => dialogId).toSorted()).toEqual(["2", "3", "4"]);
  for (const { text, buttons = [] } of edits) {
    expect(text).toBe(`New lead: Call from the site\n\n✅ Taken into work by ${name}.`);
    expect(buttons.flat().map(({ text: words }) => words)).toEqual(["Open", "Why me?"]);
  }
});

test("whoever presses again is told that they have it, and nothing happens twice", async () => {
  await world.press("2", "take", "lead:17");
  await world.press("2", "take", "lead:17");
  await world.settle();
  expect((await sentTo("2")).slice(1)).toEqual(["It is yours: I make you responsible.", "You have it already."]);
  expect(assigned()).toHaveLength(1);
  expect(await editsOf()).toHaveLength(3);
});

test("a portal that refuses gives the lead back: the cards are as they were, the person hears why, and another may take it", async () => {
  world.refusal.refusesAssigning = true;
  await world.press("2", "take", "lead:17");
  await world.settle();
  expect(await world.db.select().from(recordClaim)).toEqual([]);
  expect((await sentTo("2")).at(-1)).toMatch(/^I could not make you responsible\. The reason: .*Access denied/);
  const last = (await editsOf()).slice(-3);
  expect(last.map(({ text }) => text)).toEqual(Array(3).fill("New lead: Call from the site"));
  expect(last[0]?.buttons?.flat().map(({ text }) => text)).toContain("Take into work");

  world.refusal.refusesAssigning = false;
  await world.press("3", "take", "lead:17");
  await world.settle();
  expect(assigned().at(-1)).toMatchObject({ fields: { assignedById: "3" } });
});

test("what is no record cannot be taken", async () => {
  await world.press("2", "take", "lead:1;drop");
  await world.settle();
  expect(await world.db.select().from(recordClaim)).toEqual([]);
  expect((await sentTo("2")).at(-1)).toBe("I do not know that record. Press a button of a notification.");
});

test("whoever takes a lead and gives no permission for an hour has it no longer, and another may take it", async () => {
  world.refusal.lacksPermission = true;
  await world.press("2", "take", "lead:17");
  await world.settle();
  expect(await world.db.select().from(recordClaim)).toMatchObject([{ takenById: "2" }]);

  const old = { createdAt: new Date(Date.now() - 61 * 60_000), runAt: new Date() };
  await world.db.update(outboxEffect).set(old).where(eq(outboxEffect.kind, "record.assign"));
  await world.settle();
  expect(await world.db.select().from(recordClaim)).toEqual([]);
  expect((await sentTo("2")).at(-1)).toMatch(/no permission to do it within an hour/);
  expect(
    (await editsOf())
      .at(-1)
      ?.buttons?.flat()
      .map(({ text }) => text),
  ).toContain("Take into work");
  const [assign] = (await world.effects()).filter(({ kind }) => kind === "record.assign");
  expect(assign?.status).toBe("dead");
});

/** Everybody of the department is told of a task, which can be taken and completed. */
async function taskGiven(): Promise<void> {
  world.tasks["5"] = { id: "5", title: "Call back", status: "2", responsibleId: "2", createdBy: "4", createdDate: AT };
  await world.changed("task:5", { kind: "task.changed", change: "added", id: "5" }, { by: "4" });
  await world.settle();
}
const AT = "2026-11-20T10:00:00+03:00";
const buttonsOf = (edit: Awaited<ReturnType<typeof editsOf>>[number] | undefined) =>
  edit?.buttons?.flat().map(({ text }) => text) ?? [];

test("the cards say who completed a task once the portal has agreed, and not before", async () => {
  await taskGiven();
  world.refusal.refusesCompleting = true;
  await world.press("3", "complete", "task:5");
  await world.settle();
  expect(await editsOf()).toEqual([]);
  expect((await sentTo("3")).at(-1)).toMatch(/^I could not complete the task/);

  world.refusal.refusesCompleting = false;
  await world.press("3", "complete", "task:5");
  await world.settle();
  const edits = await editsOf();
  expect(edits.map(({ dialogId }) => dialogId).toSorted()).toEqual(["2", "3", "4"]);
  for (const { text } of edits) expect(text).toMatch(/\n\n✅ Completed by Boris Klein\.$/);
});

test.each([
  ["take", "complete"],
  ["complete", "take"],
])("a card on which somebody pressed %s and then %s tells both, and offers neither again", async (first, second) => {
  await taskGiven();
  for (const deed of [first, second]) {
    await world.press("2", deed, "task:5");
    await world.settle();
  }
  const last = (await editsOf()).at(-1);
  expect(last?.text).toMatch(/\n\n✅ Taken into work by Anna Berg\.\n✅ Completed by Anna Berg\.$/);
  expect(buttonsOf(last)).toEqual(["Open"]);
});
