import type { CalendarBooking, CalendarResource } from "../../state/calendar.ts";
import { nextId } from "../../state/state.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { integer, list, record, text } from "../params.ts";
import { accessDenied, calendarError, isMissing, missing, refuseOutsiders, requireParams } from "./errors.ts";
import { dottedDateTime, readRange } from "./dates.ts";
import { times } from "./event-row.ts";

const SCOPES = ["calendar"];
const BOOKING_LIST = "calendar.resource.booking.list";
const DAY_SECONDS = 24 * 60 * 60;

/** Rooms and things that can be booked. Bitrix24 docs: api-reference/calendar/resource. */
export const resourceMethods: RestMethod[] = [
  { name: "calendar.resource.list", scopes: SCOPES, missing: "own", run: listResources },
  { name: "calendar.resource.add", scopes: SCOPES, missing: "own", run: addResource },
  { name: "calendar.resource.update", scopes: SCOPES, missing: "own", run: updateResource },
  { name: "calendar.resource.delete", scopes: SCOPES, missing: "own", run: deleteResource },
  { name: BOOKING_LIST, scopes: SCOPES, missing: "own", run: listBookings },
];

function listResources(call: Call): Answer {
  refuseOutsiders(call);
  const rows = [...call.portal.state.calendarResources.values()].map(({ id, name, createdBy }) => ({
    ID: String(id),
    NAME: name,
    CREATED_BY: String(createdBy),
  }));
  return { result: rows };
}

function addResource(call: Call): Answer {
  const { portal, caller, params } = call;
  requireParams("calendar.resource.add", params, ["name"]);
  refuseOutsiders(call);
  const id = nextId(portal.state, "calendarResource");
  portal.state.calendarResources.set(id, { id, name: text(params, "name"), createdBy: caller.user.id });
  return { result: id };
}

function updateResource(call: Call): Answer {
  requireParams("calendar.resource.update", call.params, ["resourceId", "name"]);
  const resource = readResource(call, "An error occurred while changing the resource");
  resource.name = text(call.params, "name");
  return { result: resource.id };
}

function deleteResource(call: Call): Answer {
  const { state } = call.portal;
  requireParams("calendar.resource.delete", call.params, ["resourceId"]);
  const resource = readResource(call, "An error occurred while deleting the resource");
  for (const booking of state.calendarBookings.values()) {
    if (booking.resourceId === resource.id) state.calendarBookings.delete(booking.id);
  }
  state.calendarResources.delete(resource.id);
  return TRUE;
}

/** Only an administrator and who made it may change a resource. */
function readResource(call: Call, refusal: string): CalendarResource {
  const { portal, caller, params } = call;
  refuseOutsiders(call);
  const resource = portal.state.calendarResources.get(integer(params, "resourceId") ?? 0);
  if (resource === undefined) throw calendarError(refusal);
  if (caller.user.role !== "manager" && resource.createdBy !== caller.user.id) throw accessDenied();
  return resource;
}

/** Bookings by resource, or by their own numbers, which stand in fields of leads and deals. */
function listBookings(call: Call): Answer {
  const { portal, params } = call;
  const filter = record(params, "filter");
  if (isMissing(filter["resourceTypeIdList"]) && isMissing(filter["resourceIdList"])) {
    throw missing(BOOKING_LIST, "filter['resourceTypeIdList']");
  }
  refuseOutsiders(call);
  const resourceIds = list(filter, "resourceTypeIdList").map(Number);
  const ids = list(filter, "resourceIdList").map(Number);
  const range = readRange(text(filter, "from"), text(filter, "to"), { from: new Date(0), to: new Date(8.64e15) });
  const found = [...portal.state.calendarBookings.values()].filter(
    (booking) =>
      (resourceIds.length === 0 ? ids.includes(booking.id) : resourceIds.includes(booking.resourceId)) &&
      Date.parse(booking.from) <= range.to &&
      Date.parse(booking.to) >= range.from,
  );
  return { result: found.map(bookingRow) };
}

function bookingRow(booking: CalendarBooking): Record<string, unknown> {
  const from = Date.parse(booking.from);
  const to = Date.parse(booking.to);
  const createdAt = dottedDateTime(new Date(booking.createdAt));
  const zones = { timezoneFrom: "UTC", timezoneTo: "UTC", isAllDay: booking.isAllDay };
  return {
    ...times(zones, from, to),
    ID: String(booking.id),
    PARENT_ID: String(booking.id),
    DELETED: "N",
    CAL_TYPE: "resource",
    OWNER_ID: "0",
    NAME: booking.name,
    DATE_FROM: dottedDateTime(new Date(from)),
    DATE_TO: dottedDateTime(new Date(to)),
    DT_LENGTH: (to - from) / 1000 + (booking.isAllDay ? DAY_SECONDS : 0),
    EVENT_TYPE: "#resourcebooking#",
    CREATED_BY: String(booking.createdBy),
    DATE_CREATE: createdAt,
    TIMESTAMP_X: createdAt,
    DESCRIPTION: booking.description,
    IS_MEETING: false,
    MEETING_STATUS: "Y",
    MEETING_HOST: "0",
    VERSION: "1",
    SECTION_ID: String(booking.resourceId),
    SECT_ID: String(booking.resourceId),
    RESOURCE_BOOKING_ID: String(booking.id),
  };
}
