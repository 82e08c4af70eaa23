const DAY_MS = 24 * 60 * 60 * 1000;

type SeedCall = { method: string; params: Record<string, unknown> };

/** A day in relation to the one on which the portal is made. */
const day = (shift: number): string => new Date(Date.now() + shift * DAY_MS).toISOString().slice(0, 10);

/** Tasks and events of the demo people 1 to 4. The rows are those of `SEED_ROWS`; numbers are those a new portal gives. */
export const DEMO_WORK = {
  tasks: [
    { TITLE: "Prepare the price list", RESPONSIBLE_ID: 3, DEADLINE: `${day(2)}T17:00:00Z`, TAGS: "prices" },
    { TITLE: "Call the client back", RESPONSIBLE_ID: 3, DEADLINE: `${day(-1)}T12:00:00Z`, PRIORITY: 2 },
    { TITLE: "Пересчитать остатки на складе", RESPONSIBLE_ID: 4, DEADLINE: `${day(1)}T15:00:00Z`, TASK_CONTROL: "Y" },
    { TITLE: "Проверить возвраты", RESPONSIBLE_ID: 2, AUDITORS: [3] },
  ],
  calls: [
    { method: "task.checklistitem.add", params: { TASKID: 1, FIELDS: { TITLE: "Collect new prices" } } },
    { method: "task.checklistitem.add", params: { TASKID: 1, FIELDS: { TITLE: "Check the discounts" } } },
    event("Weekly meeting", 1, 1, { is_meeting: "Y", attendees: [2, 3], rrule: { FREQ: "WEEKLY" } }),
    event("Инвентаризация", 4, 3),
    event("Vacation", 3, 14, { to: day(20), skip_time: "Y", accessibility: "absent" }),
  ],
};

/** An hour in the morning, or what `more` makes of it. */
function event(name: string, ownerId: number, shift: number, more: Record<string, unknown> = {}): SeedCall {
  const times = { from: `${day(shift)}T10:00:00Z`, to: `${day(shift)}T11:00:00Z` };
  return { method: "calendar.event.add", params: { type: "user", ownerId, name, ...times, ...more } };
}
