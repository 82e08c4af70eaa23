import { createFakePortal } from "@botdeck/b24-client/testing";
import { notifyBot } from "@botdeck/bots";
import { laneOf, outboxEffect, putEffects } from "@botdeck/db";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";

import { webhookCarriers } from "../../testing/webhook-carriers.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeEach(async () => void (world = await createWorld(notifyBot)));
afterEach(() => world.close());

test("a notification in doubt is not taken for an earlier one with the same words", async () => {
  const said: { id: string; text: string }[] = [];
  let isLost = false;
  const { transport } = createFakePortal({
    "imbot.v2.Chat.Message.send": ({ fields }) => {
      const id = String(500 + said.length);
      said.push({ id, text: String((fields as { message: string }).message) });
      return { id: Number(id), uuidMap: {} };
    },
    "im.dialog.messages.get": () => ({
      chat_id: 9,
      users: [],
      files: [],
      messages: said.map((each) => ({ ...each, chat_id: 9, author_id: 7001, date: new Date().toISOString() })),
    }),
  });
  const lost = { ...transport, send: cutWhen(() => isLost, transport.send.bind(transport)) };
  const { portal, bot } = world;
  const tell = async (key: string) => {
    const lane = laneOf({ botId: bot.id, dialog: { id: "chat9" } });
    const effect = { kind: "chat.send" as const, dialogId: "chat9", text: "A deal was won" };
    await putEffects(world.db, [{ key, portalId: portal.id, botId: bot.id, conversationId: null, lane, effect }]);
    await world.deliverAll(webhookCarriers(world, lost));
  };
  await tell("first");
  isLost = true;
  await tell("second");
  isLost = false;
  for (let look = 0; look < 5; look++) {
    await world.db.update(outboxEffect).set({ runAt: sql`now()` });
    await world.deliverAll(webhookCarriers(world, lost));
  }
  const effects = await world.effects();
  expect(effects.map(({ status, externalId }) => [status, externalId])).toEqual([
    ["sent", "500"],
    ["sent", "501"],
  ]);
});

type Send = ReturnType<typeof createFakePortal>["transport"]["send"];

/** Nothing of a message comes back, or was done. */
const cutWhen =
  (isCut: () => boolean, send: Send): Send =>
  async (url, ...more) =>
    isCut() && !url.includes("messages.get") ? { status: 502, body: "<html>" } : await send(url, ...more);
