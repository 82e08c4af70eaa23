import type { HookPost } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { addHook, keepEvents, notificationRule, ruleError } from "@botdeck/db";
import { BUILT_IN_RULES } from "@botdeck/notifications";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createNotifyWorld, type NotifyWorld } from "../testing/notify-world.ts";

let world: NotifyWorld;
beforeAll(async () => {
  world = await createNotifyWorld();
});
afterAll(() => world.close());

/** A notification as YooKassa posts it: of a refund, `object` is the refund. */
const notification = (event: string, status: string, id: string) => ({
  type: "notification",
  event,
  object: {
    id,
    status,
    amount: { value: "1200.50", currency: "RUB" },
    created_at: "2026-11-22T09:00:00.000Z",
    description: `Order ${id}`,
    ...(event.startsWith("refund") ? { payment_id: "2d1a" } : { paid: status === "succeeded", refundable: true }),
    metadata: {},
    test: false,
  },
});

test.each([
  ['record.status == "succeeded"', ["Order 1", "Order 4"]],
  ['record.status == "succeeded" && !record.fields.event.startsWith("refund.")', ["Order 1"]],
  ['record.status in ["pending", "canceled"]', ["Order 2", "Order 3"]],
  ['record.fields.event == "refund.succeeded"', ["Order 4"]],
])("payments are told by the status that their provider sends: %s", async (condition, orders) => {
  const { db, portal, bot } = world;
  const rule = { ...BUILT_IN_RULES.find(({ code }) => code === "payment.received"), condition };
  await db.delete(notificationRule);
  await db
    .insert(notificationRule)
    .values({ id: newId(), portalId: portal.id, code: "payment.received", rule, updatedBy: "a test" });
  world.forgetRules();
  const { id: hookId } = await addHook(db, { botId: bot.id, name: "YooKassa", kind: "payment" });
  const before = (await world.told()).length;

  const posts = [
    notification("payment.succeeded", "succeeded", "1"),
    notification("payment.canceled", "canceled", "2"),
    notification("payment.pending", "pending", "3"),
    notification("refund.succeeded", "succeeded", "4"),
  ];
  for (const payload of posts) {
    const ids = { portalId: portal.id, botId: bot.id, hookId };
    const event: HookPost = {
      kind: "hook.received",
      ...ids,
      subject: "posts",
      payload,
      occurredAt: new Date().toISOString(),
    };
    await keepEvents(db, [{ dedupeKey: newId(), event }], { source: "hook" });
    await world.settle();
  }

  const told = (await world.told()).slice(before).map(({ text }) => /Order \d/.exec(text)?.[0]);
  expect(told).toEqual(orders);
  expect(await db.$count(ruleError)).toBe(0);
});
