import { TASK_STATUS, type Task } from "../../state/task.ts";
import type { Person } from "../../state/model.ts";

const { pending, inProgress, awaitingControl, completed, deferred } = TASK_STATUS;

/** In which statuses a step is possible at all. Bitrix24 docs: the `action` of every answer below api-reference/tasks/status. */
const POSSIBLE_IN = {
  complete: [pending, inProgress, deferred],
  start: [pending],
  pause: [inProgress],
  defer: [pending],
  renew: [awaitingControl, completed, deferred],
  delegate: [pending, inProgress, deferred],
  approve: [awaitingControl],
  disapprove: [awaitingControl],
} satisfies Record<string, string[]>;

export type TaskStep = keyof typeof POSSIBLE_IN;

/** Whoever has a part in a task sees it; an administrator sees all. */
export function isVisible(task: Task, user: Person): boolean {
  return user.role === "manager" || isMember(task, user.id);
}

export function isMember(task: Task, userId: number): boolean {
  return [task.createdBy, task.responsibleId, ...task.accompliceIds, ...task.auditorIds].includes(userId);
}

/** Everything may be changed by an administrator and by who set the task. */
export function mayEdit(task: Task, user: Person): boolean {
  return user.role === "manager" || task.createdBy === user.id;
}

export function mayChangeDeadline(task: Task, user: Person): boolean {
  return mayEdit(task, user) || (task.allowsDeadlineChange && task.responsibleId === user.id);
}

/** Whoever works on the task, or may change it. */
export function mayWork(task: Task, user: Person): boolean {
  return mayEdit(task, user) || task.responsibleId === user.id || task.accompliceIds.includes(user.id);
}

/** Whether a person may take a task one step on from the status it is in. */
export function mayStep(task: Task, user: Person, step: TaskStep): boolean {
  if (!POSSIBLE_IN[step].includes(task.status)) return false;
  if (step === "approve" || step === "disapprove") return mayEdit(task, user);
  if (step === "delegate") return mayEdit(task, user) || task.responsibleId === user.id;
  return mayWork(task, user);
}

/** What a person may do with a task, under the names that answers use. */
export function allowedActions(task: Task, user: Person): Record<string, boolean> {
  const canEdit = mayEdit(task, user);
  const canWork = mayWork(task, user);
  const canSee = isVisible(task, user);
  const isFavorite = task.favoriteOf.includes(user.id);
  const steps = Object.fromEntries(
    // safe: the keys of that very map
    (Object.keys(POSSIBLE_IN) as TaskStep[]).map((step) => [step, mayStep(task, user, step)]),
  );
  return {
    accept: false,
    decline: false,
    ...steps,
    remove: canEdit,
    edit: canEdit,
    create: true,
    changeDeadline: mayChangeDeadline(task, user),
    checklistAddItems: canWork,
    addFavorite: canSee && !isFavorite,
    deleteFavorite: isFavorite,
    rate: canEdit,
    take: false,
    "edit.originator": false,
    "checklist.reorder": canWork,
    "elapsedtime.add": canWork,
    "dayplan.timer.toggle": canWork && task.allowsTimeTracking && task.status !== completed,
    "edit.plan": canEdit,
    "checklist.add": canWork,
    "favorite.add": canSee && !isFavorite,
    "favorite.delete": isFavorite,
  };
}
