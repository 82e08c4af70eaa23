import { createChat } from "../../chat/chats.ts";
import { chatById } from "../../chat/find.ts";
import { postMessage } from "../../chat/post-message.ts";
import { announce } from "../../events/app-events.ts";
import type { Portal } from "../../portal.ts";
import type { Chat, Message, Task } from "../../state/model.ts";
import { recordChange } from "./change-task.ts";

/** `ENTITY_TYPE` of the chats of tasks. Bitrix24 docs: tasks-new. */
const ENTITY_TYPE = "TASKS_TASK";

/**
 * The chat of a task, with everyone who has a part in it; null on a portal with the old card. It is made when somebody
 * first asks for it, so that tasks nobody talks about do not fill the list of chats.
 */
export function chatOfTask(portal: Portal, task: Task): Chat | null {
  if (portal.state.taskCard === "forum") return null;
  const memberIds = [...new Set([task.createdBy, task.responsibleId, ...task.accompliceIds, ...task.auditorIds])];
  if (task.chatId !== null) {
    const chat = chatById(portal.state, task.chatId);
    chat.memberIds = [...new Set([...chat.memberIds, ...memberIds])];
    return chat;
  }
  const owner = { kind: "group", title: task.title, ownerId: task.createdBy, memberIds } as const;
  const chat = createChat(portal, { ...owner, entityType: ENTITY_TYPE, entityId: String(task.id) });
  task.chatId = chat.id;
  return chat;
}

/** Writes into a task's chat and tells applications, as the new card does. */
export function postToTask(portal: Portal, task: Task, chat: Chat, authorId: number, text: string): Message {
  const message = postMessage(portal, chat, { authorId, text });
  recordChange(portal, task.id, authorId, "COMMENT", null, String(message.id));
  task.activityAt = message.at;
  const FIELDS_AFTER = { ID: 0, TASK_ID: task.id, MESSAGE_ID: message.id };
  announceComment(portal, FIELDS_AFTER, authorId);
  return message;
}

export function announceComment(portal: Portal, after: Record<string, unknown>, userId: number): void {
  const data = { FIELDS_BEFORE: "undefined", FIELDS_AFTER: after };
  const isAccessible = { IS_ACCESSIBLE_BEFORE: "N", IS_ACCESSIBLE_AFTER: "undefined" };
  announce(portal, "ONTASKCOMMENTADD", { ...data, ...isAccessible }, userId);
}
