import { randomBytes } from "node:crypto";

import type { HttpAnswer, Transport } from "@botdeck/b24-client";
import { storeBot } from "@botdeck/bots";
import { deliveryAttempt, createSecretBox, inboxEvent } from "@botdeck/db";
import { createDemoOrders } from "@botdeck/bots";
import { defineBot } from "@botdeck/dialog";
import { asc } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { Deliverer } from "../deliverer/start-deliverer.ts";
import { createNotices } from "../notices.ts";
import { createWorld, openLine, type World } from "../testing/world.ts";
import type { Role } from "./role.ts";
import { startDelivererRole } from "./start-deliverer-role.ts";
import { startRuntime } from "./start-runtime.ts";

const echo = defineBot({
  code: "store",
  kind: "client",
  name: { en: "Echo", ru: "Echo" },
  texts: { en: {}, ru: {} },
  welcome: () => [],
  fallback: (ctx) => [ctx.say(ctx.text), ctx.say(`${ctx.text}!`)],
});

let world: World;
const open: (() => Promise<void>)[] = [];
beforeEach(async () => void (world = await createWorld(storeBot)));
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
  await world.close();
});

/** A portal that takes every message, and remembers the texts of each dialog. */
function createPortal() {
  const told: { dialogId: string; text: string }[] = [];
  const transport: Transport = {
    async send(_url, body): Promise<HttpAnswer> {
      const { dialogId, fields } = JSON.parse(body ?? "{}");
      told.push({ dialogId, text: fields.message });
      return { status: 200, body: JSON.stringify({ result: { id: 5_000 + told.length, uuidMap: [] } }) };
    },
  };
  return { told, transport };
}

/** What one worker process plays. */
async function startWorker(transport: Transport, plays = { runtime: true, deliverer: true }) {
  const { handle, box, logger } = world;
  const notices = createNotices(handle.db, logger);
  const common = { handle, quick: handle, box, notices, logger };
  const deliverer: Deliverer | null = plays.deliverer
    ? await startDelivererRole({ ...common, transport, app: null, workflowCarriers: {}, concurrency: 4 })
    : null;
  const services = { orders: createDemoOrders(() => new Date("2026-11-21T09:00:00Z")) };
  const runtime: Role | null = plays.runtime
    ? await startRuntime({ ...common, definitions: [echo], services, concurrency: 4, deliverer })
    : null;
  open.push(async () => {
    await runtime?.stop();
    await deliverer?.stop();
    await notices.flushed();
  });
}

const isQuiet = async () => {
  const [events, effects] = [await world.events(), await world.effects()];
  return events.every(({ status }) => status === "done") && effects.every(({ status }) => status === "sent");
};

test("a reply leaves with its event's commit, and the words behind it follow in order", async () => {
  const portal = createPortal();
  await startWorker(portal.transport);
  await world.write("hello");
  await vi.waitUntil(async () => portal.told.length === 2 && (await isQuiet()));
  expect(portal.told.map(({ text }) => text)).toEqual(["hello", "hello!"]);
  const effects = await world.effects();
  // The first one was born leaving, in its event's transaction.
  expect(effects[0]?.startedAt).toEqual(effects[0]?.createdAt);
  expect(effects.map(({ attempt }) => attempt)).toEqual([1, 1]);
});
