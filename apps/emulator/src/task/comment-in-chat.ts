import { announce } from "../events/app-events.ts";
import type { Portal } from "../portal.ts";
import type { Chat, Message } from "../state/model.ts";
import { isoDate } from "../wire/iso-date.ts";
import { recordChange } from "./record-change.ts";

/** `ENTITY_TYPE` of the chats of tasks; ENTITY_ID is the task. Bitrix24 docs: tasks-new. */
export const TASK_CHAT = "TASKS_TASK";

/** With the new card every message that a person writes into a task's chat is a comment of the task. */
export function noteTaskComment(portal: Portal, chat: Chat, message: Message): void {
  if (chat.entityType !== TASK_CHAT || message.isSystem) return;
  const task = portal.state.tasks.get(Number(chat.entityId));
  if (task === undefined) return;
  recordChange(portal, task.id, message.authorId, "COMMENT", null, String(message.id));
  task.activityAt = isoDate(portal.now());
  announceComment(portal, { ID: 0, TASK_ID: task.id, MESSAGE_ID: message.id }, message.authorId);
}

/** @param after The comment of the old card, or of the new one the message. Bitrix24 docs: on-task-comment-add. */
export function announceComment(portal: Portal, after: Record<string, unknown>, userId: number): void {
  const data = { FIELDS_BEFORE: "undefined", FIELDS_AFTER: after };
  const isAccessible = { IS_ACCESSIBLE_BEFORE: "N", IS_ACCESSIBLE_AFTER: "undefined" };
  announce(portal, "ONTASKCOMMENTADD", { ...data, ...isAccessible }, userId);
}
