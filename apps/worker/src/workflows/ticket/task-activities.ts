import { escapeBb } from "@botdeck/b24-client";
import type { TicketDeed } from "@botdeck/contracts";
import type { Effect, TaskChange } from "@botdeck/core";
import { addWorkingTime, type WorkingCalendar } from "@botdeck/core/working-time";
import {
  changeTicket,
  effectByKey,
  hasUnsettledEffect,
  keepTicketComment,
  listTicketComments,
  placeTicketComment,
  readTicketComment,
} from "@botdeck/db";

import type { FlowBots } from "../../temporal/flow-bots.ts";
import type { Addressee } from "../flow/flow.ts";
import { type TicketDeps, ticketOf } from "./desk-activities.ts";
import { factsOf, isOurs, taskTextOf } from "./people-words.ts";

type Deps = TicketDeps & { bots: FlowBots; currentWorkflowId: () => string };

const TASK_KEY = "task";
const TAG = "helpdesk";

/** Words in the task that nobody here has told yet. */
export type NewTaskComment = { commentId: string; by: string };

/** What a look at a task has shown. `status` is null while what we have done to it is still on its way. */
export type TaskLook = {
  isGone: boolean;
  status: string | null;
  responsibleId: string | null;
  comments: NewTaskComment[];
  lastMessageId: string;
  /** When to look again where no event tells, ISO 8601. */
  nextAt: string | null;
};

/** What becomes of a ticket's task. It is written through the outbox, once for each key. */
export function createTicketTaskActivities({ db, voice, bots, portal, currentWorkflowId }: Deps) {
  return {
    async createTicketTask(
      { origin, language }: Addressee,
      asked: { ticketId: string; projectId: string | null; diskFileIds: readonly string[]; missing: number },
    ): Promise<void> {
      const [ticket, t] = await Promise.all([ticketOf(db, asked.ticketId), bots.translate(origin, language)]);
      const lines = [
        escapeBb(ticket.description),
        t("taskAbout", factsOf(ticket, t)),
        asked.missing > 0 ? t("taskFilesMissing", { count: asked.missing }) : "",
      ];
      const effect = (workflowId: string): Effect => ({
        kind: "task.create",
        originId: workflowId,
        title: t("taskTitle", { number: ticket.number, title: ticket.title }),
        description: lines.filter((line) => line !== "").join("\n\n"),
        responsibleId: ticket.assigneeId,
        deadlineAt: ticket.resolveBy?.toISOString() ?? null,
        tags: [TAG, ticket.category],
        ...(asked.projectId !== null && { groupId: asked.projectId }),
        ...(asked.diskFileIds.length > 0 && { diskFileIds: [...asked.diskFileIds] }),
      });
      await voice.act(origin, { key: TASK_KEY, effect, step: ticket.state });
    },

    /**
     * The task's id, once it is there; null when it will never be.
     *
     * @throws Error while it is on its way: asked again by whoever retries.
     */
    async ticketTaskId(_to: Addressee, { ticketId }: { ticketId: string }): Promise<string | null> {
      const made = await effectByKey(db, `${currentWorkflowId()}:${TASK_KEY}`);
      if (made?.externalId != null) {
        await changeTicket(db, ticketId, { taskId: made.externalId });
        return made.externalId;
      }
      if (made !== null && ["ready", "sending", "uncertain", "dead"].includes(made.status)) {
        throw new Error("The task is not there yet");
      }
      return null;
    },

    async changeTicketTask(
      { origin }: Addressee,
      { ticketId, taskId, deed }: { ticketId: string; taskId: string; deed: TicketDeed },
    ): Promise<void> {
      const change = await changeOf(ticketId, deed);
      if (change === null) return;
      const effect = (): Effect => ({ kind: "task.change", taskId, change, byId: null });
      const ticket = await ticketOf(db, ticketId);
      await voice.act(origin, { key: deed.key, effect, step: ticket.state });
    },

    /** Reads what was written and done in the task, and keeps words that are new. */
    async lookAtTicketTask(
      { origin: { portalId } }: Addressee,
      asked: {
        ticketId: string;
        taskId: string;
        afterId: string;
        at: string;
        calendar: WorkingCalendar;
        lookMs: number;
      },
    ): Promise<TaskLook> {
      const { ticketId, taskId, afterId, at, calendar, lookMs } = asked;
      const nextAt = addWorkingTime(calendar, at, lookMs);
      // Before the task is read: what leaves meanwhile may be seen or not.
      const isOnItsWay = await hasUnsettledEffect(db, portalId, currentWorkflowId(), "task.change");
      const seen = await portal.readTask(portalId, { taskId, afterId });
      if (seen === null) {
        return { isGone: true, status: null, responsibleId: null, comments: [], lastMessageId: afterId, nextAt };
      }
      const { task, comments, ownerId } = seen;
      const ticket = await ticketOf(db, ticketId);
      const own = (await listTicketComments(db, ticketId)).filter(({ source }) => source === "chat");
      const told: NewTaskComment[] = [];
      for (const { id, authorId, authorName, text } of comments) {
        const mine = authorId === ownerId ? own.filter((one) => isOurs(ticket, one, text)) : [];
        const unplaced = mine.find(({ taskMessageId }) => taskMessageId === null);
        if (unplaced !== undefined) {
          await placeTicketComment(db, unplaced.id, id);
          unplaced.taskMessageId = id;
        }
        if (mine.length > 0 || text.trim() === "") continue;
        const kept = await keepTicketComment(db, {
          portalId,
          ticketId,
          source: "task",
          taskMessageId: id,
          authorId,
          authorName,
          text,
          sourceKey: `task:${portalId}:${taskId}:${id}`,
        });
        if (kept?.source === "task") told.push({ commentId: kept.id, by: authorId });
      }
      return {
        isGone: false,
        status: isOnItsWay ? null : task.status,
        responsibleId: isOnItsWay ? null : task.responsibleId,
        comments: told,
        lastMessageId: comments.at(-1)?.id ?? afterId,
        nextAt,
      };
    },
  };

  async function changeOf(ticketId: string, deed: TicketDeed): Promise<TaskChange | null> {
    if (deed.kind === "deadline") return { kind: "deadline", at: deed.at };
    if (deed.kind === "delegate") return { kind: "delegate", toId: deed.toId };
    if (deed.kind !== "comment") return { kind: deed.kind };
    const [ticket, comment] = await Promise.all([ticketOf(db, ticketId), readTicketComment(db, deed.commentId)]);
    return comment === null ? null : { kind: "comment", text: taskTextOf(ticket, comment) };
  }
}
