import { isAccessible } from "../../crm/access.ts";
import { allKinds, findRecord } from "../../crm/entity-kind.ts";
import type { CrmRecord, TimelineComment } from "../../state/crm.ts";
import type { Call } from "../method.ts";
import { integer, text, type Params } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";
import { ACCESS_DENIED, INVALID_ID, ITEM_ACCESS_DENIED, OWNER_NOT_FOUND, THING_NOT_FOUND } from "./fault.ts";

export type TimelineOwner = { entityType: string; entityId: number; record: CrmRecord };

/** In what words a family of methods refuses. */
export type TimelineFaults = {
  noId: RestError;
  notFound: RestError;
  noOwner: RestError;
  denied: RestError;
  /** A field that names the owner is not there. */
  undefinedField(name: string): RestError;
};

/** Reading a comment, and bindings. Bitrix24 docs: crm.timeline.comment.get, crm.timeline.bindings.bind. */
export const OLD_FAULTS: TimelineFaults = {
  noId: INVALID_ID,
  notFound: badRequest("", "Not found."),
  noOwner: badRequest("", "Not found."),
  denied: ACCESS_DENIED,
  undefinedField: (name) => badRequest("", `${name} is not defined or invalid.`),
};

/** Writing a comment. Bitrix24 docs: crm.timeline.comment.add. */
export const CODED_FAULTS: TimelineFaults = {
  noId: THING_NOT_FOUND,
  notFound: THING_NOT_FOUND,
  noOwner: OWNER_NOT_FOUND,
  denied: ITEM_ACCESS_DENIED,
  undefinedField: (name) => badRequest("100", `Could not find value for parameter {${name}}`),
};

/** The entity that `ENTITY_TYPE` and `ENTITY_ID` name. @throws RestError when there is none, or it is not the caller's. */
export function timelineOwner({ portal, caller }: Call, faults: TimelineFaults, fields: Params): TimelineOwner {
  const entityType = text(fields, "ENTITY_TYPE").toLowerCase();
  const entityId = integer(fields, "ENTITY_ID");
  if (entityId === null) throw faults.undefinedField("ENTITY_ID");
  if (entityType === "") throw faults.undefinedField("ENTITY_TYPE");
  const kind = allKinds(portal.state).find(({ code }) => code.toLowerCase() === entityType);
  const record = kind === undefined ? null : findRecord(portal.state, kind, entityId);
  if (record === null) throw faults.noOwner;
  if (!isAccessible(portal.state, record, caller.user)) throw faults.denied;
  return { entityType, entityId, record };
}

/** The comment of a number, when the caller may see something that shows it. */
export function calledComment(call: Call, faults: TimelineFaults, id: number | null): TimelineComment {
  if (id === null || id <= 0) throw faults.noId;
  const comment = call.portal.state.timelineComments.get(id);
  if (comment === undefined) throw faults.notFound;
  if (!isCommentVisible(call, comment)) throw faults.denied;
  return comment;
}

function isCommentVisible({ portal, caller }: Call, { bindings, authorId }: TimelineComment): boolean {
  if (caller.user.role === "manager" || authorId === caller.user.id) return true;
  return bindings.some(({ entityType, entityId }) => {
    const kind = allKinds(portal.state).find(({ code }) => code.toLowerCase() === entityType);
    const record = kind === undefined ? null : findRecord(portal.state, kind, entityId);
    return record !== null && isAccessible(portal.state, record, caller.user);
  });
}
