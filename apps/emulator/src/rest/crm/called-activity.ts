import { accessOf, isAccessible } from "../../crm/access.ts";
import { boundRecords } from "../../crm/activities.ts";
import { findRecord, kindOf } from "../../crm/entity-kind.ts";
import type { Activity, CrmRecord } from "../../state/crm.ts";
import type { Call } from "../method.ts";
import { integer } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";
import { ACCESS_DENIED, INVALID_ID, ITEM_ACCESS_DENIED, OWNER_NOT_FOUND, THING_NOT_FOUND } from "./fault.ts";

/** In what words a family of methods refuses. */
export type ActivityFaults = { noId: RestError; notFound: RestError; noOwner: RestError; denied: RestError };

/** Bitrix24 docs: crm.activity.get. */
export const OLD_FAULTS: ActivityFaults = {
  noId: INVALID_ID,
  notFound: badRequest("", "Activity is not found"),
  noOwner: badRequest(
    "",
    "Could not build binding. Please ensure that owner info and communications are defined correctly",
  ),
  denied: ACCESS_DENIED,
};

/** Bitrix24 docs: crm.activity.todo.add, crm.activity.binding.add. */
export const CODED_FAULTS: ActivityFaults = {
  noId: THING_NOT_FOUND,
  notFound: THING_NOT_FOUND,
  noOwner: OWNER_NOT_FOUND,
  denied: ITEM_ACCESS_DENIED,
};

/** The activity that a parameter names. @throws RestError when there is none, or it is not the caller's to see. */
export function calledActivity(call: Call, faults: ActivityFaults, name = "id"): Activity {
  const id = integer(call.params, name);
  if (id === null || id <= 0) throw faults.noId;
  const activity = call.portal.state.activities.get(id);
  if (activity === undefined) throw faults.notFound;
  if (!isVisible(call, activity)) throw faults.denied;
  return activity;
}

/** One's own activities, and those of entities one may see. */
export function isVisible({ portal, caller }: Call, activity: Activity): boolean {
  if (caller.user.role === "manager" || activity.responsibleId === caller.user.id) return true;
  return boundRecords(portal, activity).some(accessOf(portal.state, caller.user));
}

/** The entity that gets something. @throws RestError when there is none, or the caller may not change it. */
export function boundRecord(
  { portal, caller }: Call,
  faults: ActivityFaults,
  entityTypeId: number | null,
  entityId: number | null,
): CrmRecord {
  const kind = kindOf(portal.state, entityTypeId ?? 0);
  const record = kind === null ? null : findRecord(portal.state, kind, entityId ?? 0);
  if (record === null) throw faults.noOwner;
  if (!isAccessible(portal.state, record, caller.user)) throw faults.denied;
  return record;
}
