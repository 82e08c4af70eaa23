import { createChat } from "../../chat/chats.ts";
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
  const memberIds = [...new Set([task.createdBy, task.responsibleId, ...task.accompliceIds, ...task.auditorIds])];
  if (task.chatId !== null) {
    const chat = chatById(portal.state, task.chatId);
    chat.memberIds = [...new Set([...chat.memberIds, ...memberIds])];
    return chat;
  }
  const owner = { kind: "group", title: task.title, ownerId: task.createdBy, memberIds } as const;
  const chat = createChat(portal, { ...owner, entityType: TASK_CHAT, entityId: String(task.id) });
  task.chatId = chat.id;
  return chat;
}
