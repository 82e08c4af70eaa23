import { type AbsenceDays, AbsenceRecordSetting, markAbsence, recordOf, unmarkAbsence, whoIsBusy } from "@botdeck/crm";
import { expect, test } from "vitest";

import { PEOPLE } from "../src/testing/test-portal.ts";
import { startOffice } from "./office.ts";

const DAYS: AbsenceDays = { fromDay: "2026-07-15", toDay: "2026-07-28" };
const mark = (more: object = {}) => ({
  personId: PEOPLE.employee,
  days: DAYS,
  name: "Vacation",
  key: "absence:1",
  ...more,
});

test("an absence stands in the calendar once, however often it is marked, and is taken out however often", async () => {
  const office = await startOffice();
  const own = await office.clientOf(PEOPLE.employee);
  const { calendarEvents } = office.portal.state;
  const id = await markAbsence(own, mark());
  expect(await markAbsence(own, mark())).toBe(id);
  // A longer key is another cause.
  const other = await markAbsence(own, mark({ key: "absence:12" }));
  expect([...calendarEvents.keys()].map(String)).toEqual([id, other]);
  expect(calendarEvents.get(Number(id))).toMatchObject({
    accessibility: "absent",
    isAllDay: true,
    from: "2026-07-15T00:00:00+00:00",
    to: "2026-07-28T00:00:00+00:00",
  });

  await unmarkAbsence(own, id);
  await unmarkAbsence(own, id);
  expect([...calendarEvents.keys()].map(String)).toEqual([other]);
  // The one that is left is another's.
  const again = await markAbsence(own, mark());
  expect([...calendarEvents.keys()].map(String)).toEqual([other, again]);
  // What is there and may not be touched is a refusal.
  const stranger = await office.clientOf(PEOPLE.operator);
  await expect(unmarkAbsence(stranger, other)).rejects.toMatchObject({ code: "rejected" });
  await expect(markAbsence(stranger, mark({ key: "absence:3" }))).rejects.toMatchObject({ outcome: "not_applied" });
});

test("people may write into the event's description, and it is found all the same", async () => {
  const office = await startOffice();
  const own = await office.clientOf(PEOPLE.employee);
  const id = await markAbsence(own, mark());
  const event = office.portal.state.calendarEvents.get(Number(id));
  if (event !== undefined) event.description = `At the sea!\n${event.description}<br>Call only if it burns.`;
  expect(await markAbsence(own, mark())).toBe(id);
});

test("half days are marked by their times where the person is", async () => {
  const office = await startOffice();
  const own = await office.clientOf(PEOPLE.employee);
  const days = { fromDay: "2026-07-15", toDay: "2026-07-15", fromNoon: true };
  const id = await markAbsence(own, mark({ days, timeZone: "Europe/Moscow" }));
  expect(office.portal.state.calendarEvents.get(Number(id))).toMatchObject({
    isAllDay: false,
    from: "2026-07-15T09:00:00+00:00",
    to: "2026-07-15T20:59:00+00:00",
  });
});

test("who is away and who is busy is told with the days, for those who were asked about", async () => {
  const office = await startOffice();
  const own = await office.clientOf(PEOPLE.employee);
  await markAbsence(own, mark());
  await own.call("calendar.event.add", {
    type: "user",
    ownerId: PEOPLE.employee,
    name: "Call",
    from: "2026-07-28T23:00:00+03:00",
    to: "2026-07-28T23:30:00+03:00",
    timezone_from: "Europe/Moscow",
    timezone_to: "Europe/Moscow",
  });
  const people = [PEOPLE.employee, PEOPLE.operator];
  expect(await whoIsBusy(own, { people, fromDay: "2026-07-28", toDay: "2026-07-30" })).toEqual([
    { ...absent, personId: PEOPLE.employee, fromDay: "2026-07-15", toDay: "2026-07-28" },
    {
      personId: PEOPLE.employee,
      name: "Call",
      isAbsent: false,
      fromDay: "2026-07-28",
      toDay: "2026-07-28",
      from: "2026-07-28T20:00:00.000Z",
      to: "2026-07-28T20:30:00.000Z",
    },
  ]);
  expect(await whoIsBusy(own, { people, fromDay: "2026-07-29", toDay: "2026-07-30" })).toEqual([]);
  expect(await whoIsBusy(own, { people: [], fromDay: "2026-07-29", toDay: "2026-07-30" })).toEqual([]);
});

const absent = { name: "Vacation", isAbsent: true, from: null, to: null };

const TO_RECORD = {
  key: "absence:1",
  personId: PEOPLE.employee,
  personName: "Emma",
  title: "Vacation: Emma",
  kind: "paid",
  days: DAYS,
  comment: "By the sea",
};
const LIST = { listType: "bitrix_processes", list: "leave_requests", fields: { from: "FROM", to: "Last day" } };

test("a list keeps one element of an absence, with its days under the fields of the setting", async () => {
  const office = await startOffice();
  const [client, admin] = [await office.clientOf(PEOPLE.employee), await office.clientOf(PEOPLE.manager)];
  const setting = AbsenceRecordSetting.parse({ kind: "list", ...LIST });
  const record = recordOf(setting, { client, admin });
  const ref = await record.record(TO_RECORD);
  expect(await record.record(TO_RECORD)).toBe(ref);
  const [element] = office.portal.state.listElements.values();
  expect(element).toMatchObject({ name: "Vacation: Emma", createdBy: Number(PEOPLE.employee) });
  expect(Object.values(element?.values ?? {}).flatMap((values) => values.map(({ value }) => value))).toEqual([
    "07/15/2026",
    "07/28/2026",
  ]);
  // The list lets people add, and take nothing back.
  await record.withdraw(ref ?? "");
  await record.withdraw(ref ?? "");
  expect(office.portal.state.listElements.size).toBe(0);

  const wrong = recordOf(AbsenceRecordSetting.parse({ kind: "list", ...LIST, fields: { from: "Start", to: "TO" } }), {
    client,
    admin,
  });
  await expect(wrong.record(TO_RECORD)).rejects.toThrow("The list leave_requests has no field Start");
});

test("a process is started once for an element, and ended with it", async () => {
  const office = await startOffice();
  const { state } = office.portal;
  // The list's own process starts by itself; here it is started for the element.
  for (const template of state.workflowTemplates.values()) template.autoExecute = 0;
  const [template] = [...state.workflowTemplates.values()].filter(({ module }) => module === "lists");
  const [client, admin] = [await office.clientOf(PEOPLE.employee), await office.clientOf(PEOPLE.manager)];
  const setting = AbsenceRecordSetting.parse({ kind: "process", ...LIST, templateId: String(template?.id) });
  const record = recordOf(setting, { client, admin });
  const ref = await record.record(TO_RECORD);
  expect(await record.record(TO_RECORD)).toBe(ref);
  expect([state.workflows.size, state.listElements.size]).toEqual([1, 1]);
  await record.withdraw(ref ?? "");
  await record.withdraw(ref ?? "");
  expect([state.workflows.size, state.listElements.size]).toEqual([0, 0]);
});

test("a portal that keeps the calendar only has no record to take back", async () => {
  const office = await startOffice();
  const client = await office.clientOf(PEOPLE.employee);
  const record = recordOf({ kind: "calendar" }, { client, admin: client });
  expect(await record.record(TO_RECORD)).toBeNull();
});
