const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

type SeedCall = { method: string; params: Record<string, unknown> };

/** A day in relation to the one on which the portal is made. */
const day = (shift: number): string => new Date(Date.now() + shift * DAY_MS).toISOString().slice(0, 10);

/** So many hours from when the portal is made. */
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

/** What people have to do and should have done: they may put it off by themselves. */
const dueOn = (RESPONSIBLE_ID: number, TITLE: string, DEADLINE: string) => ({
  TITLE,
  RESPONSIBLE_ID,
  DEADLINE,
  ALLOW_CHANGE_DEADLINE: "Y",
});
const due = (personId: number, title: string, hours: number) => dueOn(personId, title, inHours(hours));

/** Tasks and events of the demo people 1 to 4 and 7 to 14. The rows are those of `SEED_ROWS`; numbers are those a new portal gives. */
export const DEMO_WORK = {
  tasks: [
    { ...dueOn(3, "Prepare the price list", `${day(2)}T17:00:00Z`), TAGS: "prices" },
    { ...dueOn(3, "Call the client back", `${day(-1)}T12:00:00Z`), PRIORITY: 2 },
    { ...dueOn(4, "Пересчитать остатки на складе", `${day(1)}T15:00:00Z`), TASK_CONTROL: "Y" },
    { TITLE: "Проверить возвраты", RESPONSIBLE_ID: 2, AUDITORS: [3] },
    due(3, "Send the contract to the school", 2),
    due(3, "Ask about the delivery of the lamps", -30),
    due(7, "Отправить счёт за гарнитур", 1),
    due(7, "Уточнить размеры шкафа", -50),
    due(8, "Offer for a meeting table", 3),
    due(8, "Return the sample", -3),
    due(10, "Prepare the visit of a key client", 4),
    due(12, "Заменить клавиатуру в приёмной", 2),
    due(13, "Order paper for the printer", -6),
  ],
  calls: [
    { method: "task.checklistitem.add", params: { TASKID: 1, FIELDS: { TITLE: "Collect new prices" } } },
    { method: "task.checklistitem.add", params: { TASKID: 1, FIELDS: { TITLE: "Check the discounts" } } },
    event("Weekly meeting", 1, 1, { is_meeting: "Y", attendees: [2, 3], rrule: { FREQ: "WEEKLY" } }),
    event("Инвентаризация", 4, 3),
    event("Vacation", 3, 14, { to: day(20), skip_time: "Y", accessibility: "absent" }),
    event("Отпуск", 7, -1, { to: day(6), skip_time: "Y", accessibility: "absent" }),
    event("Vacation", 13, 0, { to: day(1), skip_time: "Y", accessibility: "absent" }),
  ],
};

/** An hour in the morning, or what `more` makes of it. */
function event(name: string, ownerId: number, shift: number, more: Record<string, unknown> = {}): SeedCall {
  const times = { from: `${day(shift)}T10:00:00Z`, to: `${day(shift)}T11:00:00Z` };
  return { method: "calendar.event.add", params: { type: "user", ownerId, name, ...times, ...more } };
}
