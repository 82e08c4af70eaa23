import type { CalendarEvent } from "../../state/calendar.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { integer, text } from "../params.ts";
import { changeEvent } from "./change-event.ts";
import { calendarError, invalidValue, requireParams } from "./errors.ts";

const SCOPES = ["calendar"];
const GET = "calendar.meeting.status.get";
const SET = "calendar.meeting.status.set";
type Answered = "Y" | "N" | "Q";

/** Whether the caller comes to a meeting. Bitrix24 docs: calendar-meeting-status-get, -set. */
export const meetingStatusMethods: RestMethod[] = [
  { name: GET, scopes: SCOPES, missing: "own", run: getStatus },
  { name: SET, scopes: SCOPES, missing: "own", run: setStatus },
];

function getStatus(call: Call): Answer {
  requireParams(GET, call.params, ["eventId"]);
  return { result: readGuest(call, "An error occurred while reading the status").guest.status };
}

function setStatus(call: Call): Answer {
  const { portal, caller, params } = call;
  requireParams(SET, params, ["eventId", "status"]);
  const status = text(params, "status");
  if (!isAnswered(status)) throw invalidValue("status");
  const { event, guest } = readGuest(call, "An error occurred while setting the status");
  // The host of a meeting always comes.
  if (guest.status === "H") return TRUE;
  const attendees = event.attendees.map((one) => (one.userId === guest.userId ? { ...one, status } : one));
  changeEvent(portal, event, { attendees }, caller.user.id);
  return TRUE;
}

function isAnswered(status: string): status is Answered {
  return ["Y", "N", "Q"].includes(status);
}

function readGuest(
  { portal, caller, params }: Call,
  refusal: string,
): { event: CalendarEvent; guest: CalendarEvent["attendees"][number] } {
  const event = portal.state.calendarEvents.get(integer(params, "eventId") ?? 0);
  const guest = event?.attendees.find(({ userId }) => userId === caller.user.id);
  if (event === undefined || guest === undefined) throw calendarError(refusal);
  return { event, guest };
}
