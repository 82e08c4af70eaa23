import type { Answer, Call } from "../method.ts";
import { list } from "../params.ts";
import { wrongType } from "./errors.ts";
import { readTaskId, visibleTask } from "./find-task.ts";
import { selectedNames, selectFields } from "./select-fields.ts";
import { chatOfTask } from "./task-chat.ts";
import { taskRow } from "./task-row.ts";

/** A task that is absent, or not the caller's to see, is an empty list. Bitrix24 docs: tasks-task-get. */
export function getTask({ portal, caller, params }: Call): Answer {
  const id = readTaskId(params);
  const { select } = params;
  if (select !== undefined && typeof select !== "object") throw wrongType("select", select, "array");
  const task = visibleTask(portal.state, id, caller.user);
  if (task === null) return { result: [] };
  const names = selectedNames(list(params, "select"));
  if (names.includes("chatId")) chatOfTask(portal, task);
  const row = taskRow(portal.state, task, caller.user, portal.now());
  return { result: { task: selectFields(row, names, ["favorite", "action"]) } };
}
