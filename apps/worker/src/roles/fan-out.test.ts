import { createCallWayCache } from "@botdeck/crm";
import type { HttpAnswer, Transport } from "@botdeck/b24-client";
import { storeBot } from "@botdeck/bots";
import { laneOf, putEffects, wakeDeliverer } from "@botdeck/db";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { Deliverer } from "../deliverer/start-deliverer.ts";
import { createKnownRows } from "../known-rows.ts";
import { createNotices } from "../notices.ts";
import { createWorld, type World } from "../testing/world.ts";
import { startDelivererRole } from "./start-deliverer-role.ts";

const PEOPLE = 500;
const MOST_IN_BATCH = 50;

let world: World;
let deliverer: Deliverer | null = null;
beforeEach(async () => void (world = await createWorld(storeBot)));
afterEach(async () => {
  await deliverer?.stop();
  await world.close();
});

/** A portal that takes every message, and answers no batch before it may. */
function createPortal() {
  const requests: { messages: number }[] = [];
  const mayAnswer = Promise.withResolvers<void>();
  let count = 0;
  const message = () => ({ id: ++count, uuidMap: [] });
  const transport: Transport = {
    async send(url, body): Promise<HttpAnswer> {
      const { cmd } = JSON.parse(body ?? "{}") as { cmd?: Record<string, string> };
      if (!String(url).includes("/batch")) {
        requests.push({ messages: 1 });
        return { status: 200, body: JSON.stringify({ result: message() }) };
      }
      const keys = Object.keys(cmd ?? {});
      requests.push({ messages: keys.length });
      await mayAnswer.promise;
      const result = Object.fromEntries(keys.map((key) => [key, message()]));
      return { status: 200, body: JSON.stringify({ result: { result, result_error: [], result_time: {} } }) };
    },
  };
  return { requests, transport, mayAnswer };
}

const put = (kind: "chat.send" | "chat.notify", people: readonly string[]) => {
  const { portal, bot } = world;
  return putEffects(
    world.db,
    people.map((dialogId) => ({
      key: `${kind}:${dialogId}`,
      portalId: portal.id,
      botId: bot.id,
      conversationId: null,
      lane: laneOf({ botId: bot.id, dialog: { id: dialogId } }),
      effect: { kind, dialogId, text: "The office is closed on Friday" },
    })),
  );
};

async function start(transport: Transport): Promise<void> {
  const { handle, box, logger } = world;
  const common = { handle, quick: handle, box, logger, notices: createNotices(handle.db, logger) };
  deliverer = await startDelivererRole({
    ...common,
    known: createKnownRows(world.portals),
    transport,
    app: null,
    workflowCarriers: {},
    callWays: createCallWayCache(),
    rules: world.deps.notifying.rules,
    concurrency: 4,
  });
}

const unsent = async () => (await world.effects()).filter(({ status }) => status !== "sent").length;

test("news for 500 people leave in batches of 50, and a word to one of them overtakes them all", async () => {
  const people = Array.from({ length: PEOPLE }, (_, index) => String(index + 1));
  await put("chat.notify", people);
  const portal = createPortal();
  await start(portal.transport);
  await expect.poll(() => portal.requests.length).toBeGreaterThan(0);
  // Batches are under way and get no answer; who is in one of them, and who still waits, is answered all the same.
  await put("chat.send", people.slice(-8));
  await wakeDeliverer(world.db);
  await expect.poll(() => unsent()).toBe(PEOPLE);
  portal.mayAnswer.resolve();
  await expect.poll(() => unsent()).toBe(0);

  const batches = portal.requests.filter(({ messages }) => messages > 1);
  expect(Math.max(...batches.map(({ messages }) => messages))).toBe(MOST_IN_BATCH);
  expect(batches.length).toBeLessThanOrEqual(1.5 * (PEOPLE / MOST_IN_BATCH));
  expect(portal.requests).toHaveLength(batches.length + 8);
});
