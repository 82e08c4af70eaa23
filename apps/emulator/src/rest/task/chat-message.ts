import { postMessage } from "../../chat/post-message.ts";
import { DONE, type Answer, type Call, type RestMethod } from "../method.ts";
import { integer, record, text } from "../params.ts";
import { visibleTask } from "./find-task.ts";
import { required, rest3Denied, wrongRequest } from "./rest3-errors.ts";
import { chatOfTask } from "./task-chat.ts";

/** Writes into the chat of a task as the caller. Bitrix24 docs: tasks-task-chat-message-send (REST 3.0). */
export const chatMessageMethods: RestMethod[] = [
  { name: "tasks.task.chat.message.send", scopes: ["tasks"], missing: "own", run: sendMessage },
];

function sendMessage({ portal, caller, params }: Call): Answer {
  const fields = record(params, "fields");
  for (const name of ["taskId", "text"]) {
    if (fields[name] === undefined) throw wrongRequest(name, required(name));
  }
  const taskId = integer(fields, "taskId");
  if (taskId === null) throw wrongRequest("taskId", "The field `taskId` has to be of type `int`");
  const task = visibleTask(portal.state, taskId, caller.user);
  const chat = task === null ? null : chatOfTask(portal, task);
  if (task === null || chat === null) throw rest3Denied();
  postMessage(portal, chat, { authorId: caller.user.id, text: text(fields, "text") });
  return DONE;
}
