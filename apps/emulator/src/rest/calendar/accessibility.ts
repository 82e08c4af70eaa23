import type { Portal } from "../../portal.ts";
import type { CalendarEvent } from "../../state/calendar.ts";
import type { Person } from "../../state/model.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { list, text } from "../params.ts";
import { mayReadAll, standsIn } from "./access.ts";
import { dottedDateTime, readRange } from "./dates.ts";
import { refuseOutsiders, requireParams } from "./errors.ts";
import { times } from "./event-row.ts";
import { occurrencesOf, type Occurrence } from "./occurrences.ts";

const METHOD = "calendar.accessibility.get";
/** What others see of a private event. */
const HIDDEN_NAME = "Busy";

/** When people are busy or away. Bitrix24 docs: calendar-accessibility-get. */
export const accessibilityMethods: RestMethod[] = [
  { name: METHOD, scopes: ["calendar"], missing: "own", run: getAccessibility },
];

function getAccessibility(call: Call): Answer {
  const { portal, caller, params } = call;
  requireParams(METHOD, params, ["from", "to", "users"]);
  refuseOutsiders(call);
  const now = portal.now();
  const range = readRange(text(params, "from"), text(params, "to"), { from: now, to: now });
  const entries = list(params, "users").map((id) => {
    const busy = busyTimes(portal, Number(id), range);
    return [String(id), busy.map((occurrence) => view(occurrence, caller.user))] as const;
  });
  return { result: Object.fromEntries(entries) };
}

function busyTimes(portal: Portal, userId: number, range: { from: number; to: number }): Occurrence[] {
  return [...portal.state.calendarEvents.values()]
    .filter((event) => standsIn(event, { type: "user", ownerId: userId }) && keepsBusy(event, userId))
    .flatMap((event) => occurrencesOf(event, range))
    .toSorted((one, other) => one.from - other.from);
}

/** Nobody is kept busy by what is marked as free time, or by a meeting they have declined. */
function keepsBusy(event: CalendarEvent, userId: number): boolean {
  const hasDeclined = event.attendees.some((guest) => guest.userId === userId && guest.status === "N");
  return event.accessibility !== "free" && !hasDeclined;
}

function view({ event, from, to }: Occurrence, viewer: Person): Record<string, unknown> {
  const row = times(event, from, to);
  return {
    ID: String(event.id),
    NAME: mayReadAll(event, viewer) ? event.name : HIDDEN_NAME,
    DATE_FROM: dottedDateTime(new Date(from), Number(row["~USER_OFFSET_FROM"])),
    DATE_TO: dottedDateTime(new Date(to), Number(row["~USER_OFFSET_TO"])),
    DATE_FROM_TS_UTC: row["DATE_FROM_TS_UTC"],
    DATE_TO_TS_UTC: row["DATE_TO_TS_UTC"],
    "~USER_OFFSET_FROM": row["~USER_OFFSET_FROM"],
    "~USER_OFFSET_TO": row["~USER_OFFSET_TO"],
    DT_SKIP_TIME: row["DT_SKIP_TIME"],
    TZ_FROM: event.timezoneFrom,
    TZ_TO: event.timezoneTo,
    ACCESSIBILITY: event.accessibility,
    IMPORTANCE: event.importance,
    EVENT_TYPE: "",
  };
}
