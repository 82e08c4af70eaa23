import { newId } from "@botdeck/core/ids";
import {
  askForRecovery,
  beat,
  closeOutage,
  countIntake,
  inboxEvent,
  keepFindings,
  noteDatabaseOutage,
  openBudget,
  outboxEffect,
  pauseMethod,
  portal,
  reserveRequests,
} from "@botdeck/db";
import { eq } from "drizzle-orm";

import { addBot, addConversation } from "../server/test-conversations.ts";
import { addLetters } from "../server/test-letters.ts";
import { openConsole } from "./open-console.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Waiting = Partial<typeof outboxEffect.$inferInsert> & { kind: string };

/** A console with two portals that have some of everything: what waits, doubts, dead letters, what came in, gateways and an outage. */
export async function openDeliveries() {
  const console = await openConsole();
  const { db } = console.database;
  const ids = await addBot(db, "demo.example");
  const other = await addBot(db, "office.example");
  await db
    .update(portal)
    .set({ state: "reauth", stateReason: "The refresh token of the app has ended" })
    .where(eq(portal.id, other.portalId));
  const talk = await addConversation(db, ids, { personName: "Anna Field" });
  const now = Date.now();

  async function addWaiting(
    { kind, ...values }: Waiting,
    of: { portalId: string; botId: string } = ids,
  ): Promise<string> {
    const id = newId();
    const body = { kind: "chat.send", dialogId: "chat1", text: "Your order is on its way" } as const;
    const common = { id, key: id, lane: id, body, policy: "at_least_once" as const };
    await db.insert(outboxEffect).values({ ...of, ...common, kind, ...values });
    return id;
  }

  const conversationId = talk.id;
  const tried = {
    attempt: 3,
    runAt: new Date(now + 10 * MINUTE_MS),
    lastError: "The portal could not be asked: HTTP 502",
  };
  await addWaiting({ kind: "chat.send", conversationId, createdAt: new Date(now - 4 * MINUTE_MS), ...tried });
  await addWaiting({ kind: "chat.hand_over", createdAt: new Date(now - 20_000) });
  await addWaiting({ kind: "crm.record", createdAt: new Date(now - 2 * MINUTE_MS) });
  const lost = "The portal could not be asked for imbot.v2.Chat.Message.send: no answer in 10 s";
  const doubt = { status: "uncertain" as const, attempt: 1, looks: 1, startedAt: new Date(now - 15_000) };
  await addWaiting({ kind: "chat.send", conversationId, ...doubt, runAt: new Date(now + 20_000), lastError: lost });
  await addWaiting({ kind: "task.create", policy: "ask", ...doubt, faults: 2, lastError: lost });
  const stuck = { createdAt: new Date(now - 12 * MINUTE_MS), runAt: new Date(now - 12 * MINUTE_MS) };
  await addWaiting({ kind: "workflow.start", ...stuck });
  await addWaiting({ kind: "chat.send", ...stuck }, other);
  await openBudget(db, ids.portalId);
  await pauseMethod(db, ids.portalId, "crm.item.list", 5 * MINUTE_MS);

  await addIntake(db, ids, now);
  await addIntake(db, other, now);
  await countIntake(db, new Date(now));
  await beat(db, newId(), { kept: 1_204, spooled: 12, refused: 0, spoolRecords: 0 });
  await noteDatabaseOutage(db, { beganAgoMs: 3 * HOUR_MS, endedAgoMs: 3 * HOUR_MS - 40_000, takenIn: 12, refused: 0 });
  const { id: outageId } = await askForRecovery(db, new Date(now - 2 * HOUR_MS));
  await keepFindings(db, outageId, [
    { where: "demo.example store chat1", recovered: 2, past: 1, problem: null },
    { where: "demo.example store 27", recovered: 0, problem: "Only its members can read it" },
  ]);
  await closeOutage(db, outageId);

  const letters = {
    denied: await addLetters(db, { ...ids, conversationId }, 3, {
      error: "ACCESS_DENIED: the bot is not in the chat 17",
      at: new Date(now - 50 * MINUTE_MS),
    }),
    doubtful: await addLetters(db, ids, 1, {
      error: "Nobody can tell whether it was done: look at the portal, then replay or leave it",
      isInDoubt: true,
      at: new Date(now - 30 * MINUTE_MS),
      effect: {
        kind: "task.create",
        originId: "return:1",
        title: "Return of order A-1042",
        description: "Two photos",
        responsibleId: "12",
        deadlineAt: null,
      },
    }),
  };
  // Last: the portal gives a place back about each half second.
  await reserveRequests(db, ids.portalId, { lane: "hand_over", count: 40 });
  return { ...console, db, ids, other, conversationId, letters, addWaiting };
}

/** An id as one made then would be: the order of the table is the order of time. */
function idAt(at: Date): string {
  const begin = at.getTime().toString(16).padStart(12, "0");
  return `${begin.slice(0, 8)}-${begin.slice(8)}${newId().slice(13)}`;
}

type Db = Awaited<ReturnType<typeof openConsole>>["database"]["db"];

/** Three hours of events, most of them handled. */
async function addIntake(db: Db, of: { portalId: string; botId: string }, now: number): Promise<void> {
  const fates = ["done", "done", "done", "done", "ignored", "waiting", "dead"] as const;
  await db.insert(inboxEvent).values(
    [0, 1, 2].flatMap((hour) =>
      fates.map((status, index) => {
        const receivedAt = new Date(now - hour * HOUR_MS - index);
        const id = idAt(receivedAt);
        const isOver = status !== "waiting";
        return {
          ...of,
          id,
          dedupeKey: id,
          lane: id,
          kind: "message.added",
          body: {
            ...of,
            kind: "message.added" as const,
            dialog: { id: "chat1", chatId: null, type: "open_line" as const, title: "Open line", entityId: null },
            person: { id: "7", name: "Anna Field", kind: "client" as const },
            language: null,
            occurredAt: receivedAt.toISOString(),
            message: { id, text: "Where is my order A-1042?", files: [] },
          },
          status: status === "waiting" && hour > 0 ? ("done" as const) : status,
          attempts: isOver ? 5 : 0,
          lastError: status === "dead" ? "TypeError: the order source gave no list" : null,
          receivedAt,
          settledAt: isOver ? receivedAt : null,
        };
      }),
    ),
  );
}
