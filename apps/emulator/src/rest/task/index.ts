import type { RestMethod } from "../method.ts";
import { accessMethods } from "./access.ts";
import { addTask } from "./add-task.ts";
import { chatMessageMethods } from "./chat-message.ts";
import { checklistMethods } from "./checklist.ts";
import { commentMethods } from "./comments.ts";
import { counterMethods } from "./counters.ts";
import { deleteTask } from "./delete-task.ts";
import { elapsedMethods } from "./elapsed.ts";
import { fileMethods } from "./files.ts";
import { getFields } from "./get-fields.ts";
import { getTask } from "./get-task.ts";
import { historyMethods } from "./history.ts";
import { listTasks } from "./list-tasks.ts";
import { markMethods } from "./marks.ts";
import { resultMethods } from "./results.ts";
import { stageMethods } from "./stages.ts";
import { statusMethods } from "./status.ts";
import { updateTask } from "./update-task.ts";
import { userFieldMethods } from "./user-fields.ts";

const SCOPES = ["task"];

/** Tasks and all that hangs on them. Bitrix24 docs: api-reference/tasks. */
export const taskMethods: RestMethod[] = [
  { name: "tasks.task.add", scopes: SCOPES, missing: "own", run: addTask },
  { name: "tasks.task.get", scopes: SCOPES, missing: "own", run: getTask },
  { name: "tasks.task.list", scopes: SCOPES, missing: "own", run: listTasks },
  { name: "tasks.task.update", scopes: SCOPES, missing: "own", run: updateTask },
  { name: "tasks.task.delete", scopes: SCOPES, missing: "own", run: deleteTask },
  { name: "tasks.task.getFields", scopes: SCOPES, run: getFields },
  ...statusMethods,
  ...markMethods,
  ...counterMethods,
  ...accessMethods,
  ...historyMethods,
  ...fileMethods,
  ...chatMessageMethods,
  ...resultMethods,
  ...checklistMethods,
  ...commentMethods,
  ...elapsedMethods,
  ...userFieldMethods,
  ...stageMethods,
];
