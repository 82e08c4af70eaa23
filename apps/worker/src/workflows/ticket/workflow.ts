import type { TicketInput, TicketNews, TicketOutcome } from "@botdeck/contracts";
import { TICKET_NEWS_SIGNAL } from "@botdeck/contracts/names";
import {
  ActivityFailure,
  condition,
  continueAsNew,
  defineSignal,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";

import { createFlow } from "../flow/flow.ts";
import { keepFiles } from "../flow/keep-files.ts";
import { assign } from "./assign.ts";
import { heedDue } from "./heed-due.ts";
import { heedNews } from "./heed-news.ts";
import { lookAtTask } from "./look-at-task.ts";
import { moveTo, payOwed } from "./moves.ts";
import { openTicketDesk, ticketTaskId, tickets } from "./proxies.ts";
import { isNews, nextDue, ticketInHand } from "./run.ts";

/** An ended ticket waits for its task no longer than this. */
const OWED_MS = 3_600_000;

const newsSignal = defineSignal<[TicketNews]>(TICKET_NEWS_SIGNAL);

/**
 * Sees a ticket through: who works on it, its task, what was promised and when that is near or broken, until it is closed and
 * too old to be opened again. It may take weeks, so it goes on in a new run when its history has grown.
 *
 * @param input Checked by whoever starts it.
 */
export async function ticket(input: TicketInput): Promise<TicketOutcome> {
  const inHand = ticketInHand(input);
  const { to, run, policy } = inHand;
  const flow = createFlow<string>(input, run.step);
  const { news } = run;
  setHandler(newsSignal, (one) => {
    if (isNews(run, one.id)) news.push(one);
  });

  if (input.carried === undefined) await open();
  let isTaskMade = false;
  if (run.taskId === null && !run.isTaskOver) void awaitTask();
  for (let steps = 0; ; steps++) {
    flow.step = run.step;
    const isLong = steps >= policy.mostSteps || workflowInfo().continueAsNewSuggested;
    // What is only known to this run is done in it.
    if (isLong && !flow.isStopped() && !isTaskMade) {
      return await continueAsNew<typeof ticket>({ ...input, carried: run });
    }
    const outcome = await takeStep();
    if (outcome === null) continue;
    await settleTask();
    await tickets.endTicket(to, { outcome });
    return outcome;
  }

  async function open(): Promise<void> {
    const { ticketId } = input;
    const desk = await openTicketDesk(to, { ticketId, projectId: run.projectId, members: run.members });
    const { projectId, members, hasEvents, keptFileIds } = desk;
    Object.assign(run, { projectId, members, hasEvents });
    await moveTo(inHand, "open");
    await assign(inHand);
    const files = await keepFiles(to, keptFileIds);
    await tickets.createTicketTask(to, { ticketId, projectId, ...files });
    run.taskResponsibleId = run.assigneeId;
  }

  /** Nothing else waits for the task: a portal that is away keeps nobody from being told. */
  async function awaitTask(): Promise<void> {
    const taskId = await ticketTaskId(to, { ticketId: input.ticketId }).catch(noneWhenGone);
    run.taskId = taskId;
    run.isTaskOver = taskId === null;
    isTaskMade = taskId !== null;
  }

  /** What the task is owed still is paid, if it comes to be. */
  async function settleTask(): Promise<void> {
    if (run.owed.length === 0) return;
    await condition(() => run.taskId !== null || run.isTaskOver, OWED_MS);
    if (run.taskId !== null) await payOwed(inHand, run.taskId);
  }

  /** @returns How the ticket ended, if it did. */
  async function takeStep(): Promise<TicketOutcome | null> {
    const next = nextDue(run);
    const isWoken = () => flow.isStopped() || news.length > 0 || isTaskMade;
    if (next === null) await condition(isWoken);
    else if (next.at > Date.now()) await condition(isWoken, Math.max(1, next.at - Date.now()));
    if (flow.isStopped()) return "stopped";
    if (isTaskMade && run.taskId !== null) {
      isTaskMade = false;
      await payOwed(inHand, run.taskId);
      // Somebody may have written there before we knew of it.
      await lookAtTask(inHand);
      return null;
    }
    const one = news.shift();
    if (one !== undefined) return await heedNews(inHand, one);
    return next === null || next.at > Date.now() ? null : await heedDue(inHand, next);
  }
}

function noneWhenGone(error: unknown): null {
  if (error instanceof ActivityFailure) return null;
  throw error;
}
