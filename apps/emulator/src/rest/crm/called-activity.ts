import { isAccessible } from "../../crm/access.ts";
import { boundRecords } from "../../crm/activities.ts";
import { findRecord, kindOf } from "../../crm/entity-kind.ts";
import type { Activity, CrmRecord } from "../../state/crm.ts";
import type { Call } from "../method.ts";
import { integer } from "../params.ts";
import { ACCESS_DENIED, INVALID_ID, NOT_FOUND } from "./fault.ts";

/** The activity that a parameter names. @throws RestError when there is none, or it is not the caller's to see. */
export function calledActivity(call: Call, name = "id"): Activity {
  const id = integer(call.params, name);
  if (id === null || id <= 0) throw INVALID_ID;
  const activity = call.portal.state.activities.get(id);
  if (activity === undefined) throw NOT_FOUND;
  if (!isVisible(call, activity)) throw ACCESS_DENIED;
  return activity;
}

/** One's own activities, and those of entities one may see. */
export function isVisible({ portal, caller }: Call, activity: Activity): boolean {
  if (caller.user.role === "manager" || activity.responsibleId === caller.user.id) return true;
  return boundRecords(portal, activity).some((record) => isAccessible(record, caller.user));
}

/** The entity that gets something. @throws RestError when there is none, or the caller may not change it. */
export function boundRecord({ portal, caller }: Call, entityTypeId: number | null, entityId: number | null): CrmRecord {
  const kind = kindOf(portal.state, entityTypeId ?? 0);
  const record = kind === null ? null : findRecord(portal.state, kind, entityId ?? 0);
  if (record === null) throw NOT_FOUND;
  if (!isAccessible(record, caller.user)) throw ACCESS_DENIED;
  return record;
}
