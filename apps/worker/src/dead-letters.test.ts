import { B24Error } from "@botdeck/b24-client";
import { storeBot } from "@botdeck/bots";
import { inboxEvent, listDeadLetters, replayDeadLetter } from "@botdeck/db";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { Carriers } from "./deliverer/carrier.ts";
import { deliverNext } from "./deliverer/deliver-next.ts";
import { createWorld, textsOf, type World } from "./testing/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld(storeBot);
});
afterEach(() => world.close());

const portalThat = (carry: () => Promise<string>): Carriers => ({
  "chat.send": { carry, look: async () => ({ kind: "absent" }) },
});
const deliver = async (carriers: Carriers) => {
  while (await deliverNext({ db: world.db, carriers, logger: world.logger }));
};

test("an effect that the portal refused is seen with its reason, and delivered once after a replay", async () => {
  await world.write("where is my order?");
  await world.runAll();
  const refused = new B24Error("rejected", "ACCESS_DENIED", { method: "m", outcome: "not_applied" });
  await deliver(portalThat(() => Promise.reject(refused)));
  const [letter] = await listDeadLetters(world.db);
  expect(letter).toMatchObject({ what: "effect", kind: "chat.send", attempts: 1, reason: "ACCESS_DENIED" });

  expect(await replayDeadLetter(world.db, letter?.id ?? "")).toBe("effect");
  expect(await replayDeadLetter(world.db, letter?.id ?? "")).toBeNull();
  await deliver(portalThat(() => Promise.resolve("9")));
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "9" }]);
  expect(await listDeadLetters(world.db)).toEqual([]);
});

test("an event that its bot failed on runs again, and adds nothing it had added before", async () => {
  await world.write("where is my order?");
  await world.runAll();
  await world.db.update(inboxEvent).set({ status: "dead", lastError: "broken", settledAt: new Date() });
  const [letter] = await listDeadLetters(world.db);
  expect(letter).toMatchObject({ what: "event", kind: "message.added", reason: "broken" });

  expect(await replayDeadLetter(world.db, letter?.id ?? "")).toBe("event");
  await world.runAll();
  expect(textsOf(await world.effects())).toHaveLength(1);
  expect(await listDeadLetters(world.db)).toEqual([]);
});
