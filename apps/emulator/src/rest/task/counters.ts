import type { Task } from "../../state/model.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, text } from "../params.ts";
import { isMember } from "./actions.ts";
import { wrongType } from "./errors.ts";
import { isOverdue } from "./sub-status.ts";
import { newComments } from "./task-row.ts";

/** The portal's own numbers of the two counters. */
const EXPIRED_CODE = 6_291_456;
const NEW_COMMENTS_CODE = 12_582_912;

const PARTS = new Map<string, (task: Task, userId: number) => boolean>([
  ["view_all", isMember],
  ["view_role_responsible", (task, userId) => task.responsibleId === userId],
  ["view_role_accomplice", (task, userId) => task.accompliceIds.includes(userId)],
  ["view_role_auditor", (task, userId) => task.auditorIds.includes(userId)],
  ["view_role_originator", (task, userId) => task.createdBy === userId && task.responsibleId !== userId],
]);

/** Bitrix24 docs: tasks-task-counters-get. */
export const counterMethods: RestMethod[] = [
  { name: "tasks.task.counters.get", scopes: ["task"], missing: "own", run: getCounters },
];

function getCounters({ portal, caller, params }: Call): Answer {
  const { state } = portal;
  if (params["userId"] !== undefined && integer(params, "userId") === null) {
    throw wrongType("userId", params["userId"], "int");
  }
  const userId = integer(params, "userId") ?? caller.user.id;
  const person = state.people.get(userId);
  const mayLook = userId === caller.user.id || caller.user.role === "manager";
  if (person === undefined || !mayLook) return { result: [], total: 1 };
  const hasPart = PARTS.get(text(params, "type")) ?? isMember;
  const groupId = integer(params, "groupId") ?? 0;
  const tasks = [...state.tasks.values()].filter(
    (task) => hasPart(task, userId) && (groupId === 0 || task.groupId === groupId) && !task.mutedBy.includes(userId),
  );
  const expired = tasks.filter((task) => isOverdue(task, portal.now())).length;
  const comments = tasks.reduce((sum, task) => sum + newComments(state, task, person), 0);
  return {
    result: {
      expired: { counter: expired, code: EXPIRED_CODE },
      new_comments: { counter: comments, code: NEW_COMMENTS_CODE },
    },
    total: 1,
  };
}
