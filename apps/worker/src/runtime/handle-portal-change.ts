import type { TicketNews } from "@botdeck/contracts";
import { TICKET_NEWS_SIGNAL } from "@botdeck/contracts/names";
import type { PortalChange } from "@botdeck/core";
import {
  type ClaimedEvent,
  foldReads,
  holdEvent,
  type NewEffect,
  type OutboxEffect,
  putEffects,
  readTicket,
  type Transaction,
} from "@botdeck/db";
import { keyOfEffect } from "@botdeck/dialog";

import { readingLane } from "../notifications/reading-lane.ts";
import { wantedReading } from "../notifications/wanted-reading.ts";
import type { RuntimeDeps } from "./deps.ts";

const TASK = /^task:(.+)$/;

/**
 * Something changed on a portal beside its bots. Of a ticket's task its workflow is told, which looks for itself what it was; where
 * a rule of the portal wants to know, the record is read: the event names it and tells nothing else. What nobody wants ends here.
 *
 * @throws AppError `conflict` when the event is another run's by now.
 */
export async function handlePortalChange(
  row: ClaimedEvent,
  change: PortalChange,
  { db, notifying }: Pick<RuntimeDeps, "db" | "notifying">,
): Promise<{ conversationId: null; effects: OutboxEffect[] }> {
  const { bot, rules } = await notifying.rules.find(change.portalId);
  const reading = bot === null ? null : wantedReading(change, { rules });
  return await db.transaction(async (tx) => {
    const news = await newsOfTicket(tx, row, change);
    const read: NewEffect[] =
      bot === null || reading === null
        ? []
        : [{ ...common(row, 1, change), botId: bot.id, lane: readingLane(change), effect: reading }];
    const wanted = [...news, ...read];
    await holdEvent(tx, row, wanted.length === 0 ? "ignored" : "done");
    for (const { key, lane } of reading?.change === "updated" ? read : []) {
      await foldReads(tx, { ...change, lane, key });
    }
    return { conversationId: null, effects: await putEffects(tx, wanted) };
  });
}

async function newsOfTicket(tx: Transaction, row: ClaimedEvent, change: PortalChange): Promise<NewEffect[]> {
  const taskId = TASK.exec(change.subject)?.[1];
  const ticket = taskId === undefined ? null : await readTicket(tx, { portalId: change.portalId, taskId });
  if (ticket === null) return [];
  const { workflowId, botId } = ticket;
  const payload: TicketNews = { id: row.id, kind: "task_changed" };
  const effect = { kind: "workflow.signal" as const, workflowId, signal: TICKET_NEWS_SIGNAL, payload };
  return [{ ...common(row, 0, change), botId, lane: workflowId, effect }];
}

const common = (row: ClaimedEvent, place: number, { portalId }: PortalChange) => ({
  key: keyOfEffect(row.id, place),
  portalId,
  conversationId: null,
});
