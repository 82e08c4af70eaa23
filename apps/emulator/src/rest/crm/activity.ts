import { addActivity, deleteActivity, updateActivity } from "../../crm/activities.ts";
import { findRecord, kindOf } from "../../crm/entity-kind.ts";
import type { Activity, CrmRecord } from "../../state/crm.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { pageOfMany } from "../page.ts";
import { integer, list, record, text, upperKeys, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf, type ReadColumn } from "../row-filter.ts";
import { ACTIVITY_FIELDS } from "./activity-fields.ts";
import { activityRow, selectedActivity } from "./activity-row.ts";
import { boundRecord, calledActivity, isVisible, OLD_FAULTS } from "./called-activity.ts";
import { INVALID_ID, notAnArray } from "./fault.ts";
import { readActivity } from "./read-activity.ts";
import { storeFiles } from "./store-files.ts";

const SCOPES = ["crm"];
const CALL = 2;
const CUSTOM = 6;
const REQUIRED = ["TYPE_ID", "OWNER_ID", "OWNER_TYPE_ID", "COMMUNICATIONS", "RESPONSIBLE_ID"];

/** Calls, meetings, letters. Bitrix24 docs: api-reference/crm/timeline/activities. */
export const activityMethods: RestMethod[] = [
  { name: "crm.activity.add", scopes: SCOPES, missing: { fields: notAnArray("fields") }, run: add },
  {
    name: "crm.activity.update",
    scopes: SCOPES,
    missing: { id: INVALID_ID, fields: notAnArray("fields") },
    run: update,
  },
  {
    name: "crm.activity.get",
    scopes: SCOPES,
    missing: { id: INVALID_ID },
    run: (call) => ({ result: activityRow(calledActivity(call, OLD_FAULTS)) }),
  },
  { name: "crm.activity.list", scopes: SCOPES, run: listActivities },
  { name: "crm.activity.delete", scopes: SCOPES, missing: { id: INVALID_ID }, run: remove },
  { name: "crm.activity.fields", scopes: SCOPES, missing: "own", run: () => ({ result: ACTIVITY_FIELDS }) },
];

async function add(call: Call): Promise<Answer> {
  const { portal, caller, params } = call;
  const fields = upperKeys(record(params, "fields"));
  requireAll(fields);
  const owner = boundRecord(call, OLD_FAULTS, integer(fields, "OWNER_TYPE_ID"), integer(fields, "OWNER_ID"));
  const fileIds = await storeFiles(call, fields);
  const given = readActivity(fields, null);
  const activity = addActivity(
    portal,
    {
      subject: "",
      ...given,
      fileIds,
      bindings: [{ entityTypeId: owner.entityTypeId, entityId: owner.id }, ...partners(call, owner, given)],
      ownerTypeId: owner.entityTypeId,
      ownerId: owner.id,
      typeId: integer(fields, "TYPE_ID") ?? 0,
      responsibleId: integer(fields, "RESPONSIBLE_ID") ?? caller.user.id,
    },
    caller.user.id,
  );
  return { result: activity.id };
}

/** With whom it is: those entities have the activity too. */
function partners(
  { portal }: Call,
  owner: CrmRecord,
  { communications = [] }: Partial<Activity>,
): Activity["bindings"] {
  const named = communications.map((one) => ({
    entityTypeId: Number(one["ENTITY_TYPE_ID"]),
    entityId: Number(one["ENTITY_ID"]),
  }));
  return named.filter(({ entityTypeId, entityId }, index) => {
    const isOwner = entityTypeId === owner.entityTypeId && entityId === owner.id;
    const first = named.findIndex((one) => one.entityTypeId === entityTypeId && one.entityId === entityId);
    const kind = kindOf(portal.state, entityTypeId);
    return !isOwner && first === index && kind !== null && findRecord(portal.state, kind, entityId) !== null;
  });
}

/** Bitrix24 docs: crm.activity.add. */
function requireAll(fields: Params): void {
  const isMissing = (name: string): boolean => fields[name] === undefined || fields[name] === "";
  if (isMissing("SUBJECT")) throw badRequest("", "The field SUBJECT is not defined or empty.");
  const missing = REQUIRED.find(isMissing);
  if (missing !== undefined) throw badRequest("", `The field ${missing} is not defined or invalid.`);
  const type = integer(fields, "TYPE_ID");
  if (type === CALL && list(fields, "COMMUNICATIONS").length > 1) {
    throw badRequest("", "The only one communication is allowed for activity of specified type");
  }
  if (type === CUSTOM && isMissing("PROVIDER_ID")) {
    throw badRequest("", "The custom activity without provider is not supported in current context");
  }
}

function update(call: Call): Answer {
  const activity = calledActivity(call, OLD_FAULTS);
  const fields = upperKeys(record(call.params, "fields"));
  const responsibleId = integer(fields, "RESPONSIBLE_ID") ?? activity.responsibleId;
  const change = { ...readActivity(fields, activity), responsibleId };
  updateActivity(call.portal, activity, change, call.caller.user.id);
  return TRUE;
}

function listActivities(call: Call): Answer {
  const { portal, params } = call;
  const filter = upperKeys(record(params, "filter"));
  const { OWNER_ID, OWNER_TYPE_ID, BINDINGS, ...rest } = filter;
  const wanted =
    BINDINGS ?? (OWNER_ID === undefined || OWNER_TYPE_ID === undefined ? [] : [{ OWNER_ID, OWNER_TYPE_ID }]);
  const owners = list({ wanted }, "wanted").map((item) => upperKeys(record({ item }, "item")));
  const meets = filterOf(owners.length > 0 ? rest : filter, column);
  const compare = orderOf(record(params, "order"), column);
  const isWanted = (activity: Activity): boolean =>
    (owners.length === 0 || owners.some((owner) => belongsTo(activity, owner))) &&
    meets(activity) &&
    isVisible(call, activity);
  const start = integer(params, "start") ?? 0;
  const { result, ...counted } = pageOfMany(portal.state.activities.values(), isWanted, compare, start);
  const select = list(params, "select").map((name) => String(name).toUpperCase());
  return { result: result.map((activity) => selectedActivity(activity, select)), ...counted };
}

const column: ReadColumn<Activity> = (field) => {
  const name = field.toUpperCase();
  return ACTIVITY_FIELDS[name] === undefined ? null : (activity) => activityRow(activity)[name] ?? "";
};

/** An activity is found by each of the entities it is tied to. */
function belongsTo({ bindings }: Activity, owner: Params): boolean {
  const [typeId, id] = [text(owner, "OWNER_TYPE_ID"), text(owner, "OWNER_ID")];
  return bindings.some((one) => String(one.entityTypeId) === typeId && String(one.entityId) === id);
}

function remove(call: Call): Answer {
  deleteActivity(call.portal, calledActivity(call, OLD_FAULTS), call.caller.user.id);
  return TRUE;
}
