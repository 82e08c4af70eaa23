import { storeBot } from "@botdeck/bots";
import { B24Error } from "@botdeck/b24-client";
import { BOT_OFF, deliveryAttempt, markAbandoned, outboxEffect, setBotOn } from "@botdeck/db";
import { asc, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createWorld, openLine, OPERATOR, type World } from "../testing/world.ts";
import type { Carriers, Look } from "./carrier.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld(storeBot);
});
afterEach(() => world.close());

/** A portal that answers by script, and remembers what it was told. */
function scriptedPortal(script: (text: string, attempt: number) => string | Error, look: Look = { kind: "absent" }) {
  const told: string[] = [];
  const looks: string[] = [];
  const carriers: Carriers = {
    "chat.send": {
      carry: async (effect) => {
        told.push(effect.text);
        const answer = script(effect.text, told.filter((each) => each === effect.text).length);
        if (answer instanceof Error) throw answer;
        return answer;
      },
      look: async (effect) => {
        looks.push(effect.text);
        return look;
      },
    },
  };
  return { told, looks, carriers };
}

const deliverAll = (carriers: Carriers) => world.deliverAll(carriers);
const makeDue = () => world.db.update(outboxEffect).set({ runAt: sql`now()` });
const unknown = () => new B24Error("unreachable", "reset", { method: "m", outcome: "unknown" });
const refused = () => new B24Error("rejected", "EMPTY_MESSAGE", { method: "m", outcome: "not_applied" });

/** Only the first answer of a visit tells of all orders. */
const FIRST = /A-1042.*A-1043/s;

async function ask(question = "where is my order?", chat = "1"): Promise<void> {
  await world.write(question, { in: openLine(chat) });
  await world.runAll();
}

test("a delivered reply is marked in the transcript with the portal's id", async () => {
  await ask();
  const portal = scriptedPortal(() => "5001");
  await deliverAll(portal.carriers);
  expect(portal.told).toHaveLength(1);
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "5001" }]);
  expect((await world.messages()).at(-1)).toMatchObject({ author: "bot", portalMessageId: "5001" });
});

test("replies of one dialog leave in order, and a failing one holds the next, but no other dialog", async () => {
  await ask("where is my order?");
  await ask("A-1042");
  await ask("hello", "2");
  const portal = scriptedPortal((text) =>
    FIRST.test(text) ? new B24Error("unreachable", "refused", { method: "m", outcome: "not_applied" }) : "1",
  );
  await deliverAll(portal.carriers);
  expect((await world.effects()).map(({ status }) => status)).toEqual(["ready", "ready", "sent"]);
  expect(portal.told).toEqual([expect.stringMatching(FIRST), expect.stringMatching(/^Hello/)]);
});

test("what the portal refuses for good is a dead letter, and the dialog goes on", async () => {
  await ask("where is my order?");
  await ask("A-1042");
  await deliverAll(scriptedPortal((text) => (FIRST.test(text) ? refused() : "2")).carriers);
  expect(await world.effects()).toMatchObject([{ status: "dead", lastError: "EMPTY_MESSAGE" }, { status: "sent" }]);
});

test("a word that failed while an operator took over is not tried again over their head", async () => {
  await ask();
  const carriers: Carriers = {
    "chat.send": {
      carry: async () => {
        await world.write("I am here", { by: OPERATOR });
        await world.runAll();
        throw new B24Error("unreachable", "refused", { method: "m", outcome: "not_applied" });
      },
      look: async () => ({ kind: "absent" }),
    },
  };
  await deliverAll(carriers);
  await makeDue();
  const portal = scriptedPortal(() => "1");
  await deliverAll(portal.carriers);
  expect(portal.told).toEqual([]);
  expect(await world.effects()).toMatchObject([{ status: "cancelled" }]);
});

describe("a word that failed before its bot was switched off", () => {
  async function saidLater(): Promise<number> {
    const failing = scriptedPortal(
      () => new B24Error("unreachable", "refused", { method: "m", outcome: "not_applied" }),
    );
    await deliverAll(failing.carriers);
    await setBotOn(world.db, world.bot.id, false);
    await makeDue();
    const portal = scriptedPortal(() => "1");
    await deliverAll(portal.carriers);
    return portal.told.length;
  }

  test("is not said to a client later, who goes to people", async () => {
    await ask();
    expect(await saidLater()).toBe(0);
    expect(await world.effects()).toMatchObject([
      { kind: "chat.send", status: "cancelled", lastError: BOT_OFF },
      { kind: "chat.hand_over", status: "ready" },
    ]);
    expect((await world.conversation()).owner).toBe("queue:1");
  });

  test("is said to an employee who asked it before, and so is what somebody at the console said through it", async () => {
    await world.write("hello", { by: OPERATOR, in: { ...openLine("8"), id: "8", type: "private" } });
    await world.runAll();
    await ask();
    const byDesk = sql`body || '{"byDesk":true}'::jsonb`;
    await world.db
      .update(outboxEffect)
      .set({ body: byDesk })
      .where(sql`body->>'dialogId' = 'chat1'`);
    expect(await saidLater()).toBe(2);
  });
});

test("effects that nothing can carry wait without a try", async () => {
  await ask("I want to return this");
  await deliverAll(scriptedPortal(() => "1").carriers);
  expect(await world.effects()).toMatchObject([{ kind: "workflow.start", status: "ready", attempt: 0 }]);
});

describe("a send that ended in doubt", () => {
  test("is looked for, and not sent again when it is there", async () => {
    await ask();
    const portal = scriptedPortal(unknown, { kind: "found", externalId: "77" });
    await deliverAll(portal.carriers);
    await makeDue();
    await deliverAll(portal.carriers);
    expect(portal.told).toHaveLength(1);
    expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "77" }]);
    const attempts = await world.db.select().from(deliveryAttempt).orderBy(asc(deliveryAttempt.id));
    expect(attempts.map(({ outcome }) => outcome)).toEqual(["uncertain", "found"]);
  });

  test("is sent again only after three looks in vain", async () => {
    await ask();
    const portal = scriptedPortal((_text, attempt) => (attempt === 1 ? unknown() : "78"));
    for (let round = 0; round < 4; round++) {
      await deliverAll(portal.carriers);
      await makeDue();
    }
    expect(portal.looks).toHaveLength(3);
    expect(portal.told).toHaveLength(2);
    expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "78" }]);
  });

  test("of a process that died is found by its lease", async () => {
    await ask();
    const portal = scriptedPortal(() => "1", { kind: "found", externalId: "79" });
    // What a kill -9 leaves: sending, with a lease that runs out.
    await world.db.update(outboxEffect).set({
      status: "sending",
      attempt: 1,
      startedAt: sql`now() - interval '1 minute'`,
      leaseUntil: sql`now() - interval '1 second'`,
    });
    await deliverAll(portal.carriers);
    expect(portal.told).toEqual([]);
    expect(await markAbandoned(world.db)).toBe(1);
    await deliverAll(portal.carriers);
    expect(portal.told).toEqual([]);
    expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "79" }]);
  });
});

test("a deliverer that was stopped past its lease cannot overwrite the outcome of the one that took over", async () => {
  await ask();
  const carriers: Carriers = {
    "chat.send": {
      carry: async () => {
        // While this one hangs, its lease runs out and another settles the effect by looking.
        await world.db.update(outboxEffect).set({ leaseUntil: sql`now() - interval '1 second'` });
        await markAbandoned(world.db);
        await deliverAll(scriptedPortal(() => "x", { kind: "found", externalId: "first" }).carriers);
        return "late";
      },
      look: async () => ({ kind: "absent" }),
    },
  };
  await deliverAll(carriers);
  expect(await world.effects()).toMatchObject([{ status: "sent", externalId: "first" }]);
});
