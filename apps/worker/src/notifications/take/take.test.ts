import { claimEvents, inboxEvent, notification, notificationRule, outboxEffect, recordClaim } from "@botdeck/db";
import { BUILT_IN_RULES } from "@botdeck/notifications";
import { newId } from "@botdeck/core/ids";
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
  await world.db
    .insert(notificationRule)
    .values({ id: newId(), portalId, code: "lead.new", rule: wider, updatedBy: "a test" });
});
beforeEach(async () => {
  for (const table of [notification, outboxEffect, inboxEvent, recordClaim]) await world.db.delete(table);
  world.requests.length = 0;
  world.refusal.refusesAssigning = false;
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
