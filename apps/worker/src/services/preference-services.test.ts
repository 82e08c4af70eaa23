import { notifyBot } from "@botdeck/bots";
import type { NotificationStep } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { notification, notificationRule, outboxEffect, putEffects } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { createPreferenceServices } from "./preference-services.ts";

let world: World;
beforeAll(async () => void (world = await createWorld(notifyBot)));
beforeEach(async () => void (await world.db.delete(notification)));
afterAll(() => world.close());

const names: Readonly<Record<string, string>> = { 7: "Anna Berg", 9: "Boris Klein" };
const directory = { person: async (id: string) => ({ id, name: names[id] ?? "?" }) };

function of(personId: string, groupId: string | null = null) {
  const person = { id: personId, name: "Somebody", kind: "employee" as const };
  const dialog = {
    id: groupId ?? personId,
    chatId: null,
    type: groupId === null ? "private" : "group",
    title: "",
    entityId: null,
  };
  // safe: nothing else of a directory is asked for
  const deps = { db: world.db, directoryOf: async () => directory } as unknown as Parameters<
    typeof createPreferenceServices
  >[0];
  const speaking = { portalId: world.portal.id, botId: world.bot.id, conversationId: newId(), dialog, person };
  return createPreferenceServices(deps).of(
    speaking as Parameters<ReturnType<typeof createPreferenceServices>["of"]>[0],
  );
}

async function told(dialogId: string, ruleCode: string, path: NotificationStep[] = []): Promise<string> {
  const id = newId();
  const ids = { id, portalId: world.portal.id, botId: world.bot.id, eventId: newId(), dialogId };
  await world.db
    .insert(notification)
    .values({ ...ids, ruleCode, subject: "task:1", outcome: "sent", path, line: "A line" });
  return id;
}

test("what a person changes is kept, also when they change two things at once", async () => {
  const changes = [
    of("7").change((before) => ({ ...before, isQuietOffWork: true })),
    of("7").change((before) => ({ ...before, digestAt: "18:00" })),
    of("7").change((before) => ({ ...before, timeZone: "Asia/Omsk" })),
  ];
  await Promise.all(changes);
  expect(await of("7").read()).toMatchObject({ isQuietOffWork: true, digestAt: "18:00", timeZone: "Asia/Omsk" });
  expect(await of("9").read()).toMatchObject({ isQuietOffWork: false, digestAt: "09:00", timeZone: null });
});

test("nobody is shown why somebody else was told, and a group what one of its members was told alone", async () => {
  const [mine, hers, ours] = [
    await told("7", "task.status"),
    await told("9", "task.status"),
    await told("chat5", "deal.won"),
  ];
  const seenBy = async (services: ReturnType<typeof of>) => {
    const found = await Promise.all([mine, hers, ours].map((id) => services.told(id)));
    return found.map((each) => each !== null);
  };
  expect(await seenBy(of("7"))).toEqual([true, false, false]);
  expect(await seenBy(of("9"))).toEqual([false, true, false]);
  expect(await seenBy(of("7", "chat5"))).toEqual([false, false, true]);
  expect(await of("7").told("no uuid")).toBeNull();
  expect((await of("7").latest(5)).map(({ id }) => id)).toEqual([mine]);
});

test("who was not told finds why as well, and what became of a message that was", async () => {
  const sent = await told("7", "deal.won");
  await world.db.update(notification).set({ effectKey: "its effect" }).where(eq(notification.id, sent));
  const effect = { kind: "chat.send" as const, dialogId: "7", text: "Won" };
  const { id: portalId } = world.portal;
  await putEffects(world.db, [
    { key: "its effect", portalId, botId: world.bot.id, conversationId: null, lane: "A", effect },
  ]);
  await world.db.update(outboxEffect).set({ status: "dead", lastError: "ACCESS_ERROR" });
  const muted = await told("7", "task.status");
  await world.db.update(notification).set({ outcome: "skipped", line: null }).where(eq(notification.id, muted));
  expect((await of("7").latest(5)).map(({ id, delivery }) => [id, delivery])).toEqual([
    [muted, null],
    [sent, { status: "dead", lastError: "ACCESS_ERROR" }],
  ]);
  // What was not told is nothing that they hear of.
  expect((await of("7").rules())[0]?.code).toBe("deal.won");
});

test("rules that a person hears of come first, and one that is switched off is not offered", async () => {
  await told("7", "task.comment");
  await told("7", "deal.won");
  const off = { portalId: world.portal.id, code: "task.comment", rule: {}, updatedBy: "console", isEnabled: false };
  await world.db.insert(notificationRule).values(off);
  const codes = (await of("7").rules()).map(({ code }) => code);
  expect(codes[0]).toBe("deal.won");
  expect(codes).not.toContain("task.comment");
  expect(codes).toContain("task.overdue");
});

test("people in the way of a notification are called by their names, and rules by their titles", async () => {
  const step: NotificationStep = {
    step: "event",
    passed: true,
    facts: { subject: "task:1", change: "updated", actorId: "9" },
  };
  const id = await told("7", "deal.won", [step]);
  const found = await of("7").told(id);
  if (found === null) throw new Error("not found");
  const called = await of("7").namesOf(found, "ru");
  expect([called.get("9"), called.get("deal.won")]).toEqual(["Boris Klein", "Сделка выиграна"]);
});
