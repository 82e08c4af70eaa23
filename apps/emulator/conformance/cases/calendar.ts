import { PEOPLE, type Cases, type Params, type World } from "../world.ts";

const OWN = { type: "user", ownerId: PEOPLE.manager };
const COMPANY = { type: "company_calendar", ownerId: 0 };

/** Far enough that no other event is there, in hours. */
const DISTANT = 24 * 200;

function at(hoursAhead: number): string {
  return new Date(Date.now() + hoursAhead * 3_600_000).toISOString();
}

/** A meeting with everything that the documented event has. */
async function aMeeting(world: World, more: Params = {}): Promise<number> {
  return world.call("calendar.event.add", {
    ...OWN,
    name: "Stock",
    description: "All of it",
    from: at(24),
    to: at(25),
    timezone_from: "Europe/Riga",
    is_meeting: "Y",
    attendees: [PEOPLE.employee],
    location: "Store",
    remind: [{ type: "min", count: 15 }],
    crm_fields: ["L_1"],
    ...more,
  });
}

/** The later part of a repeated meeting, cut off by a change: it knows what it came from. */
async function aLaterPart(world: World): Promise<number> {
  const rrule = { FREQ: "WEEKLY", BYDAY: ["MO", "WE"], INTERVAL: 1, UNTIL: at(24 * 60).slice(0, 10) };
  const id = await aMeeting(world, { rrule });
  const cut = { recurrence_mode: "next", current_date_from: at(24 * 8).slice(0, 10) };
  const { recEventId } = await world.call("calendar.event.update", { id, ...OWN, name: "Stock", ...cut });
  return recEventId;
}

async function aSection(world: World): Promise<number> {
  return world.call("calendar.section.add", { ...COMPANY, name: "Store" });
}

async function aResource(world: World): Promise<number> {
  return world.call("calendar.resource.add", { name: "Fork lift" });
}

export const calendarCases: Cases = {
  "calendar.event.add": () => ({ ...OWN, name: "Stock", from: at(2), to: at(3) }),
  "calendar.event.get": async (world) => {
    await aMeeting(world, { from: at(DISTANT), to: at(DISTANT + 1) });
    return { ...OWN, from: at(DISTANT - 1), to: at(DISTANT + 2) };
  },
  "calendar.event.get.nearest": async (world) => {
    await aMeeting(world, { from: at(0.01), to: at(0.02) });
    return { days: 1, forCurrentUser: true, maxEventsCount: 1 };
  },
  "calendar.event.getbyid": async (world) => ({ id: await aLaterPart(world) }),
  "calendar.event.update": async (world) => ({ id: await aMeeting(world), ...OWN, name: "Stock again" }),
  "calendar.event.delete": async (world) => ({ id: await aMeeting(world) }),
  "calendar.accessibility.get": async (world) => {
    await aMeeting(world);
    return { users: [PEOPLE.manager, PEOPLE.employee], from: at(0).slice(0, 10), to: at(48).slice(0, 10) };
  },
  "calendar.meeting.status.get": async (world) => ({ eventId: await aMeeting(world) }),
  "calendar.meeting.status.set": async (world) => ({ eventId: await aMeeting(world), status: "Y" }),

  "calendar.section.get": () => OWN,
  "calendar.section.add": () => ({ ...COMPANY, name: "Store" }),
  "calendar.section.update": async (world) => ({ ...COMPANY, id: await aSection(world), name: "Stores" }),
  "calendar.section.delete": async (world) => ({ ...COMPANY, id: await aSection(world) }),

  "calendar.resource.list": () => ({}),
  "calendar.resource.add": () => ({ name: "Van" }),
  "calendar.resource.update": async (world) => ({ resourceId: await aResource(world), name: "Lift" }),
  "calendar.resource.delete": async (world) => ({ resourceId: await aResource(world) }),
  // The room that every new portal has is booked for its first day.
  "calendar.resource.booking.list": () => ({ filter: { resourceTypeIdList: [1] } }),

  "calendar.settings.get": () => ({}),
  "calendar.user.settings.set": () => ({ settings: { showTasks: "Y" } }),

  "timeman.settings": () => ({}),
  "timeman.open": () => ({}),
  "timeman.pause": () => ({}),
  "timeman.close": () => ({}),
  "timeman.status": async (world) => {
    await world.call("timeman.open");
    const day = [...world.portal.state.workDays.values()].at(-1);
    // A day that nobody closed yesterday.
    if (day !== undefined) day.startedAt = at(-24);
    return {};
  },
};
