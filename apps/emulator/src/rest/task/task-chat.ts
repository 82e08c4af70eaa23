import { addMember, createChat, removeMember } from "../../chat/chats.ts";
import { chatById } from "../../chat/find.ts";
import type { Portal } from "../../portal.ts";
import type { Chat, Task } from "../../state/model.ts";
import { TASK_CHAT } from "../../task/comment-in-chat.ts";

/**
 * The chat of a task, with everyone who has a part in it; null on a portal with the old card. It is made when somebody
 * first asks for it, so that tasks nobody talks about do not fill the list of chats.
 */
export function chatOfTask(portal: Portal, task: Task): Chat | null {
  if (portal.state.taskCard === "forum") return null;
  if (task.chatId !== null) return chatById(portal.state, task.chatId);
  const owner = { kind: "group", title: task.title, ownerId: task.createdBy, memberIds: membersOf(task) } as const;
  const chat = createChat(portal, { ...owner, entityType: TASK_CHAT, entityId: String(task.id) });
  task.chatId = chat.id;
  return chat;
}

/** Lets the chat of a task follow a change: who came to it, who left it, what it is called. */
export function followTask(portal: Portal, before: Task, task: Task): void {
  if (task.chatId === null) return;
  const chat = chatById(portal.state, task.chatId);
  const members = membersOf(task);
  for (const id of membersOf(before)) if (!members.includes(id)) removeMember(portal, chat, id);
  for (const id of members) addMember(portal, chat, id);
  chat.title = task.title;
}

function membersOf({ createdBy, responsibleId, accompliceIds, auditorIds }: Task): number[] {
  return [...new Set([createdBy, responsibleId, ...accompliceIds, ...auditorIds])];
}
