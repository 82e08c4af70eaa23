import type { Person } from "../state/model.ts";
import { nextId, type State } from "../state/state.ts";
import { createNameField, keepField } from "../rest/lists/keep-field.ts";
import { isoDate } from "../wire/iso-date.ts";
import { PROCESS_ENTITY } from "../workflow/document.ts";

const ON_ADD = 1;

/**
 * What no REST method can make and every portal has: a process for leave requests that asks the administrator, templates
 * of workflows for the CRM, and a room with a booking.
 */
export function seedWork(state: State, now: Date): void {
  const [administrator] = state.people.values();
  if (administrator === undefined) return;
  const isRussian = administrator.language === "ru";
  seedLeaveRequests(state, administrator, isRussian, now);
  for (const [entity, documentType] of [
    ["CCrmDocumentLead", "LEAD"],
    ["CCrmDocumentDeal", "DEAL"],
  ] as const) {
    const name = isRussian ? "Согласование" : "Approval";
    keepTemplate(state, administrator, { module: "crm", entity, documentType, name, autoExecute: 0 }, now);
  }
  seedRoom(state, administrator, isRussian, now);
}

/** A list whose every new element asks for a decision. Everybody may add to it. */
function seedLeaveRequests(state: State, { id, language }: Person, isRussian: boolean, now: Date): void {
  const listId = nextId(state, "list");
  state.lists.set(listId, {
    id: listId,
    type: "bitrix_processes",
    code: "leave_requests",
    groupId: null,
    name: isRussian ? "Заявления на отпуск" : "Leave requests",
    description: "",
    sort: 500,
    hasWorkflows: true,
    messages: {},
    rights: { "*": "E" },
    createdAt: isoDate(now),
    changedAt: isoDate(now),
  });
  createNameField(state, listId);
  const fields = isRussian ? ["Начало", "Окончание", "Причина"] : ["First day", "Last day", "Reason"];
  const kinds = [
    { type: "S:Date", code: "FROM" },
    { type: "S:Date", code: "TO" },
    { type: "S", code: "REASON" },
  ];
  for (const [index, kind] of kinds.entries()) {
    keepField(state, { ...kind, listId, name: fields[index] ?? kind.code, sort: (index + 2) * 10 });
  }
  const name = isRussian ? "Согласование отпуска" : "Leave approval";
  const documentType = `iblock_${listId}`;
  const template = { module: "lists", entity: PROCESS_ENTITY, documentType, name, autoExecute: ON_ADD };
  keepTemplate(state, { id, language }, template, now);
}

function keepTemplate(
  state: State,
  { id: approverId, language }: Pick<Person, "id" | "language">,
  template: { module: string; entity: string; documentType: string; name: string; autoExecute: number },
  now: Date,
): void {
  const id = nextId(state, "workflowTemplate");
  const question = language === "ru" ? "Согласовать" : "Approve";
  const changed = { changedAt: isoDate(now), changedBy: approverId };
  state.workflowTemplates.set(id, { ...template, ...changed, id, description: "", approverId, question });
}

function seedRoom(state: State, { id: createdBy }: Person, isRussian: boolean, now: Date): void {
  const resourceId = nextId(state, "calendarResource");
  const name = isRussian ? "Переговорная" : "Meeting room";
  state.calendarResources.set(resourceId, { id: resourceId, name, createdBy });
  const id = nextId(state, "calendarBooking");
  const day = `${now.toISOString().slice(0, 10)}T00:00:00+00:00`;
  state.calendarBookings.set(id, {
    id,
    resourceId,
    name: isRussian ? "Бронирование" : "Booking",
    description: "",
    from: day,
    to: day,
    isAllDay: true,
    createdBy,
    createdAt: isoDate(now),
  });
}
