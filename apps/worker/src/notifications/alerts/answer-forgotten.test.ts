import { addHook, alertEvent, alertGroup } from "@botdeck/db";
import { newId } from "@botdeck/core/ids";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createOnCall } from "../../services/on-call.ts";
import { createOnCallServices } from "../../services/on-call-services.ts";
import { createNotifyWorld, type NotifyWorld } from "../../testing/notify-world.ts";
import { createAlertVoice } from "../../workflows/escalation/alert-voice.ts";
import { createRecoveredActivities } from "../../workflows/escalation/recovered-activities.ts";

const BEGAN = new Date("2026-10-01T09:00:00Z");

let world: NotifyWorld;
let groupId: string;
beforeAll(async () => {
  world = await createNotifyWorld();
  const { db, deps } = world;
  const onCall = createOnCallServices({
    db,
    onCall: createOnCall({ db, timeZoneOf: async () => "Europe/Moscow" }),
    directoryOf: () => Promise.reject(new Error("nobody is asked")),
    portalById: async () => null,
    actAs: () => Promise.reject(new Error("nobody is asked")),
    now: () => new Date(),
  });
  deps.outside = {
    ...deps.outside,
    servicesFor: (_code, { portalId, botId, dialog, person }, conversationId) => ({
      onCall: onCall.of({ portalId, botId, conversationId, dialog, person }),
    }),
  };
});
beforeEach(async () => {
  const { db, bot, portal } = world;
  const { id: hookId } = await addHook(db, { botId: bot.id, name: "Monitoring", kind: "alertmanager" });
  groupId = newId();
  const facts = { key: groupId, title: "Disk full", severity: "critical", state: "firing", alerts: [] } as const;
  const counts = { firing: 1, total: 1, firstAt: BEGAN, lastAt: BEGAN };
  const workflowId = `escalation:${portal.id}:${groupId}:1`;
  const ids = { id: groupId, portalId: portal.id, botId: bot.id, hookId, workflowId };
  await db.insert(alertGroup).values({ ...ids, ...facts, ...counts });
  // As its workflow does before it ends; nobody was paged.
  const forgets = createRecoveredActivities({
    db,
    currentWorkflowId: () => workflowId,
    voice: createAlertVoice({ rules: world.deps.notifying.rules, now: () => new Date() }),
  });
  await forgets.tellForgotten({ portalId: portal.id, botId: bot.id, groupId, episode: 1 });
});
afterAll(() => world.close());

const rows = async () => [
  await world.db.select().from(alertGroup).orderBy(asc(alertGroup.id)),
  await world.db.select().from(alertEvent).orderBy(asc(alertEvent.id)),
];

test.each([
  ["ack", ""],
  ["escalate", ""],
  ["silence", " 4h"],
  ["silence", " recovery"],
])(
  "whoever presses /%s%s on an old card of what was given up hears so: nothing is written, and no workflow is told",
  async (command, more) => {
    const [before, effects] = [await rows(), (await world.effects()).length];
    await world.press("2", command, `${groupId}${more}`);
    await world.settle();
    expect(await rows()).toEqual(before);
    expect((await world.effects()).slice(effects)).toMatchObject([
      {
        kind: "chat.send",
        body: {
          dialogId: "2",
          text: "It has not recovered for 30 days, and I page nobody for it any more, so nothing was changed: Disk full. Once it has recovered and fires again, a new card comes.",
        },
      },
    ]);
  },
);

test("a task can still be made of it", async () => {
  await world.press("2", "ticket", groupId);
  await world.runAll();
  const made = (await world.effects()).filter(({ body }) => body.kind === "task.create");
  expect(made).toMatchObject([{ body: { originId: `alert:${groupId}:1`, title: "Alert: Disk full" } }]);
});
