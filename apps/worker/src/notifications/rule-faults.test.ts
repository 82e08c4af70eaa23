import { newId } from "@botdeck/core/ids";
import {
  inboxEvent,
  notification,
  notificationRule,
  outboxEffect,
  portalRecord,
  putEffects,
  ruleError,
} from "@botdeck/db";
import { BUILT_IN_RULES } from "@botdeck/notifications";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createNotifyWorld, type NotifyWorld } from "../testing/notify-world.ts";

let world: NotifyWorld;
beforeAll(async () => void (world = await createNotifyWorld()));
beforeEach(async () => {
  for (const table of [notification, outboxEffect, inboxEvent, portalRecord, notificationRule, ruleError]) {
    await world.db.delete(table);
  }
  world.items["2:17"] = { id: 17, title: "Pumps", stageId: "NEW", assignedById: 2, createdBy: 3, opportunity: 5 };
});
afterAll(() => world.close());

const template = { title: "Own: {record.title}", rows: [] };
const OWN = {
  title: { en: "Own", ru: "Своё" },
  trigger: { kind: "record", record: "deal", changes: ["added"] },
  audience: [{ kind: "role", role: "responsible" }],
  template: { en: template, ru: template },
};

async function keep(code: string, rule: unknown, more: { isEnabled?: boolean; ownerId?: string } = {}): Promise<void> {
  const row = { id: newId(), portalId: world.portal.id, code, rule, updatedBy: "a test", ...more };
  await world.db.insert(notificationRule).values(row);
  world.forgetRules();
}

const errors = async () => (await world.db.select().from(ruleError)).map(({ code, problem }) => [code, problem]);

async function dealAdded(): Promise<void> {
  await world.changed("deal:17", { kind: "crm.changed", record: "deal", change: "added", id: "17" }, { by: "3" });
  await world.settle();
}

test("a rule that fails tells its owner once an hour, and keeps no other rule from telling", async () => {
  // It can be written, and fails with what this deal lacks.
  await keep("own:1", { ...OWN, condition: "record.closesOn.size() > 3" }, { ownerId: "5" });
  await keep("own:2", OWN);
  await dealAdded();
  await dealAdded();
  const told = await world.told();
  expect(told.filter(({ to }) => to === "2").map(({ text }) => text)).toEqual(["Own: Pumps", "Own: Pumps"]);
  expect(told.filter(({ to }) => to === "5")).toHaveLength(1);
  expect(told.find(({ to }) => to === "5")?.text).toMatch(
    /^⚠️ The notification rule “Own” could not be evaluated.*The condition is wrong at character 1/s,
  );
  const failed = (await world.notifications()).filter(({ ruleCode }) => ruleCode === "own:1");
  expect(failed.map(({ outcome, dialogId }) => [outcome, dialogId])).toEqual(Array(2).fill(["failed", null]));
  expect(await errors()).toEqual([["own:1", expect.stringContaining("size")]]);
});

test("a rule that fails now and then has no error in between, and its owner is told once an hour all the same", async () => {
  await keep("own:1", { ...OWN, condition: "record.closesOn.size() > 3" }, { ownerId: "5" });
  await dealAdded();
  world.forgetRules();
  world.items["2:17"] = { ...world.items["2:17"], closedate: "2026-12-01T00:00:00+03:00" };
  await dealAdded();
  expect(await errors()).toEqual([["own:1", null]]);
  world.forgetRules();
  world.items["2:17"] = { ...world.items["2:17"], closedate: null };
  await dealAdded();
  expect(await errors()).toEqual([["own:1", expect.stringContaining("condition_other")]]);
  expect((await world.told()).filter(({ to }) => to === "5")).toHaveLength(1);
});

test("a built-in rule that the portal has no row for tells of its fault as well", async () => {
  const facts = { amount: 5 };
  await world.db
    .insert(portalRecord)
    .values({ portalId: world.portal.id, subject: "deal:17", facts, seenAt: new Date() });
  await world.changed("deal:17", { kind: "crm.changed", record: "deal", change: "updated", id: "17" }, { by: "3" });
  await world.settle();
  expect((await errors()).map(([code]) => code)).toContain("deal.stage");
  const told = (await world.told()).filter(({ to }) => to === "5");
  expect(told.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/“A deal's stage changed” could not be evaluated.*stageId/s),
  );
});

test("a fault of a rule that nobody owns is told to whoever set the app up, and so are payments, where nobody else is named", async () => {
  await keep("own:1", { ...OWN, condition: "record.closesOn.size() > 3" });
  await dealAdded();
  expect((await world.told()).map(({ to }) => to)).toEqual(["5"]);
  await pay("a payment without a department");
  expect((await world.told()).at(-1)).toMatchObject({ to: "5", text: "Payment: Order 1042, €1,500.50" });
});

test("a reading carries only whom the rules about its change name", async () => {
  await keep("own:1", {
    ...OWN,
    trigger: { kind: "hook", source: "generic" },
    audience: [{ kind: "department", id: "7" }],
  });
  await keep("own:2", OWN);
  await dealAdded();
  const read = (await world.events()).flatMap(({ body }) => (body?.kind === "record.changed" ? [body] : []));
  expect(Object.keys(read[0]?.people ?? {}).toSorted()).toEqual(["2", "3", "4", "5"]);
});

test("a rule whose row cannot be read is told of, and stops nothing", async () => {
  await keep("own:1", { ...OWN, trigger: { kind: "moon" } }, { ownerId: "5" });
  await keep("own:2", OWN);
  await dealAdded();
  expect((await world.told()).map(({ to }) => to).toSorted()).toEqual(["2", "5"]);
});

test("a portal's row stands in for the built-in rule of its name, and may switch it off", async () => {
  const won = BUILT_IN_RULES.find(({ code }) => code === "deal.won");
  await keep("deal.won", won, { isEnabled: false });
  world.items["2:17"] = { ...world.items["2:17"], stageId: "WON" };
  await dealAdded();
  expect(await world.told()).toEqual([]);
});

test("nothing is read of a record whose change no enabled rule wants to know", async () => {
  world.requests.length = 0;
  await world.changed("contact:17", { kind: "crm.changed", record: "contact", change: "added", id: "17" });
  await world.changed("deal:17", { kind: "crm.changed", record: "deal", change: "deleted", id: "17" });
  await world.settle();
  expect(world.requests).toEqual([]);
  expect((await world.events()).map(({ status }) => status)).toEqual(["ignored", "ignored"]);
});

test("a payment that another system posted is told to the department for orders", async () => {
  await world.portals.changeBotSettings(world.bot.id, (settings) => ({ ...settings, orderDepartmentId: "7" }));
  world.forgetRules();
  await pay("a post");
  expect(await world.told()).toEqual([
    { to: "6", text: "Payment: Order 1042, €1,500.50", rows: { Amount: "€1,500.50", Number: "P-7" } },
  ]);
});

async function pay(key: string): Promise<void> {
  const { id: portalId } = world.portal;
  const posted = {
    source: "payment" as const,
    hookId: newId(),
    record: { id: "P-7", title: "Order [b]1042[/b]", amount: 1_500.5, currency: "EUR", url: "https://pay.example/7" },
  };
  const effect = {
    kind: "record.read" as const,
    subject: "payment:P-7",
    change: "added" as const,
    commentId: null,
    messageId: null,
    userId: null,
    posted,
    occurredAt: "2026-11-21T09:00:00Z",
  };
  await putEffects(world.db, [{ key, portalId, botId: world.bot.id, conversationId: null, lane: "A", effect }]);
  await world.settle();
}
