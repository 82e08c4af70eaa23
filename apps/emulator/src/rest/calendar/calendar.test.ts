import { expect, test } from "vitest";

import { startEventReceiver } from "../../testing/event-receiver.ts";
import { send } from "../../testing/send.ts";
import { startTestPortal } from "../../testing/test-portal.ts";
import type { Json, Reply } from "../../testing/send.ts";
import type { TestPortal } from "../../testing/test-portal.ts";

type As = (method: string, params?: object) => Promise<Reply>;

async function setup(): Promise<{ world: TestPortal; asManager: As; asEmployee: As }> {
  const world = await startTestPortal();
  const as = async (userId: string): Promise<As> => {
    const url = await world.webhook(userId, ["calendar", "timeman"]);
    return (method, params = {}) => send(url + method, "POST", params);
  };
  return { world, asManager: await as("1"), asEmployee: await as("3") };
}

const OWN = { type: "user", ownerId: 3 };
const MEETING = { type: "user", ownerId: 1, name: "Stock", from: "2026-05-15T10:00:00Z", to: "2026-05-15T11:00:00Z" };

test("an absence of days shows in accessibility to its last day, and free time does not", async () => {
  const { asEmployee, asManager } = await setup();
  const vacation = { ...OWN, name: "Vacation", from: "2026-06-01", to: "2026-06-05", skip_time: "Y" };
  await asEmployee("calendar.event.add", { ...vacation, accessibility: "absent" });
  await asEmployee("calendar.event.add", { ...vacation, name: "Lunch", accessibility: "free" });

  const within = { users: [3, 4], from: "2026-06-05", to: "2026-06-05" };
  const { result } = (await asManager("calendar.accessibility.get", within)).body;
  const later = { ...within, from: "2026-06-06", to: "2026-06-07" };

  expect(result["3"]).toMatchObject([
    { NAME: "Vacation", ACCESSIBILITY: "absent", DT_SKIP_TIME: "Y", DATE_FROM: "01.06.2026 00:00:00" },
  ]);
  expect(result["4"]).toEqual([]);
  expect((await asManager("calendar.accessibility.get", later)).body["result"]["3"]).toEqual([]);
});

test("nobody but an administrator writes into somebody else's calendar", async () => {
  const { asEmployee, asManager } = await setup();

  expect(await asEmployee("calendar.event.add", MEETING)).toMatchObject({
    status: 400,
    body: { error: "", error_description: "Access denied" },
  });
  const added = await asManager("calendar.event.add", { ...MEETING, ownerId: 3 });
  expect(added.body["result"]).toBe(1);
});

test("a meeting stands in the calendar of everyone who was asked, and who declines is not busy", async () => {
  const { asEmployee, asManager } = await setup();
  await asManager("calendar.event.add", { ...MEETING, is_meeting: "Y", attendees: [3], private_event: "Y" });
  const seen = async (): Promise<Json> =>
    (await asEmployee("calendar.event.get", { ...OWN, from: "2026-05-15", to: "2026-05-15" })).body["result"];
  const day = { users: [3], from: "2026-05-15", to: "2026-05-15" };

  expect(await seen()).toMatchObject([{ NAME: "Stock", MEETING_STATUS: "Q", MEETING_HOST: "1" }]);
  expect((await asEmployee("calendar.meeting.status.set", { eventId: 1, status: "M" })).body["error"]).toBe("");
  await asEmployee("calendar.meeting.status.set", { eventId: 1, status: "N" });

  expect(await seen()).toMatchObject([{ MEETING_STATUS: "N" }]);
  expect((await asEmployee("calendar.accessibility.get", day)).body["result"]).toEqual({ "3": [] });
});

test("times are the clock of their zone in answers, however they were given", async () => {
  const { asEmployee } = await setup();
  const local = { from: "2026-05-15 10:00:00", to: "2026-05-15 11:30:00", timezone_from: "Europe/Riga" };
  await asEmployee("calendar.event.add", { ...OWN, name: "A", ...local });

  const event = (await asEmployee("calendar.event.getbyid", { id: 1 })).body["result"];

  expect(event).toMatchObject({
    DATE_FROM: "05/15/2026 10:00:00 am",
    DATE_TO: "05/15/2026 11:30:00 am",
    TZ_OFFSET_FROM: "10800",
    DATE_FROM_TS_UTC: String(Date.UTC(2026, 4, 15, 7) / 1000),
    DT_LENGTH: 5400,
  });
});

test("a weekly event comes on its days, without those that were taken out or moved", async () => {
  const { asEmployee } = await setup();
  const rrule = { FREQ: "WEEKLY", BYDAY: ["MO", "WE"], COUNT: 4 };
  const times = { from: "2026-05-18T10:00:00Z", to: "2026-05-18T11:00:00Z" };
  await asEmployee("calendar.event.add", { ...OWN, name: "Round", ...times, rrule });
  const days = async (): Promise<string[]> => {
    const listed = await asEmployee("calendar.event.get", { ...OWN, from: "2026-05-01", to: "2026-07-01" });
    return listed.body["result"].map((event: Json) => `${event["NAME"]} ${event["DATE_FROM"].slice(0, 5)}`);
  };
  expect(await days()).toEqual(["Round 05/18", "Round 05/20", "Round 05/25", "Round 05/27"]);

  const mode = { recurrence_mode: "this", current_date_from: "2026-05-20" };
  await asEmployee("calendar.event.update", { id: 1, ...OWN, name: "Moved", ...mode });

  expect(await days()).toEqual(["Round 05/18", "Moved 05/20", "Round 05/25", "Round 05/27"]);
});

test("an application is told of an event by its number", async () => {
  const { world, asManager } = await setup();
  const handler = await startEventReceiver();
  await world.install(handler.url, ["calendar"]);
  const token = (await handler.next()).body["auth"].access_token;
  await world.restAs(token, "event.bind", { event: "ONCALENDARENTRYADD", handler: handler.url });

  await asManager("calendar.event.add", MEETING);

  expect((await handler.next()).body).toMatchObject({ event: "ONCALENDARENTRYADD", data: { id: "1" } });
});

test("a working day is opened once, counts its breaks, and closes with what was worked", async () => {
  const { world, asEmployee } = await setup();
  const status = async (): Promise<string> => (await asEmployee("timeman.status")).body["result"].STATUS;

  await asEmployee("timeman.open");
  world.pass(3600);
  await asEmployee("timeman.pause");
  expect(await status()).toBe("PAUSED");
  expect((await asEmployee("timeman.open", { TIME: "2026-05-14T09:00:00Z" })).body["error"]).toBe("TIME");
  world.pass(900);
  await asEmployee("timeman.open");
  world.pass(3600);

  const closed = (await asEmployee("timeman.close")).body["result"];
  expect(closed).toMatchObject({ STATUS: "CLOSED", DURATION: "02:00:00", TIME_LEAKS: "00:15:00" });
  expect((await asEmployee("timeman.status", { USER_ID: 99 })).body["error_description"]).toBe("User not found");

  await asEmployee("timeman.open");
  world.pass(24 * 3600);
  expect(await status()).toBe("EXPIRED");
});
