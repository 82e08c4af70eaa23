import type { Portal } from "../../portal.ts";
import { nextId } from "../../state/state.ts";
import type { TaskStage } from "../../state/task.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { integer, record, text, upperKeys } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";
import { mayWork } from "./actions.ts";
import { changeTask } from "./change-task.ts";
import { visibleTask } from "./find-task.ts";

const SORT_STEP = 100;
const DEFAULT_COLOR = "EF3001";
/** What everybody's planner has from the start. Bitrix24 docs: task-stages-get. */
const PLANNER = [
  { title: "Not planned", color: "00C4FB", systemType: "NEW" },
  { title: "Do this week", color: "47D1E2", systemType: null },
];
/** What the board of a work group has from the start. */
const BOARD = [
  { title: "New", color: "00C4FB", systemType: "NEW" },
  { title: "In progress", color: "47D1E2", systemType: "WORK" },
  { title: "Done", color: "75D900", systemType: "FINISH" },
];

/** Columns of "My planner" (entity 0) and of the boards of work groups. Bitrix24 docs: api-reference/tasks/stages. */
export const stageMethods: RestMethod[] = [
  { name: "task.stages.get", scopes: ["task"], run: getStages },
  { name: "task.stages.add", scopes: ["task"], missing: { fields: emptyTitle() }, run: addStage },
  { name: "task.stages.update", scopes: ["task"], run: updateStage },
  { name: "task.stages.delete", scopes: ["task"], run: deleteStage },
  { name: "task.stages.movetask", scopes: ["task"], run: moveTask },
  { name: "task.stages.canmovetask", scopes: ["task"], run: canMoveTask },
];

function getStages({ portal, caller, params }: Call): Answer {
  const stages = stagesOf(portal, integer(params, "entityId") ?? 0, caller.user.id);
  return { result: Object.fromEntries(stages.map((stage) => [stage.id, view(stage)])) };
}

/** The columns of an owner in their order, made at the first look. @param entityId A work group, or 0 for the person's planner. */
function stagesOf(portal: Portal, entityId: number, userId: number): TaskStage[] {
  const owner = { entityType: entityId === 0 ? "U" : "G", entityId: entityId === 0 ? userId : entityId } as const;
  const all = [...portal.state.taskStages.values()];
  const own = all.filter((stage) => stage.entityType === owner.entityType && stage.entityId === owner.entityId);
  if (own.length > 0) return own.toSorted((one, other) => one.sort - other.sort);
  const initial = owner.entityType === "U" ? PLANNER : BOARD;
  return initial.map((stage, index) => keep(portal, { ...stage, ...owner, sort: (index + 1) * SORT_STEP }));
}

function keep(portal: Portal, stage: Omit<TaskStage, "id">): TaskStage {
  const kept = { ...stage, id: nextId(portal.state, "taskStage") };
  portal.state.taskStages.set(kept.id, kept);
  return kept;
}

function addStage({ portal, caller, params }: Call): Answer {
  const fields = upperKeys(record(params, "fields"));
  const title = text(fields, "TITLE").trim();
  if (title === "") throw emptyTitle();
  const stages = stagesOf(portal, integer(fields, "ENTITY_ID") ?? 0, caller.user.id);
  const [{ entityId, entityType }] = [stages[0] ?? { entityId: caller.user.id, entityType: "U" as const }];
  const color = text(fields, "COLOR") || DEFAULT_COLOR;
  const stage = keep(portal, { title, color, entityId, entityType, systemType: null, sort: 0 });
  placeAfter(stages, stage, integer(fields, "AFTER_ID") ?? stages.at(-1)?.id ?? 0);
  return { result: stage.id };
}

function updateStage(call: Call): Answer {
  const stage = readStage(call, "id");
  const fields = upperKeys(record(call.params, "fields"));
  if (text(fields, "TITLE") !== "") stage.title = text(fields, "TITLE");
  if (text(fields, "COLOR") !== "") stage.color = text(fields, "COLOR");
  const afterId = integer(fields, "AFTER_ID");
  if (afterId !== null) placeAfter(siblingsOf(call.portal, stage), stage, afterId);
  return TRUE;
}

/** Puts a column behind another one of the same owner, or first when there is no such. */
function placeAfter(stages: TaskStage[], stage: TaskStage, afterId: number): void {
  const others = stages.filter(({ id }) => id !== stage.id);
  const place = others.findIndex(({ id }) => id === afterId) + 1;
  for (const [index, one] of others.toSpliced(place, 0, stage).entries()) one.sort = (index + 1) * SORT_STEP;
}

function deleteStage(call: Call): Answer {
  const stage = readStage(call, "id");
  if (stage.systemType !== null) throw badRequest("IS_SYSTEM", "A default stage cannot be deleted");
  const [first] = siblingsOf(call.portal, stage);
  if (first?.id === stage.id) throw badRequest("CANT_DELETE_FIRST", "The first stage cannot be deleted");
  for (const task of call.portal.state.tasks.values()) if (task.stageId === stage.id) task.stageId = first?.id ?? 0;
  call.portal.state.taskStages.delete(stage.id);
  return TRUE;
}

function siblingsOf(portal: Portal, { entityId, entityType }: TaskStage): TaskStage[] {
  return stagesOf(portal, entityType === "U" ? 0 : entityId, entityId);
}

function moveTask(call: Call): Answer {
  const { portal, caller, params } = call;
  const task = visibleTask(portal.state, integer(params, "id") ?? 0, caller.user);
  if (task === null) throw badRequest("TASK_NOT_FOUND", "The task is not found or access to it is denied");
  const stage = readStage(call, "stageId");
  if (!mayWork(task, caller.user)) throw badRequest("ACCESS_DENIED_MOVE", "You cannot move this task");
  changeTask(portal, task, { stageId: stage.id }, caller.user.id);
  return TRUE;
}

/** A planner is only its owner's; the board of a group is everybody's here, since the portal has no closed groups. */
function canMoveTask({ caller, params }: Call): Answer {
  const isOwn = integer(params, "entityId") === caller.user.id;
  return { result: text(params, "entityType") === "G" || isOwn };
}

/** A column that the caller may change: of the own planner, or of a group. */
function readStage({ portal, caller, params }: Call, name: string): TaskStage {
  const stage = portal.state.taskStages.get(integer(params, name) ?? 0);
  if (stage === undefined) throw badRequest("NOT_FOUND", "Stage not found");
  const isOwn = stage.entityType === "G" || stage.entityId === caller.user.id;
  if (!isOwn && caller.user.role !== "manager") throw badRequest("ACCESS_DENIED", "You cannot manage stages");
  return stage;
}

function view(stage: TaskStage): Record<string, unknown> {
  return {
    ID: String(stage.id),
    TITLE: stage.title,
    SORT: String(stage.sort),
    COLOR: stage.color,
    SYSTEM_TYPE: stage.systemType,
    ENTITY_ID: String(stage.entityId),
    ENTITY_TYPE: stage.entityType,
    ADDITIONAL_FILTER: [],
    TO_UPDATE: [],
    TO_UPDATE_ACCESS: null,
  };
}

function emptyTitle(): RestError {
  return badRequest("EMPTY_TITLE", "The title of the stage is not specified");
}
