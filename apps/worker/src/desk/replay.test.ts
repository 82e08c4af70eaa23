import { B24Error } from "@botdeck/b24-client";
import { storeBot, type StoreServices } from "@botdeck/bots";
import { ALL_DEAD, inboxEvent, listDeadLetters } from "@botdeck/db";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { Carriers } from "../deliverer/carrier.ts";
import { DEMO_SHOP } from "../testing/demo-shop.ts";
import { createWorld, type World } from "../testing/world.ts";
import { replay } from "./replay.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld(storeBot);
});
afterEach(() => world.close());

const letters = async () =>
  (await listDeadLetters(world.db, ALL_DEAD, { order: "oldest", after: null, limit: 100 })).rows;

/** Lets everything that is dead run again, and keeps what was printed. */
async function replayAll() {
  const lines: string[] = [];
  const terminal = {
    print: (line: string) => void lines.push(line),
    confirm: () => Promise.resolve(true),
    pause: () => Promise.resolve(),
  };
  const ids = (await letters()).map(({ id }) => id);
  return { isWhole: await replay(world.db, { ids, acceptsTwice: false, isDryRun: false, terminal }), lines };
}

/** A portal that answers with these, one after another. */
function portalThat(...answers: (string | Error)[]) {
  const told: string[] = [];
  const carriers: Carriers = {
    "chat.send": {
      carry: async (effect) => {
        told.push(effect.text);
        const answer = answers.shift() ?? "9";
        if (answer instanceof Error) throw answer;
        return answer;
      },
      look: async () => ({ kind: "absent" }),
    },
  };
  return { told, carriers };
}

test("an effect that the portal refused is delivered once after a replay", async () => {
  await world.write("where is my order?");
  await world.runAll();
  const refused = new B24Error("rejected", "ACCESS_DENIED", { method: "m", outcome: "not_applied" });
  const portal = portalThat(refused, "9");
  await world.deliverAll(portal.carriers);
  expect(await letters()).toMatchObject([{ what: "effect", kind: "chat.send", attempts: 1, reason: "ACCESS_DENIED" }]);

  expect((await replayAll()).isWhole).toBe(true);
  await world.deliverAll(portal.carriers);
  await world.deliverAll(portal.carriers);

  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "9", attempt: 2 }]);
  expect([portal.told.length, await letters()]).toEqual([2, []]);
});

test("an event that its bot failed on is handled once after the cause is gone, and what came later had gone its way", async () => {
  const fails = () => Promise.reject(new Error("the orders are broken"));
  const serve = (shop: StoreServices) => void (world.deps.outside = { ...world.deps.outside, servicesFor: () => shop });
  await world.write("where is my order?");
  await world.runAll();
  serve({ ...DEMO_SHOP, orders: { byNumber: fails, byPhone: fails } });
  await world.write("A-1042");
  for (let run = 0; run < 5; run++) {
    await world.db.update(inboxEvent).set({ runAt: sql`now()` });
    await world.runAll();
  }
  await world.write("hello?");
  await world.db.update(inboxEvent).set({ runAt: sql`now()` });
  expect(await letters()).toMatchObject([{ what: "event", reason: "the orders are broken", attempts: 5 }]);
  serve(DEMO_SHOP);
  await world.runAll();

  const { lines } = await replayAll();
  expect(lines[0]).toMatch(/runs again; 1 × what came later in the dialog has gone its way/);
  await world.runAll();

  const said = (await world.messages()).map(({ author, text }) => `${author}: ${text}`);
  expect(said.filter((line) => line === "client: A-1042")).toHaveLength(1);
  expect(said.indexOf("client: A-1042")).toBeGreaterThan(said.indexOf("client: hello?"));
  const [, failed] = await world.events();
  expect(failed).toMatchObject({ status: "done", attempts: 6 });
  expect((await world.effects()).filter(({ key }) => key.startsWith(`event:${failed?.id}:`))).not.toEqual([]);
  expect(await letters()).toEqual([]);
});

test("a replay that fails is one run: it is a dead letter again at once, and holds nobody up", async () => {
  await world.write("where is my order?");
  await world.db.update(inboxEvent).set({ status: "dead", attempts: 5, lastError: "x", settledAt: sql`now()` });
  world.deps.bots = { ...world.deps.bots, find: () => Promise.reject(new Error("still broken")) };
  await replayAll();
  await world.runAll();
  expect(await letters()).toMatchObject([{ reason: "still broken", attempts: 6 }]);
});
