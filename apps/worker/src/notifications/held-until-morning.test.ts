import { notifyBot } from "@botdeck/bots";
import type { RecordChange } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { changePreference, keepEvents, notification } from "@botdeck/db";
import { Preference } from "@botdeck/notifications";
import { asc } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createKnownRows } from "../known-rows.ts";
import { createPreferenceServices } from "../services/preference-services.ts";
import { createWorld, textsOf, type World } from "../testing/world.ts";
import { tellDue } from "../upkeep/due-notifications.ts";

const [ANNA, BORIS] = ["7", "9"];
/** Eleven in the evening in Moscow. */
const NIGHT = new Date("2026-11-19T20:00:00Z");
const MORNING = new Date("2026-11-20T05:00:00Z");

let world: World;
beforeEach(async () => {
  world = await createWorld(notifyBot);
  world.deps.notifying.now = () => NIGHT;
});
afterEach(() => world.close());

/** A task that Anna does and Boris has set is late, or somebody has commented on it. */
async function isLate(taskId: string, change: "overdue" | "commented" = "overdue"): Promise<void> {
  const person = (name: string) => ({ name, headIds: [], departmentIds: [] });
  const event: RecordChange = {
    kind: "record.changed",
    portalId: world.portal.id,
    botId: world.bot.id,
    subject: `task:${taskId}`,
    change,
    record: {
      id: taskId,
      title: `Task ${taskId}`,
      responsibleId: ANNA,
      creatorId: BORIS,
      deadlineAt: NIGHT.toISOString(),
      comment: "Is it done?",
      url: `https://portal.example/tasks/${taskId}/`,
    },
    history: null,
    people: { [ANNA]: person("Anna"), [BORIS]: person("Boris") },
    userId: null,
    occurredAt: NIGHT.toISOString(),
  };
  await keepEvents(world.db, [{ dedupeKey: newId(), event }], { source: "fetch" });
}

const deps = () => ({
  db: world.db,
  known: createKnownRows(world.portals),
  rules: world.deps.notifying.rules,
  logger: world.logger,
});

test("who wants quiet at night hears of it in the morning, together; who wants none at once, one by one; both can ask why", async () => {
  const quiet = Preference.parse({ quietHours: { from: "22:00", until: "08:00" } });
  await changePreference(world.db, { portalId: world.portal.id, userId: ANNA }, () => quiet);
  await isLate("1");
  await isLate("2");
  await world.runAll();

  const effects = await world.effects();
  expect(effects.map(({ kind, body }) => [kind, "dialogId" in body && body.dialogId])).toEqual([
    ["chat.send", BORIS],
    ["chat.send", BORIS],
  ]);
  const rows = await world.db.select().from(notification).orderBy(asc(notification.dialogId), asc(notification.id));
  expect(rows.map(({ dialogId, outcome, dueAt }) => [dialogId, outcome, dueAt])).toEqual([
    [ANNA, "held", MORNING],
    [ANNA, "held", MORNING],
    [BORIS, "sent", null],
    [BORIS, "sent", null],
  ]);

  expect(await tellDue(deps(), new Date(MORNING.getTime() - 1))).toBe(0);
  expect(await tellDue(deps(), MORNING)).toBe(2);
  const [digest] = (await world.effects()).slice(2);
  expect(digest?.body).toMatchObject({ kind: "chat.notify", dialogId: ANNA });
  const [text = ""] = textsOf(digest === undefined ? [] : [digest]);
  expect(text).toMatch(
    /^Notifications: 2\n\n\[b\]A task is overdue\[\/b\] \(2\)\n• \[url=.*\/1\/\].*Task 1.*\n• .*Task 2/,
  );

  const person = { id: ANNA, name: "Anna", kind: "employee" as const };
  const dialog = { id: ANNA, chatId: null, type: "private" as const, title: "", entityId: null };
  const speaking = { portalId: world.portal.id, botId: world.bot.id, conversationId: newId(), dialog, person };
  const services = createPreferenceServices({
    db: world.db,
    directoryOf: () => Promise.reject(new Error("not asked")),
  });
  const [latest] = await services.of(speaking).latest(1);
  expect(latest?.outcome).toBe("digested");
  expect(latest?.path.at(-1)).toMatchObject({ step: "quiet_hours", passed: false, facts: { reason: "quiet_hours" } });
});

test("who prefers the bell has there what needs no answer, in one line with a link; what does stays in the chat", async () => {
  const wishes = Preference.parse({ channel: "bell" });
  await changePreference(world.db, { portalId: world.portal.id, userId: ANNA }, () => wishes);
  await isLate("1", "commented");
  await isLate("2");
  await world.runAll();
  const toAnna = (await world.effects()).flatMap(({ body }) =>
    "dialogId" in body && body.dialogId === ANNA ? [body] : [],
  );
  expect(toAnna).toEqual([
    { kind: "chat.notify", dialogId: ANNA, inBell: true, text: expect.stringMatching(/^\[url=https.*Task 1/) },
    expect.objectContaining({ kind: "chat.send", text: expect.stringMatching(/Task 2/) }),
  ]);
});
