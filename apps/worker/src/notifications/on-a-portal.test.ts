import { createUndiciTransport, type B24Client } from "@botdeck/b24-client";
import { notifyBot } from "@botdeck/bots";
import { createOAuthTokens, keepEvents, rateBudget, recordPoll } from "@botdeck/db";
import { createPortalClients } from "@botdeck/portal-clients";
import { afterAll, beforeAll, expect, test } from "vitest";

import { unhurried } from "../recovery/place.ts";
import { createRecordPoller } from "../recovery/poll-records.ts";
import { registerBots } from "../portals/register-bots.ts";
import { startEmulator } from "../testing/start-emulator.ts";
import { webhookCarriers } from "../testing/webhook-carriers.ts";
import { createWorld, type World } from "../testing/world.ts";

const transport = createUndiciTransport();
let emulator: Awaited<ReturnType<typeof startEmulator>>;
let world: World;
let portalId: string;
let client: B24Client;
let poll: () => Promise<void>;
beforeAll(async () => {
  [emulator, world] = await Promise.all([startEmulator(), createWorld(notifyBot)]);
  const { db, box, portals, logger } = world;
  const scopes = [...(notifyBot.scopes ?? []), "im", "imbot"];
  const { url } = await emulator.control<{ url: string }>("/webhooks", { userId: "1", scopes });
  const portal = await portals.keepWebhook({ domain: new URL(url).host, url });
  portalId = portal.id;
  const clients = createPortalClients({ db, portals, tokens: createOAuthTokens(db, box), transport, app: null });
  client = clients.for(portal);
  await registerBots(portal, client, { portals, definitions: [notifyBot], eventsUrl: "https://bots.example/events" });
  await portals.setState(portal.id, "active");
  const calls = unhurried(new AbortController().signal);
  const records = ["lead", "deal", "task"] as const;
  const deps = { db, portals, clients, lineBots: new Set<string>(), records, answerWithinMs: 0, calls, logger };
  poll = createRecordPoller(deps);
  await poll();
});
afterAll(async () => {
  await world.close();
  await emulator.stop();
  await transport.close();
});

/** A minute later the portal is looked through again, and what is found goes its way. */
async function aMinuteLater(): Promise<void> {
  await world.db.update(recordPoll).set({ lookedUntil: new Date(Date.now() - 61_000) });
  await poll();
  await settle();
}

async function settle(): Promise<void> {
  const carriers = webhookCarriers(world, transport);
  do {
    await world.runAll();
    // None of this is about the portal's limits, and what the emulator was seeded with a moment ago is news as well.
    await world.db.update(rateBudget).set({ arrivalAt: new Date() });
  } while (await world.deliverOnce(carriers));
}

/** What a person reads of something in their dialog with the bot. */
async function readBy(personId: string, about: RegExp): Promise<string[]> {
  const dialogs = await emulator.control<{ id: string; title: string }[]>(`/dialogs?as=${personId}`);
  const own = dialogs.find(({ title }) => title === notifyBot.name.en);
  if (own === undefined) return [];
  const shown = await emulator.control<{ text: string }[]>(`/dialogs/${own.id}/messages?as=${personId}`);
  return shown.map(({ text }) => text).filter((text) => about.test(text));
}

test("on a portal that only has a webhook, changes are found, and told to whom they concern", async () => {
  const fields = {
    title: "Call me",
    name: "Ivan",
    assignedById: 2,
    fm: [{ typeId: "PHONE", valueType: "WORK", value: "+4915112345678" }],
  };
  await client.call("crm.item.add", { entityTypeId: 1, fields });
  const { task } = await client.call("tasks.task.add", {
    fields: { TITLE: "Fix the gate", RESPONSIBLE_ID: 4, CREATED_BY: 1 },
  });
  await aMinuteLater();
  expect(await readBy("2", /Call me/)).toEqual([expect.stringMatching(/^New lead: Call me/)]);
  expect(await readBy("4", /Fix the gate/)).toEqual([expect.stringMatching(/^The task “Fix the gate” is yours/)]);

  await client.call("tasks.task.update", { taskId: task?.id ?? "", fields: { DEADLINE: "2026-12-02T10:00:00+03:00" } });
  await aMinuteLater();
  await aMinuteLater();
  expect((await readBy("4", /Fix the gate/)).slice(1)).toEqual([
    expect.stringMatching(/^The deadline of the task “Fix the gate” changed/),
  ]);
});

test("a message in a task's chat is told with its words to everybody in the task but its author", async () => {
  const fields = { TITLE: "Paint it", RESPONSIBLE_ID: 4, CREATED_BY: 1, AUDITORS: [3] };
  const { task } = await client.call("tasks.task.add", { fields });
  const taskId = task?.id ?? "";
  const { chatId } = (await client.call("tasks.task.get", { taskId, select: ["ID", "CHAT_ID"] })).task ?? {};
  const messageId = String(
    await client.call("im.message.add", { DIALOG_ID: `chat${chatId}`, MESSAGE: "Blue or [b]green[/b]?" }),
  );
  const change = { kind: "task.commented", taskId, commentId: null, messageId };
  const about = { portalId, botId: null, subject: `task:${taskId}`, userId: "1", occurredAt: new Date().toISOString() };
  await keepEvents(world.db, [{ dedupeKey: "said", event: { kind: "portal.changed", change, ...about } }], {
    source: "webhook",
  });
  await settle();
  const told = (await world.effects()).flatMap(({ body }) => (body.kind === "chat.send" ? [body] : []));
  const comments = told.filter(({ text }) => text.includes("Paint it") && text.includes("comment"));
  expect(comments.map(({ dialogId }) => dialogId).toSorted()).toEqual(["3", "4"]);
  expect(comments[0]?.card?.blocks).toEqual([{ kind: "rows", rows: [{ name: "Comment", value: "Blue or green ?" }] }]);
});
