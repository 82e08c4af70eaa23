import { officeBot } from "@botdeck/bots";
import { newId } from "@botdeck/core/ids";
import {
  ensureConversation,
  noteWorkflow,
  outboxEffect,
  parkEvent,
  parkedWork,
  parkWorkflow,
  requestWorkflow,
} from "@botdeck/db";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createWorld, textsOf, type World } from "../testing/world.ts";
import { expireParkedWork } from "./expire-parked-work.ts";

let world: World;
beforeAll(async () => void (world = await createWorld(officeBot)));
beforeEach(async () => {
  await world.db.delete(parkedWork);
  await world.db.delete(outboxEffect);
});
afterAll(() => world.close());

const base = () => ({
  portalId: world.portal.id,
  botId: world.bot.id,
  dialog: { id: "chat5", chatId: "5", type: "group" as const, title: "", entityId: null },
  person: { id: "27", name: "Anna", kind: "employee" as const },
  occurredAt: "2026-11-21T09:00:00Z",
});
const report = (language: string) => ({
  ...base(),
  kind: "schedule.due" as const,
  language,
  scheduleId: newId(),
  name: "report",
  input: {},
  dueAt: "2026-11-21T09:00:00Z",
});
const command = (context: "textarea" | "keyboard", language: string, text: string) => ({
  ...base(),
  kind: "command.called" as const,
  language,
  message: { id: "1", text, files: [] },
  command: { id: "1", name: "deals", params: "", context },
});

test("who gave no permission within a day hears in private, once and in their language, what was not done", async () => {
  const asked = [
    command("textarea", "en", "/deals [b]mine[/b]"),
    command("keyboard", "ru", "Words of the bot"),
    command("textarea", "ru", "/отпуск 15.07–28.07"),
    report("en"),
    report("ru"),
  ];
  for (const body of asked) {
    await world.db.transaction((tx) => parkEvent(tx, { event: { id: newId(), body }, userId: "27" }));
  }
  await expireParkedWork(world.db, world.logger);
  expect(await world.effects()).toEqual([]);

  await world.db.update(parkedWork).set({ expiresAt: sql`now() - interval '1 second'` });
  await Promise.all([expireParkedWork(world.db, world.logger), expireParkedWork(world.db, world.logger)]);

  const effects = await world.effects();
  expect(effects.map(({ body }) => "dialogId" in body && body.dialogId)).toEqual(asked.map(() => "27"));
  const texts = textsOf(effects).toSorted((one, other) => one.localeCompare(other));
  expect(texts).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^I have not done this: “\/deals .*mine.*”\. You gave me no permission/),
      expect.stringMatching(/^Я не сделал того, что вы просили кнопкой\./),
      expect.stringMatching(/^I have not sent you the report that you get regularly\./),
      expect.stringMatching(/^Я не прислал отчёт, который вы получаете регулярно\./),
      expect.stringMatching(/^Я не сделал этого: «\/отпуск 15\.07–28\.07»\./),
    ]),
  );
  expect(texts.join("")).not.toContain("[b]mine[/b]");
  expect(await world.db.$count(parkedWork)).toBe(0);
});

test("who is asked by a workflow that still runs, and gave no permission as long as it is kept, hears of it once", async () => {
  const { portalId, botId, person } = base();
  const waits = (workflowId: string, key: string) =>
    world.db.transaction((tx) => parkWorkflow(tx, { portalId, botId, userId: "27", workflowId, key }));
  await world.db.transaction(async (tx) => {
    const dialog = { id: "27", chatId: null, type: "private" as const, title: "", entityId: null };
    const { id: conversationId } = await ensureConversation(tx, { portalId, botId, dialog, person, language: "ru" });
    for (const workflowId of ["runs", "ended", "asked again"]) {
      await requestWorkflow(tx, { workflowId, kind: "vacation", conversationId, portalId });
    }
    await noteWorkflow(tx, "ended", { outcome: "over" });
  });
  for (const key of ["runs:1", "runs:2", "ended:1", "asked again:1"]) await waits(key.split(":", 1).join(), key);
  await world.db.update(parkedWork).set({ expiresAt: sql`now() - interval '1 second'` });
  await waits("asked again", "asked again:2");
  await Promise.all([expireParkedWork(world.db, world.logger), expireParkedWork(world.db, world.logger)]);

  const effects = await world.effects();
  expect(effects.map(({ key, body }) => [key, "dialogId" in body && body.dialogId])).toEqual([
    ["permission expired:runs", "27"],
  ]);
  expect(textsOf(effects)).toEqual([expect.stringMatching(/^Я не смог закончить то, что должен был сделать/)]);
  expect(await world.db.$count(parkedWork)).toBe(1);
});
