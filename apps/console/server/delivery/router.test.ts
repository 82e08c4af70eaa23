import { newId } from "@botdeck/core/ids";
import {
  beat,
  countIntake,
  inboxEvent,
  openBudget,
  outboxEffect,
  pauseMethod,
  penalizePortal,
  portal,
  reserveRequests,
} from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { addBot, addConversation } from "../test-conversations.ts";
import { setupConsole } from "../test-console.ts";

type Heads = { rows: { kind: string; reason: { code: string }; behind: number }[] };

test("a portal's queue tells its budget, what waits in which lane and which methods are closed", async () => {
  const { query, cookie, db, ids, addEffect } = await setup();
  await addEffect({ kind: "chat.send" });
  await addEffect({ kind: "crm.record" });
  await addEffect({ kind: "chat.send", status: "uncertain" });
  await addEffect({ kind: "workflow.start" });
  await openBudget(db, ids.portalId);
  await reserveRequests(db, ids.portalId, { lane: "hand_over", count: 40 });
  await pauseMethod(db, ids.portalId, "crm.item.list", 60_000);

  const { data } = await query("delivery.queues", {}, cookie);

  expect(data).toMatchObject({
    rows: [
      {
        domain: "demo.example",
        state: "active",
        budget: { burst: 48, isHeldBack: false },
        waiting: [
          { lane: "reply", count: 1, doubts: 1, heldMs: 0 },
          { lane: "crm", count: 1 },
          { lane: "workflow", count: 1, heldMs: 0 },
        ],
        pauses: [{ method: "crm.item.list" }],
      },
    ],
    nextCursor: null,
  });
  const [row] = (data as { rows: { budget: { used: number }; waiting: { lane: string; heldMs: number }[] }[] }).rows;
  expect(row?.budget.used).toBeGreaterThan(35);
  // A record may fill two thirds of the burst only.
  expect(row?.waiting.find(({ lane }) => lane === "crm")?.heldMs).toBeGreaterThan(1_000);
});

test("why the head of each lane waits is told, and what waits behind it", async () => {
  const { query, cookie, db, ids, addEffect } = await setup();
  const now = Date.now();
  await addEffect({ lane: "a", kind: "chat.send", status: "sending" });
  await addEffect({ lane: "a", kind: "chat.send" });
  await addEffect({ lane: "b", kind: "chat.send", status: "uncertain" });
  await addEffect({ lane: "c", kind: "chat.send", attempt: 2, runAt: new Date(now + 60_000), lastError: "no answer" });
  await addEffect({ lane: "d", kind: "chat.notify", runAt: new Date(now + 60_000) });
  await addEffect({ lane: "e", kind: "workflow.start", runAt: new Date(now - 600_000) });
  await addEffect({ lane: "f", kind: "chat.send", runAt: new Date(now - 600_000) });
  await addEffect({ lane: "g", kind: "chat.send" });
  const codes = async () => {
    const { data } = await query("delivery.heads", { portalId: ids.portalId }, cookie);
    return (data as Heads).rows.map(({ reason, behind }) => `${reason.code}${behind > 0 ? ` +${behind}` : ""}`);
  };

  expect(await codes()).toEqual(["leaving +1", "in_doubt", "tried_again", "later", "temporal", "nobody", "next"]);
  await penalizePortal(db, ids.portalId, 60_000);
  expect((await codes()).at(-1)).toBe("budget");
  await db.update(portal).set({ state: "reauth" }).where(eq(portal.id, ids.portalId));
  expect(await codes()).toEqual(["leaving +1", "in_doubt", "reauth", "reauth", "temporal", "reauth", "reauth"]);
});

test("an effect in doubt is told with what will happen to it, and no secret of its error", async () => {
  const { query, cookie, db, ids, addEffect } = await setup();
  const talk = await addConversation(db, ids);
  const lastError = "no answer from https://portal.example/rest/1/canary/im";
  await addEffect({ kind: "chat.send", status: "uncertain", conversationId: talk.id, looks: 2, lastError });
  await addEffect({ kind: "task.create", status: "uncertain", policy: "ask", faults: 2 });

  const { data, response } = await query("delivery.doubts", {}, cookie);

  expect(data).toMatchObject({
    rows: [
      {
        personName: "Anna Field",
        course: { looksLeft: 1, ifAbsent: "sent_again", ifUnreadable: "sent_again" },
      },
      { course: { looksLeft: 3, ifAbsent: "dead_letter", ifUnreadable: "dead_letter" } },
    ],
    nextCursor: null,
  });
  expect(response.body).not.toContain("canary");
});

test("the ledger tells by the hour what came and what became of it, and which gateways took it", async () => {
  const { query, cookie, db, ids } = await setup();
  for (const status of ["done", "done", "ignored", "waiting", "dead"] as const) {
    const id = newId();
    await db.insert(inboxEvent).values({ ...ids, id, dedupeKey: id, lane: id, kind: "message.added", status });
  }
  await beat(db, newId(), { kept: 5, spooled: 2, refused: 1, spoolRecords: 0 });
  expect((await query("delivery.intake", {}, cookie)).data).toEqual([]);
  await countIntake(db, new Date());

  const { data } = await query("delivery.intake", { portalId: ids.portalId, hours: 24 }, cookie);
  expect(data).toMatchObject([{ portalId: ids.portalId, came: 5, answered: 2, ignored: 1, waiting: 1, dead: 1 }]);
  expect((await query("delivery.gateways", {}, cookie)).data).toMatchObject([
    { state: "up", kept: 5, spooled: 2, refused: 1 },
  ]);
  expect((await query("delivery.outages", { hours: 168 }, cookie)).data).toMatchObject([
    { kind: "database", takenIn: 2 },
  ]);
});

async function setup() {
  const { cookieOf, database, query } = await setupConsole();
  const { db } = database;
  const ids = await addBot(db);

  async function addEffect(values: Partial<typeof outboxEffect.$inferInsert> & { kind: string }) {
    const id = newId();
    const body = { kind: "chat.send", dialogId: "chat1", text: "hello" } as const;
    await db.insert(outboxEffect).values({ ...ids, id, key: id, lane: id, body, policy: "at_least_once", ...values });
  }
  return { query, db, ids, addEffect, cookie: await cookieOf("lead") };
}
