import { markActivity } from "../../crm/update-record.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { integer } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { boundRecord, calledActivity, CODED_FAULTS } from "./called-activity.ts";

const SCOPES = ["crm"];

/** To which entities an activity belongs. Bitrix24 docs: crm.activity.binding.*. */
export const activityBindingMethods: RestMethod[] = [
  { name: "crm.activity.binding.add", scopes: SCOPES, run: add },
  { name: "crm.activity.binding.delete", scopes: SCOPES, run: remove },
  { name: "crm.activity.binding.list", scopes: SCOPES, run: listBindings },
];

function add(call: Call): Answer {
  const activity = calledActivity(call, CODED_FAULTS, "activityId");
  const record = boundRecord(
    call,
    CODED_FAULTS,
    integer(call.params, "entityTypeId"),
    integer(call.params, "entityId"),
  );
  const { entityTypeId, id: entityId } = record;
  const isBound = activity.bindings.some((one) => one.entityTypeId === entityTypeId && one.entityId === entityId);
  if (isBound) throw badRequest("ACTIVITY_IS_ALREADY_BOUND", "The activity is already bound to this item");
  activity.bindings = [...activity.bindings, { entityTypeId, entityId }];
  markActivity(call.portal, record, call.caller.user.id);
  return TRUE;
}

/** The last tie stays: an activity always belongs to something. */
function remove(call: Call): Answer {
  const activity = calledActivity(call, CODED_FAULTS, "activityId");
  const [typeId, id] = [integer(call.params, "entityTypeId"), integer(call.params, "entityId")];
  const left = activity.bindings.filter((one) => one.entityTypeId !== typeId || one.entityId !== id);
  if (left.length === activity.bindings.length) throw badRequest("BINDING_NOT_FOUND", "Binding not found");
  const [first] = left;
  if (first === undefined) throw badRequest("LAST_BINDING_CANNOT_BE_DELETED", "The last binding cannot be deleted");
  Object.assign(activity, { bindings: left, ownerTypeId: first.entityTypeId, ownerId: first.entityId });
  return TRUE;
}

function listBindings(call: Call): Answer {
  return { result: calledActivity(call, CODED_FAULTS, "activityId").bindings };
}
