import { kindOf } from "../../crm/entity-kind.ts";
import { markActivity } from "../../crm/update-record.ts";
import { announce } from "../../events/app-events.ts";
import type { TimelineComment } from "../../state/crm.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { pageOfMany } from "../page.ts";
import { integer, list, record, text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf, type ReadColumn } from "../row-filter.ts";
import { commentRow } from "./comment-row.ts";
import { INVALID_ID, notAnArray, OWNER_NOT_FOUND } from "./fault.ts";
import { storeFiles } from "./store-files.ts";
import { calledComment, CODED_FAULTS, OLD_FAULTS, timelineOwner, type TimelineFaults } from "./timeline-owner.ts";

const SCOPES = ["crm"];
const NO_FILTER = notAnArray("filter");
const EMPTY_COMMENT = badRequest("INVALID_ARG_VALUE", "Empty comment");

/** Comments of the timeline. Bitrix24 docs: crm.timeline.comment.*. */
export const timelineCommentMethods: RestMethod[] = [
  { name: "crm.timeline.comment.add", scopes: SCOPES, run: add },
  { name: "crm.timeline.comment.update", scopes: SCOPES, run: update },
  { name: "crm.timeline.comment.get", scopes: SCOPES, missing: { id: INVALID_ID }, run: get },
  { name: "crm.timeline.comment.list", scopes: SCOPES, missing: { filter: NO_FILTER }, run: listComments },
  { name: "crm.timeline.comment.delete", scopes: SCOPES, run: remove },
];

async function add(call: Call): Promise<Answer> {
  const { portal, caller, params } = call;
  const fields = upperKeys(record(params, "fields"));
  const { entityType, entityId, record: owner } = timelineOwner(call, CODED_FAULTS, fields);
  const fileIds = await storeFiles(call, fields);
  if (text(fields, "COMMENT") === "" && fileIds.length === 0) throw EMPTY_COMMENT;
  const comment: TimelineComment = {
    id: nextId(portal.state, "timelineComment"),
    bindings: [{ entityType, entityId }],
    authorId: caller.user.id,
    at: isoDate(portal.now()),
    text: text(fields, "COMMENT"),
    fileIds,
  };
  portal.state.timelineComments.set(comment.id, comment);
  markActivity(portal, owner, caller.user.id);
  announceComment(call, comment, "ADD");
  return { result: comment.id };
}

async function update(call: Call): Promise<Answer> {
  const comment = called(call, CODED_FAULTS);
  const fields = upperKeys(record(call.params, "fields"));
  const given = fields["COMMENT"] === undefined ? comment.text : text(fields, "COMMENT");
  const fileIds = fields["FILES"] === undefined ? comment.fileIds : await storeFiles(call, fields);
  if (given === "" && fileIds.length === 0) throw EMPTY_COMMENT;
  Object.assign(comment, { text: given, fileIds });
  announceComment(call, comment, "UPDATE");
  return { result: comment.id };
}

async function get(call: Call): Promise<Answer> {
  const comment = called(call, OLD_FAULTS);
  return { result: await commentRow(call.portal, comment, first(comment)) };
}

/** The comments of one entity. */
async function listComments(call: Call): Promise<Answer> {
  const { portal, params } = call;
  const { ENTITY_ID, ENTITY_TYPE, ...filter } = upperKeys(record(params, "filter"));
  const { entityType, entityId } = timelineOwner(call, OLD_FAULTS, { ENTITY_ID, ENTITY_TYPE });
  const meets = filterOf(filter, column);
  const isWanted = (comment: TimelineComment): boolean =>
    comment.bindings.some((one) => one.entityType === entityType && one.entityId === entityId) && meets(comment);
  const compare = orderOf(record(params, "order"), column);
  const start = integer(params, "start") ?? 0;
  const { result, ...counted } = pageOfMany(portal.state.timelineComments.values(), isWanted, compare, start);
  const rows = await Promise.all(result.map((comment) => commentRow(portal, comment, { entityType, entityId })));
  const select = list(params, "select").map((name) => String(name).toUpperCase());
  if (select.length === 0 || select.includes("*")) return { result: rows, ...counted };
  const isSelected = ([name]: [string, unknown]): boolean => name === "ID" || select.includes(name);
  return { result: rows.map((row) => Object.fromEntries(Object.entries(row).filter(isSelected))), ...counted };
}

const COLUMNS: Readonly<Record<string, (comment: TimelineComment) => unknown>> = {
  ID: ({ id }) => id,
  CREATED: ({ at }) => at,
  AUTHOR_ID: ({ authorId }) => authorId,
  COMMENT: (comment) => comment.text,
};
const column: ReadColumn<TimelineComment> = (field) => COLUMNS[field.toUpperCase()] ?? null;

/** A comment that several timelines show goes from the one that is named. */
function remove(call: Call): Answer {
  const comment = called(call, CODED_FAULTS);
  const [typeId, ownerId] = [integer(call.params, "ownerTypeId"), integer(call.params, "ownerId")];
  if (comment.bindings.length > 1) {
    if (typeId === null || ownerId === null) throw badRequest("MULTIPLE_BINDINGS", "The comment has multiple bindings");
    const code = kindOf(call.portal.state, typeId)?.code.toLowerCase();
    const left = comment.bindings.filter((one) => one.entityType !== code || one.entityId !== ownerId);
    if (left.length === comment.bindings.length) throw OWNER_NOT_FOUND;
    comment.bindings = left;
    return { result: null };
  }
  call.portal.state.timelineComments.delete(comment.id);
  announceComment(call, comment, "DELETE");
  return { result: null };
}

function called(call: Call, faults: TimelineFaults): TimelineComment {
  return calledComment(call, faults, integer(call.params, "id"));
}

function first({ bindings }: TimelineComment): { entityType: string; entityId: number } {
  return bindings[0] ?? { entityType: "", entityId: 0 };
}

function announceComment({ portal, caller }: Call, { id }: TimelineComment, change: "ADD" | "UPDATE" | "DELETE"): void {
  announce(portal, `ONCRMTIMELINECOMMENT${change}`, { FIELDS: { ID: id } }, caller.user.id);
}
