import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { messagesOf } from "../chat/find.ts";
import type { Portal } from "../portal.ts";
import { occurrencesOf } from "../rest/calendar/occurrences.ts";
import type { Task } from "../state/model.ts";
import type { State } from "../state/state.ts";
import { taskFileRoutes, taskFileViews } from "./task-files.ts";
import { taskView } from "./views.ts";

const Numbered = z.object({ id: z.coerce.number().int() });
const Range = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });

/** Tasks and the calendar as the portal page shows them. */
export const workViewRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  const { state } = portal;

  app.get("/work/tasks", async () => [...state.tasks.values()].map((task) => taskRow(state, task)).toReversed());

  app.get("/work/tasks/:id", async (request) => {
    const { id } = Numbered.parse(request.params);
    const task = state.tasks.get(id);
    if (task === undefined) throw new AppError("not_found", `There is no task ${id}.`);
    return taskCard(state, task);
  });

  await app.register(taskFileRoutes, { portal });

  /** All entries of everybody in a range, repeated ones at each of their dates. */
  app.get("/work/calendar", async (request) => {
    const range = Range.parse(request.query);
    const wanted = { from: Date.parse(range.from), to: Date.parse(range.to) };
    return [...state.calendarEvents.values()]
      .flatMap((event) => occurrencesOf(event, wanted))
      .toSorted((one, other) => one.from - other.from)
      .map(({ event, from, to }) => ({
        key: `${event.id}-${from}`,
        id: String(event.id),
        name: event.name,
        description: event.description,
        location: event.location,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        isAllDay: event.isAllDay,
        isRepeated: event.rule !== null,
        accessibility: event.accessibility,
        color: event.color,
        type: event.type,
        ownerId: String(event.ownerId),
        attendees: event.attendees.map(({ userId, status }) => ({ personId: String(userId), status })),
      }));
  });
};

function taskRow(state: State, task: Task): Record<string, unknown> {
  const items = [...state.checklistItems.values()].filter(
    ({ taskId, parentId }) => taskId === task.id && parentId !== 0,
  );
  return {
    ...taskView(task),
    tags: task.tags ?? [],
    crmLinks: task.crmLinks ?? [],
    checklist: { total: items.length, complete: items.filter(({ isComplete }) => isComplete).length },
    comments: commentsOf(state, task).length,
  };
}

function taskCard(state: State, task: Task): Record<string, unknown> {
  const of = <Row extends { taskId: number }>(rows: Map<number, Row>): Row[] =>
    [...rows.values()].filter(({ taskId }) => taskId === task.id);
  return {
    ...taskRow(state, task),
    accompliceIds: (task.accompliceIds ?? []).map(String),
    auditorIds: (task.auditorIds ?? []).map(String),
    files: taskFileViews(state, task.id),
    dialogId: task.chatId === null || task.chatId === undefined ? null : `chat${task.chatId}`,
    checklistItems: of(state.checklistItems).map(({ id, parentId, title, isComplete }) => ({
      id,
      title,
      isComplete,
      isHeading: parentId === 0,
    })),
    results: of(state.taskResults).map(({ id, text, authorId, createdAt }) => ({
      id,
      text,
      authorId: String(authorId),
      at: createdAt,
    })),
    said: commentsOf(state, task),
    history: of(state.taskChanges)
      .map(({ id, userId, at, field, from, to }) => ({ id, personId: String(userId), at, field, from, to }))
      .toReversed(),
  };
}

/** Of the new card the messages of its chat, of the old one its own comments. */
function commentsOf(state: State, task: Task): { id: number; authorId: string; text: string; at: string }[] {
  const messages = task.chatId ? messagesOf(state, task.chatId).filter(({ isSystem }) => !isSystem) : [];
  const comments = [...state.taskComments.values()].filter((one) => one.taskId === task.id && one.messageId === null);
  return [...messages, ...comments].map(({ id, authorId, text, at }) => ({ id, authorId: String(authorId), text, at }));
}
