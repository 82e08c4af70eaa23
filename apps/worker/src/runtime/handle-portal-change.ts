import type { TicketNews } from "@botdeck/contracts";
import { TICKET_NEWS_SIGNAL } from "@botdeck/contracts/names";
import type { PortalChange } from "@botdeck/core";
import { type ClaimedEvent, holdEvent, type OutboxEffect, putEffects, readTicket } from "@botdeck/db";
import { keyOfEffect } from "@botdeck/dialog";

import type { RuntimeDeps } from "./deps.ts";

const TASK = /^task:(.+)$/;

/**
 * Something changed on a portal beside its bots. Of a ticket's task its workflow is told, which looks for itself what it was: the
 * event names the record and tells nothing else. The claim ends all others, see `claimEvents`; one that comes through all the
 * same is ended here.
 *
 * @throws AppError `conflict` when the event is another run's by now.
 */
export async function handlePortalChange(
  row: ClaimedEvent,
  { portalId, subject }: PortalChange,
  { db }: Pick<RuntimeDeps, "db">,
): Promise<{ conversationId: null; effects: OutboxEffect[] }> {
  const taskId = TASK.exec(subject)?.[1];
  return await db.transaction(async (tx) => {
    const ticket = taskId === undefined ? null : await readTicket(tx, { portalId, taskId });
    await holdEvent(tx, row, ticket === null ? "ignored" : "done");
    if (ticket === null) return { conversationId: null, effects: [] };
    const { workflowId, botId } = ticket;
    const payload: TicketNews = { id: row.id, kind: "task_changed" };
    const effect = { kind: "workflow.signal" as const, workflowId, signal: TICKET_NEWS_SIGNAL, payload };
    const put = { key: keyOfEffect(row.id, 0), portalId, botId, conversationId: null, lane: workflowId, effect };
    return { conversationId: null, effects: await putEffects(tx, [put]) };
  });
}
