import { TASK_STATUS, type Task } from "../../state/task.ts";
import { subordinatesOf } from "../../people/subordinates.ts";
import { groupMembers } from "../../people/work-groups.ts";
import type { Person } from "../../state/model.ts";
import type { State } from "../../state/state.ts";

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

/**
 * Which tasks a person sees, made once for many: those they have a part in, those of the people they lead and of the
 * projects they are in; an administrator sees all.
 */
export function sightOf(state: State, user: Person): (task: Task) => boolean {
  const led = subordinatesOf(state, user.id);
  return (task) => {
    if (user.role === "manager" || isMember(task, user.id)) return true;
    if (led.has(task.responsibleId) || led.has(task.createdBy)) return true;
    const group = state.workGroups.get(task.groupId);
    return group !== undefined && groupMembers(group).includes(user.id);
  };
}

/** `sightOf` for one task. */
export function isVisible(state: State, task: Task, user: Person): boolean {
  return sightOf(state, user)(task);
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
export function allowedActions(state: State, task: Task, user: Person): Record<string, boolean> {
  const canEdit = mayEdit(task, user);
  const canWork = mayWork(task, user);
  const canSee = isVisible(state, task, user);
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
