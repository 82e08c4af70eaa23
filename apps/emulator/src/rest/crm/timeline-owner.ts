import { isAccessible } from "../../crm/access.ts";
import { allKinds, findRecord } from "../../crm/entity-kind.ts";
import type { CrmRecord, TimelineComment } from "../../state/crm.ts";
import type { Call } from "../method.ts";
import { integer, text, type Params } from "../params.ts";
import { ACCESS_DENIED, INVALID_ID, NOT_FOUND, requiredField } from "./fault.ts";

export type TimelineOwner = { entityType: string; entityId: number; record: CrmRecord };

/** The entity that `ENTITY_TYPE` and `ENTITY_ID` name. @throws RestError when there is none, or it is not the caller's. */
export function timelineOwner({ portal, caller }: Call, fields: Params): TimelineOwner {
  const entityType = text(fields, "ENTITY_TYPE").toLowerCase();
  const entityId = integer(fields, "ENTITY_ID");
  if (entityType === "") throw requiredField("old", "ENTITY_TYPE");
  if (entityId === null) throw requiredField("old", "ENTITY_ID");
  const kind = allKinds(portal.state).find(({ code }) => code.toLowerCase() === entityType);
  const record = kind === undefined ? null : findRecord(portal.state, kind, entityId);
  if (record === null) throw NOT_FOUND;
  if (!isAccessible(record, caller.user)) throw ACCESS_DENIED;
  return { entityType, entityId, record };
}

/** The comment that a parameter names, when the caller may see something that shows it. */
export function calledComment(call: Call, id: number | null): TimelineComment {
  if (id === null || id <= 0) throw INVALID_ID;
  const comment = call.portal.state.timelineComments.get(id);
  if (comment === undefined) throw NOT_FOUND;
  if (!isCommentVisible(call, comment)) throw ACCESS_DENIED;
  return comment;
}

function isCommentVisible({ portal, caller }: Call, { bindings, authorId }: TimelineComment): boolean {
  if (caller.user.role === "manager" || authorId === caller.user.id) return true;
  return bindings.some(({ entityType, entityId }) => {
    const kind = allKinds(portal.state).find(({ code }) => code.toLowerCase() === entityType);
    const record = kind === undefined ? null : findRecord(portal.state, kind, entityId);
    return record !== null && isAccessible(record, caller.user);
  });
}
