import { addWorkingTime, type WorkingCalendar, workingTimeBetween } from "@botdeck/core/working-time";
import fc from "fast-check";
import { expect, test } from "vitest";

import { wind } from "./clocks.ts";
import { newClock } from "./run.ts";

const HOUR_MS = 3_600_000;
const DAY = ["09:00-18:00"];
// 2026-11-20 is a Friday; 09:00 in Moscow is 06:00 UTC.
const office: WorkingCalendar = {
  timeZone: "Europe/Moscow",
  hours: [DAY, DAY, DAY, DAY, DAY, [], []],
  holidays: ["2026-11-24"],
};

test("a promise of Friday evening warns and ends on working days, and not on a holiday", () => {
  const clock = wind(office, newClock(16 * HOUR_MS), "2026-11-20T13:00:00.000Z", true);
  // Two hours of Friday, nine of Monday, none of Tuesday.
  expect(clock).toMatchObject({ warnAt: "2026-11-25T07:48:00.000Z", dueAt: "2026-11-25T11:00:00.000Z" });
});

test("while it stands still no working time passes, and what had passed counts", () => {
  const begun = wind(office, newClock(4 * HOUR_MS), "2026-11-20T06:00:00.000Z", true);
  const paused = wind(office, begun, "2026-11-20T09:00:00.000Z", false);
  expect(paused).toMatchObject({ spentMs: 3 * HOUR_MS, since: null, warnAt: null, dueAt: null });
  const again = wind(office, paused, "2026-11-23T06:00:00.000Z", true);
  expect(again).toMatchObject({ warnAt: "2026-11-23T06:12:00.000Z", dueAt: "2026-11-23T07:00:00.000Z" });
  // Who was warned before is not warned again, and what is late already is late at once.
  const late = wind(office, { ...again, isWarned: true }, "2026-11-23T09:00:00.000Z", true);
  expect(late).toMatchObject({ warnAt: null, dueAt: "2026-11-23T09:00:00.000Z" });
});

test("however often it is stopped, it is due when its working time without the pauses has passed", () => {
  const minutes = fc.integer({ min: 1, max: 800 });
  fc.assert(
    fc.property(fc.array(minutes, { minLength: 1, maxLength: 8 }), (gaps) => {
      let at = Date.parse("2026-11-20T13:00:00Z");
      let clock = newClock(60 * HOUR_MS);
      let worked = 0;
      for (const [index, gap] of gaps.entries()) {
        const [from, to] = [new Date(at).toISOString(), new Date(at + gap * 60_000).toISOString()];
        clock = wind(office, clock, from, index % 2 === 0);
        if (index % 2 === 0) worked += workingTimeBetween(office, from, to);
        at += gap * 60_000;
      }
      const now = new Date(at).toISOString();
      clock = wind(office, clock, now, true);
      expect(clock.spentMs).toBe(worked);
      expect(clock.dueAt).toBe(addWorkingTime(office, now, clock.limitMs - worked));
    }),
    { numRuns: 20 },
  );
});
