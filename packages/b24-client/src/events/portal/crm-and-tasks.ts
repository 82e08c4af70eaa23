import { AppError } from "@botdeck/core";

import { mapAt, optionalTextAt, textAt, type WireMap } from "../wire.ts";
import type { Change, CrmRecord, PortalEvent } from "./portal-event.ts";

const CHANGES: Readonly<Record<string, Change>> = { ADD: "added", UPDATE: "updated", DELETE: "deleted" };
const RECORDS: Readonly<Record<string, CrmRecord>> = {
  LEAD: "lead",
  DEAL: "deal",
  CONTACT: "contact",
  COMPANY: "company",
  ACTIVITY: "activity",
  TIMELINECOMMENT: "timeline_comment",
  DYNAMICITEM: "item",
};
const CRM = /^ONCRM(LEAD|DEAL|CONTACT|COMPANY|ACTIVITY|TIMELINECOMMENT|DYNAMICITEM)(ADD|UPDATE|DELETE)(?:_(\d+))?$/;
const TASK = /^ONTASK(ADD|UPDATE|DELETE)$/;
const CALENDAR = /^ONCALENDARENTRY(ADD|UPDATE|DELETE)$/;
const SALE: Readonly<Record<string, "order" | "payment">> = {
  ONSALEORDERSAVED: "order",
  ONPAYMENTENTITYSAVED: "payment",
};

/**
 * Reads events of the CRM, of tasks, the calendar and orders.
 *
 * @returns null for an event of another kind.
 * @throws AppError `invalid` naming the path of a required field that is missing.
 * @see Bitrix24 docs: api-reference/crm (events), tasks/events-tasks, calendar (events), sale (events)
 */
export function readCrmOrTaskEvent(event: string, data: WireMap): PortalEvent | null {
  if (event === "ONCRMDEALMOVETOCATEGORY") {
    const fields = mapAt(data, "FIELDS");
    return {
      kind: "deal.moved_to_category",
      id: textAt(data, "FIELDS.ID"),
      categoryId: optionalTextAt(fields, "CATEGORY_ID") ?? "0",
      stageId: textAt(data, "FIELDS.STAGE_ID"),
    };
  }
  const crm = CRM.exec(event);
  if (crm !== null) return readCrm(crm, data);
  const task = TASK.exec(event);
  if (task !== null) return { kind: "task.changed", change: changeOf(task[1]), id: readTaskId(data) };
  if (event === "ONTASKCOMMENTADD") return readComment(data);
  const calendar = CALENDAR.exec(event);
  if (calendar !== null) return { kind: "calendar.changed", change: changeOf(calendar[1]), id: readLooseId(data) };
  const record = SALE[event];
  if (record === undefined) return null;
  return { kind: "sale.saved", record, id: textAt(data, "FIELDS.ID"), xmlId: optionalTextAt(data, "FIELDS.XML_ID") };
}

function readCrm([, word = "", verb, suffix]: RegExpExecArray, data: WireMap): PortalEvent {
  const record = RECORDS[word];
  if (record === undefined) throw new AppError("invariant", `The CRM event of ${word} has no record`);
  const entityTypeId = record === "item" ? (optionalTextAt(data, "FIELDS.ENTITY_TYPE_ID") ?? suffix ?? null) : null;
  return { kind: "crm.changed", record, change: changeOf(verb), id: textAt(data, "FIELDS.ID"), entityTypeId };
}

/** A deleted task stands under "before" and the word `undefined` under "after". */
function readTaskId(data: WireMap): string {
  return optionalTextAt(data, "FIELDS_AFTER.ID") ?? textAt(data, "FIELDS_BEFORE.ID");
}

/** The new card's comments have the id 0 and name a message of the task's chat. */
function readComment(data: WireMap): PortalEvent {
  const id = optionalTextAt(data, "FIELDS_AFTER.ID");
  return {
    kind: "task.commented",
    taskId: textAt(data, "FIELDS_AFTER.TASK_ID"),
    commentId: id === "0" ? null : id,
    messageId: optionalTextAt(data, "FIELDS_AFTER.MESSAGE_ID"),
  };
}

function readLooseId(data: WireMap): string {
  return optionalTextAt(data, "id") ?? optionalTextAt(data, "ID") ?? textAt(data, "FIELDS.ID");
}

function changeOf(verb: string | undefined): Change {
  const change = CHANGES[verb ?? ""];
  if (change === undefined) throw new AppError("invariant", `An event tells of the unknown change ${verb}`);
  return change;
}
