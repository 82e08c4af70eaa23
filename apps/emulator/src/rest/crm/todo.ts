import { addActivity, updateActivity } from "../../crm/activities.ts";
import type { Activity } from "../../state/crm.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { parseMoment } from "../../wire/parse-moment.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, list, text, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { boundRecord, calledActivity, CODED_FAULTS } from "./called-activity.ts";
import { THING_NOT_FOUND } from "./fault.ts";

const SCOPES = ["crm"];
const CUSTOM = 6;
const PROVIDER = "CRM_TODO";
const PROVIDER_TYPE = "TODO";

type Change = (call: Call) => Partial<Activity>;

/** To-dos of the timeline: "call back tomorrow". Bitrix24 docs: crm.activity.todo.*. */
export const todoMethods: RestMethod[] = [
  { name: "crm.activity.todo.add", scopes: SCOPES, run: add },
  changing("update", (call) => ({ ...details(call), deadline: deadlineIn(call, "deadline") })),
  changing("updateDeadline", (call) => ({ deadline: deadlineIn(call, "value") })),
  changing("updateDescription", ({ params }) => ({ description: text(params, "value") })),
  changing("updateResponsibleUser", (call) => ({ responsibleId: responsibleIn(call) }), "_RESPONSIBLE_USER"),
  changing("updateColor", ({ params }) => ({ more: { colorId: colorIn(params) } }), "_COLOR"),
];

function add(call: Call): Answer {
  const { portal, caller, params } = call;
  const owner = boundRecord(call, CODED_FAULTS, integer(params, "ownerTypeId"), integer(params, "ownerId"));
  const deadline = deadlineIn(call, "deadline");
  const given = details(call);
  const activity = addActivity(
    portal,
    {
      subject: "",
      responsibleId: caller.user.id,
      ...given,
      ownerTypeId: owner.entityTypeId,
      ownerId: owner.id,
      typeId: CUSTOM,
      providerId: PROVIDER,
      providerTypeId: PROVIDER_TYPE,
      startTime: deadline,
      endTime: deadline,
      deadline,
    },
    caller.user.id,
  );
  return { result: { id: activity.id } };
}

/** @param what In the code that refuses a change of a completed to-do. */
function changing(name: string, change: Change, what = ""): RestMethod {
  return {
    name: `crm.activity.todo.${name}`,
    scopes: SCOPES,
    run(call) {
      const activity = calledTodo(call);
      if (activity.isCompleted) {
        throw badRequest(`CAN_NOT_UPDATE${what}_COMPLETED_TODO`, "A completed to-do cannot be changed");
      }
      const given = change(call);
      const more = { ...activity.more, ...given.more };
      updateActivity(call.portal, activity, { ...given, more }, call.caller.user.id);
      return { result: { id: activity.id } };
    },
  };
}

/** The to-do that `id` names, which has to be one of the named entity. */
function calledTodo(call: Call): Activity {
  const activity = calledActivity(call, CODED_FAULTS);
  const owner = boundRecord(call, CODED_FAULTS, integer(call.params, "ownerTypeId"), integer(call.params, "ownerId"));
  const isOwn = activity.bindings.some((one) => one.entityTypeId === owner.entityTypeId && one.entityId === owner.id);
  if (!isOwn || activity.providerId !== PROVIDER) throw THING_NOT_FOUND;
  return activity;
}

function details(call: Call): Partial<Activity> {
  const { params } = call;
  const colorId = colorIn(params);
  const pingOffsets = list(params, "pingOffsets").map(Number);
  const parentActivityId = integer(params, "parentActivityId");
  return {
    ...(params["title"] !== undefined && { subject: text(params, "title") }),
    ...(params["description"] !== undefined && { description: text(params, "description") }),
    ...(params["responsibleId"] !== undefined && { responsibleId: responsibleIn(call) }),
    more: {
      ...(colorId !== "" && { colorId }),
      ...(pingOffsets.length > 0 && { pingOffsets }),
      ...(parentActivityId !== null && { parentActivityId }),
    },
  };
}

/** 1 to 7; empty is the default colour. */
function colorIn(params: Params): string {
  const colorId = text(params, "colorId");
  if (colorId === "" || /^[1-7]$/.test(colorId)) return colorId;
  throw badRequest("CAN_NOT_UPDATE_WRONG_COLOR_TODO", "Wrong colour");
}

function deadlineIn({ params }: Call, name: string): string {
  const moment = parseMoment(text(params, name));
  if (Number.isNaN(moment)) throw badRequest("WRONG_DATETIME_FORMAT", "Wrong datetime format");
  return isoDate(new Date(moment));
}

function responsibleIn({ portal, params }: Call): number {
  const id = integer(params, "responsibleId") ?? 0;
  const role = portal.state.people.get(id)?.role;
  if (role === undefined || role === "client" || role === "bot") {
    throw badRequest("INVALID_ARG_VALUE", 'Parameter "responsibleId" has to name an employee');
  }
  return id;
}
