import { nameOf } from "../chat/find.ts";
import type { Task } from "../state/model.ts";
import type { State } from "../state/state.ts";

/** A task as the methods answer it: camelCase, every number a text. Bitrix24 docs: tasks-task-get. */
export function taskRow(state: State, task: Task): Record<string, unknown> {
  return {
    id: String(task.id),
    parentId: null,
    title: task.title,
    description: task.description,
    mark: null,
    priority: task.priority,
    multitask: "N",
    stageId: "0",
    createdBy: String(task.createdBy),
    createdDate: task.createdAt,
    responsibleId: String(task.responsibleId),
    changedBy: String(task.createdBy),
    changedDate: task.createdAt,
    closedBy: null,
    closedDate: null,
    activityDate: task.createdAt,
    dateStart: null,
    deadline: task.deadline,
    startDatePlan: null,
    endDatePlan: null,
    guid: task.guid,
    xmlId: task.xmlId,
    commentsCount: null,
    allowChangeDeadline: "N",
    taskControl: "N",
    timeEstimate: "0",
    siteId: "s1",
    descriptionInBbcode: "Y",
    status: task.status,
    subStatus: task.status,
    statusChangedDate: task.createdAt,
    favorite: "N",
    groupId: "0",
    auditors: [],
    accomplices: [],
    group: [],
    creator: personPart(state, task.createdBy),
    responsible: personPart(state, task.responsibleId),
  };
}

function personPart(state: State, id: number): Record<string, unknown> {
  const person = state.people.get(id);
  return {
    id: String(id),
    name: person === undefined ? "" : nameOf(person),
    link: `/company/personal/user/${id}/`,
    icon: "/bitrix/images/tasks/default_avatar.png",
    workPosition: person?.workPosition ?? "",
  };
}
