import { B24Error } from "@botdeck/b24-client";
import { storeBot } from "@botdeck/bots";
import type { Effect, Owner } from "@botdeck/core";
import { conversation, deskHold, outboxEffect } from "@botdeck/db";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";

import { sitAtDesk } from "../testing/at-the-desk.ts";
import { createWorld, openLine, type World } from "../testing/world.ts";
import type { Carriers } from "./carrier.ts";
import { isOutdated } from "./desk-act.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld(storeBot);
});
afterEach(() => world.close());

const led = { owner: "operator:12", version: 3 } as const;
const say: Effect = { kind: "chat.say_as", dialogId: "chat1", chatId: "1", text: "Hi", takes: true, byId: "12", led };
const send: Effect = { kind: "chat.send", dialogId: "chat1", text: "Hi", byDesk: true, led };
const finish: Effect = { kind: "chat.finish", dialogId: "chat1", chatId: "1", byId: "12", led };

test.each<[string, Effect, Owner, number, boolean]>([
  ["words while nothing changed", say, "operator:12", 3, false],
  ["words of who has it again", say, "operator:12", 5, false],
  ["words of who answered and closed", say, "closed", 4, false],
  ["words of who answered and passed on", send, "queue:1", 4, false],
  ["words of who answered and gave back", send, "bot", 4, false],
  ["words once another operator leads", say, "operator:7", 4, true],
  ["words once another operator leads, by the bot", send, "operator:7", 4, true],
  ["words once others led and closed", say, "closed", 5, true],
  ["words once the bot leads again", say, "bot", 5, true],
  ["an end of the dialog as it was left", finish, "closed", 3, false],
  ["an end of the dialog that goes on", finish, "bot", 4, true],
  ["what an older release put", { ...finish, led: undefined }, "bot", 9, false],
])("%s", (_name, effect, owner, ownerVersion, isLate) => {
  expect(isOutdated(effect, { owner, ownerVersion })).toBe(isLate);
});

/** A client of an open line whom Olga has taken over and answered, with nothing of it delivered yet. */
async function answered() {
  await world.write("hello", { in: openLine("1") });
  await world.runAll();
  await world.db.delete(outboxEffect);
  const olga = await sitAtDesk(world);
  const [talk] = await world.db.select().from(conversation);
  const dialogId = talk?.dialogId ?? "";
  await olga.takeOver(dialogId);
  await olga.reply("One moment", dialogId);
  return { id: talk?.id ?? "" };
}

const carriers = (carry: () => Promise<string>): Carriers => ({
  "chat.send": { carry, look: async () => ({ kind: "absent" }) },
});

test("words that waited while people of the portal took the client are never said", async () => {
  const { id } = await answered();
  await world.db
    .update(conversation)
    .set({ owner: "operator:7", ownerVersion: sql`owner_version + 1` })
    .where(eq(conversation.id, id));
  let told = 0;
  await world.deliverAll(carriers(async () => String(++told)));
  expect(told).toBe(0);
  expect(await world.effects()).toMatchObject([{ status: "cancelled" }]);
});

test("when the portal refuses a person's words because the bot has left, it is known to have left", async () => {
  await answered();
  const gone = new B24Error("forbidden", "ACCESS_ERROR", { method: "m", outcome: "not_applied" });
  await world.deliverAll(carriers(() => Promise.reject(gone)));
  expect(await world.effects()).toMatchObject([{ status: "dead" }]);
  expect(await world.db.select().from(deskHold)).toMatchObject([{ isBotThere: false }]);
});
