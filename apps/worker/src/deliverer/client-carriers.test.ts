import { createScriptedTransport, type Reply } from "@botdeck/b24-client/testing";
import { storeBot } from "@botdeck/bots";
import type { Effect } from "@botdeck/core";
import { outboxEffect, putEffects } from "@botdeck/db";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, onTestFinished, vi } from "vitest";

import { createWorld, type World } from "../testing/world.ts";
import { webhookCarriers } from "../testing/webhook-carriers.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld(storeBot);
});
afterEach(() => world.close());

const transfer = {
  kind: "chat.transfer",
  dialogId: "chat1",
  chatId: "1",
  to: { kind: "line", id: "15" },
} as const satisfies Effect;
const record = {
  kind: "crm.record",
  originId: "event:1:0",
  entityId: "livechat|1|67|101",
  title: "Web chat",
  name: null,
  phone: null,
  comment: "Needs a kettle",
  timeline: null,
} as const satisfies Effect;

/** Puts an effect and delivers it to a portal that answers by script; a doubt is settled as soon as it may be. */
async function deliver(effect: Effect, ...script: Reply[]) {
  const { db, portal, bot } = world;
  await putEffects(db, [
    { key: "effect", portalId: portal.id, botId: bot.id, conversationId: null, lane: "A", effect },
  ]);
  const { transport, calls } = createScriptedTransport(script);
  const carriers = webhookCarriers(world, transport);
  do await db.update(outboxEffect).set({ runAt: sql`now()` });
  while (await world.deliverOnce(carriers));
  return calls;
}

const refusal = (error: string): Reply => ({ status: 400, body: { error, error_description: "No" } });
const LOST: Reply = { status: 502, body: "<html>" };
const batch = (result: object): Reply => ({ body: { result: { result } } });

test("a dialog goes to the queue of another line, and the bot leaves it", async () => {
  expect(await deliver(transfer, { body: { result: true } })).toMatchObject([
    {
      method: "imopenlines.bot.session.transfer",
      params: { CHAT_ID: "1", QUEUE_ID: "15", LEAVE: "Y", CLIENT_ID: "token" },
    },
  ]);
  expect(await world.effects()).toMatchObject([{ status: "sent" }]);
});

test("a dialog goes to one person", async () => {
  const calls = await deliver({ ...transfer, to: { kind: "person", id: "5" } }, { body: { result: true } });
  expect(calls).toMatchObject([{ params: { USER_ID: "5" } }]);
});

test("a transfer whose answer was lost is made again: that the bot has left shows that it was done", async () => {
  expect(await deliver(transfer, LOST, refusal("BOT_ID_ERROR"))).toHaveLength(2);
  expect(await world.effects()).toMatchObject([{ status: "sent" }]);
});

test("a bot that was never in the dialog cannot transfer it, and somebody is told", async () => {
  await deliver(transfer, refusal("BOT_ID_ERROR"));
  expect(await world.effects()).toMatchObject([{ status: "dead", attempt: 1 }]);
});

const finish = { kind: "chat.finish", dialogId: "chat1", chatId: "1", byId: null } as const satisfies Effect;
const AGE_S = { before: 600, after: 0 };
/** What a portal whose clock is an hour off answers about a session that began before, or after, the end was decided. */
function session(began: keyof typeof AGE_S): Reply[] {
  const nowS = Math.floor(Date.now() / 1_000) - 3_600;
  const told = `N|NONE|0|N|N|343|${nowS - AGE_S[began]}|0|0|0`;
  return [{ body: { result: { entity_data_1: told } } }, { body: { result: new Date(nowS * 1_000).toISOString() } }];
}
const DONE: Reply = { body: { result: true } };
const ends = (calls: Awaited<ReturnType<typeof deliver>>) =>
  calls.filter(({ method }) => method === "imopenlines.bot.session.finish").length;

test("an end whose answer was lost is made again in the same session, and never in one that the client began since", async () => {
  expect(ends(await deliver(finish, LOST, ...session("before"), ...session("before"), DONE))).toBe(2);
  expect(await world.effects()).toMatchObject([{ status: "sent", attempt: 3 }]);

  await world.db.delete(outboxEffect);
  expect(ends(await deliver(finish, LOST, ...session("after")))).toBe(1);
  expect(await world.effects()).toMatchObject([{ status: "sent" }]);
});

test("an end that waited, and leaves when the client has begun another session, ends nothing", async () => {
  const { portal, bot, db } = world;
  const of = { key: "effect", portalId: portal.id, botId: bot.id, conversationId: null, lane: "A" };
  await putEffects(db, [{ ...of, effect: finish }]);
  await db.update(outboxEffect).set({ createdAt: sql`now() - interval '5 minutes'` });
  expect(ends(await deliver(finish, ...session("after")))).toBe(0);
  expect(await world.effects()).toMatchObject([{ status: "sent", attempt: 1 }]);
});

test("which session an end is of does not depend on the worker's clock", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  expect(ends(await deliver(finish, LOST, ...session("after")))).toBe(1);
  expect(await world.effects()).toMatchObject([{ status: "sent" }]);
});

test("when nobody can tell which session there is, a person decides about an end whose answer was lost", async () => {
  expect(ends(await deliver(finish, LOST, refusal("ACCESS_ERROR"), DONE))).toBe(1);
  expect(await world.effects()).toMatchObject([{ status: "dead" }]);
});

test("a record whose answer was lost is written again, into the lead that the lost one has made", async () => {
  const none = { mode: 1, sources: [], leads: [], ourLeads: [], linked: null, contacts: [], ourContacts: [] };
  const fm = [{ typeId: "IM", value: "imol|livechat|1|67|101" }];
  const lead = { id: 41, stageSemanticId: "P", comments: "Needs a kettle", fm };
  const calls = await deliver(record, batch(none), LOST, batch({ ...none, leads: { items: [lead] } }));
  expect(calls.map(({ method }) => method)).toEqual(["batch", "batch", "batch"]);
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "41" }]);
});
