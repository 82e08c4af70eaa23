import {
  DECIDED_SIGNAL,
  type Decided,
  HAND_OVER,
  PRODUCT_RETURN,
  REPORT_CANCELLED_SIGNAL,
  type ReportCancelled,
  SALES_REPORT,
  STOCK_WATCH,
  STOPPED_SIGNAL,
  type Stopped,
  TICKET,
  TICKET_NEWS_SIGNAL,
  type TicketNews,
  VACATION,
  VACATION_NEWS_SIGNAL,
  type VacationNews,
} from "@botdeck/contracts";
import { AppError, type Effect } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { absenceOfWorkflow, type Actor, noteAbsence, noteActs, putEffects, type Transaction } from "@botdeck/db";

import { personOf } from "./answer-alert-group.ts";
import { openWorkflow, type OpenWorkflow } from "./open-workflow.ts";
import { leadsConversation, releaseWorkflow } from "./release-workflow.ts";

type Stop = OpenWorkflow & {
  /** Of this act; what is put is known by it. */
  id: string;
  reason: string;
  /** Who they are on the workflow's portal. */
  by: { personId: string; personName: string };
};

/** How a stop is said to a workflow. */
type Signal = { signal: string; payload: unknown };

/**
 * Has a workflow end in the way of its kind, with whoever waits for it told. It is said through the outbox: while Temporal is
 * away it waits there, and the bot answers in the conversation again at once.
 *
 * @returns The conversation that asked for it.
 * @throws AppError as `openWorkflow`; `conflict` when it is past what can be stopped.
 */
export async function stopWorkflow(
  tx: Transaction,
  actor: Actor,
  { workflowId, reason }: { workflowId: string; reason: string },
): Promise<{ conversationId: string }> {
  const opened = await openWorkflow(tx, workflowId);
  const { workflow, conversation } = opened;
  const { portalId, kind, step } = workflow;
  const stop: Stop = { ...opened, id: newId(), reason, by: await personOf(tx, actor, portalId) };
  const signal = await signalOf(tx, stop);
  const effect: Effect = { kind: "workflow.signal", workflowId, ...signal };
  const { id: conversationId, botId } = conversation;
  const key = `desk:${stop.id}`;
  await putEffects(tx, [{ key, portalId, botId, conversationId, lane: workflowId, effect }]);
  await releaseWorkflow(tx, conversation, workflowId);
  const detail = { portalId, kind, before: step, reason, effectKey: key };
  await noteActs(tx, actor, [{ action: "workflow.stop", subjectId: workflowId, detail }]);
  return { conversationId };
}

async function signalOf(tx: Transaction, stop: Stop): Promise<Signal> {
  switch (stop.workflow.kind) {
    case PRODUCT_RETURN:
      return stopReturn(stop);
    case STOCK_WATCH:
    case HAND_OVER:
      return { signal: STOPPED_SIGNAL, payload: { reason: stop.reason } satisfies Stopped };
    case SALES_REPORT: {
      const payload: ReportCancelled = { by: stop.by.personId, isAdmin: true };
      return { signal: REPORT_CANCELLED_SIGNAL, payload };
    }
    case TICKET:
      return stopTicket(stop);
    case VACATION:
      return await stopVacation(tx, stop);
    default:
      throw new AppError("invalid", "Workflows of this kind cannot be stopped; an admin can terminate them.");
  }
}

/** While it talks with the client it falls silent; later the manager's answer is given in their place. */
function stopReturn({ workflow, conversation, by, reason }: Stop): Signal {
  if (leadsConversation(conversation, workflow.id)) {
    return { signal: STOPPED_SIGNAL, payload: { reason } satisfies Stopped };
  }
  const payload: Decided = { verdict: "declined", by: by.personId, reason };
  return { signal: DECIDED_SIGNAL, payload };
}

function stopTicket({ workflow, id, by, reason }: Stop): Signal {
  if (workflow.step === "closed") {
    throw new AppError("conflict", "The ticket is closed. It only waits in case the reporter opens it again.");
  }
  const payload: TicketNews = { id: `desk:${id}`, kind: "cancelled", by: by.personId, byName: by.personName, reason };
  return { signal: TICKET_NEWS_SIGNAL, payload };
}

/** A request is declined; granted days are taken back, and out of the calendar. */
async function stopVacation(tx: Transaction, { workflow, id, by, reason }: Stop): Promise<Signal> {
  const absence = await absenceOfWorkflow(tx, workflow.id);
  const isGranted = absence?.state === "approved";
  if (absence === null || (absence.state !== "requested" && !isGranted)) {
    throw new AppError("conflict", "It is decided already, and ends by itself.");
  }
  await noteAbsence(tx, absence.id, { reason });
  const { version, personId } = absence;
  const payload: VacationNews = isGranted
    ? { id: `desk:${id}`, by: personId, version, kind: "withdrawn" }
    : // Nobody decides about their own days, whoever they are at the console.
      {
        id: `desk:${id}`,
        by: by.personId === personId ? "desk" : by.personId,
        isAdmin: true,
        version,
        kind: "declined",
      };
  return { signal: VACATION_NEWS_SIGNAL, payload };
}
