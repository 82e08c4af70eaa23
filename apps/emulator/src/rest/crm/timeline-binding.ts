import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { integer, record, upperKeys, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { notAnArray } from "./fault.ts";
import { calledComment, OLD_FAULTS, timelineOwner } from "./timeline-owner.ts";

const SCOPES = ["crm"];
const missing = { fields: notAnArray("fields"), filter: notAnArray("filter") };

/** On whose timelines a comment is shown; OWNER_ID is the comment. Bitrix24 docs: crm.timeline.bindings.*. */
export const timelineBindingMethods: RestMethod[] = [
  { name: "crm.timeline.bindings.bind", scopes: SCOPES, missing, run: bind },
  { name: "crm.timeline.bindings.unbind", scopes: SCOPES, missing, run: unbind },
  { name: "crm.timeline.bindings.list", scopes: SCOPES, missing, run: listBindings },
];

function bind(call: Call): Answer {
  const fields = upperKeys(record(call.params, "fields"));
  const comment = calledComment(call, OLD_FAULTS, ownerIn(fields));
  const { entityType, entityId } = timelineOwner(call, OLD_FAULTS, fields);
  const isBound = comment.bindings.some((one) => one.entityType === entityType && one.entityId === entityId);
  if (!isBound) comment.bindings = [...comment.bindings, { entityType, entityId }];
  return TRUE;
}

/** The last tie stays: a comment is always shown somewhere. */
function unbind(call: Call): Answer {
  const fields = upperKeys(record(call.params, "fields"));
  const comment = calledComment(call, OLD_FAULTS, ownerIn(fields));
  const { entityType, entityId } = timelineOwner(call, OLD_FAULTS, fields);
  const left = comment.bindings.filter((one) => one.entityType !== entityType || one.entityId !== entityId);
  if (left.length === comment.bindings.length) throw OLD_FAULTS.notFound;
  if (left.length === 0) throw badRequest("", "The last binding cannot be deleted.");
  comment.bindings = left;
  return TRUE;
}

function listBindings(call: Call): Answer {
  const comment = calledComment(call, OLD_FAULTS, ownerIn(upperKeys(record(call.params, "filter"))));
  const rows = comment.bindings.map(({ entityType, entityId }) => ({
    OWNER_ID: String(comment.id),
    ENTITY_ID: String(entityId),
    ENTITY_TYPE: entityType,
  }));
  return { result: rows, total: rows.length };
}

function ownerIn(fields: Params): number {
  const id = integer(fields, "OWNER_ID");
  if (id === null) throw OLD_FAULTS.undefinedField("OWNER_ID");
  return id;
}
