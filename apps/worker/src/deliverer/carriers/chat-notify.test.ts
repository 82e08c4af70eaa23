import type { Transport } from "@botdeck/b24-client";
import { notifyBot } from "@botdeck/bots";
import { laneOf, outboxEffect, putEffects } from "@botdeck/db";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";

import { webhookCarriers } from "../../testing/webhook-carriers.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeEach(async () => void (world = await createWorld(notifyBot)));
afterEach(() => world.close());

/** A portal that remembers what it was asked, and breaks off the first answer when it is told to. */
function createPortal({ isCutFirst = false } = {}) {
  const calls: { method: string; params: Record<string, unknown> }[] = [];
  const transport: Transport = {
    async send(url, body) {
      const line = Object.values(JSON.parse(body ?? "{}").cmd ?? {})[0];
      const [method = "", query = ""] =
        typeof line === "string" ? line.split("?", 2) : [new URL(url).pathname.split("/").at(-1) ?? "", ""];
      const params =
        typeof line === "string" ? Object.fromEntries(new URLSearchParams(query)) : JSON.parse(body ?? "{}");
      calls.push({ method: method.replace(/\.json$/, ""), params });
      if (isCutFirst && calls.length === 1) return { status: 502, body: "<html>" };
      return { status: 200, body: JSON.stringify({ result: 12_345 }) };
    },
  };
  return { calls, transport };
}

async function ring(): Promise<void> {
  const { portal, bot } = world;
  const lane = laneOf({ botId: bot.id, dialog: { id: "7" } });
  const effect = { kind: "chat.notify" as const, dialogId: "7", text: "News", inBell: true };
  const ids = { portalId: portal.id, botId: bot.id, conversationId: null };
  await putEffects(world.db, [{ key: "news", ...ids, lane, effect }]);
}

test("the bell rings once, under a tag of the effect's own, however often the portal breaks off", async () => {
  const portal = createPortal({ isCutFirst: true });
  await ring();
  for (let attempt = 0; attempt < 4; attempt++) {
    await world.deliverAll(webhookCarriers(world, portal.transport));
    await world.db.update(outboxEffect).set({ runAt: sql`now()` });
  }
  const [effect] = await world.effects();
  expect(effect).toMatchObject({ status: "sent", externalId: null });
  const rung = portal.calls.filter(({ method }) => method === "im.notify.system.add");
  expect(rung.length).toBe(2);
  // A repeated one takes the place of the one before.
  expect(rung.map(({ params }) => params["TAG"])).toEqual([`botdeck:${effect?.id}`, `botdeck:${effect?.id}`]);
  expect(rung[1]?.params).toMatchObject({ USER_ID: "7", MESSAGE: "News" });
});
