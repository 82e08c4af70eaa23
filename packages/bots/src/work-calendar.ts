import { z } from "zod";

import { TimeZone } from "./crm-answers/time-zone.ts";

/** A part of a day in which people work, `09:00-18:00`; a day may have several. */
const Shift = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, "Write a shift so: 09:00-18:00");

const WORK_DAY = ["09:00-18:00"];

/** Settings of a bot that has to know when people of the portal work; together they are a `WorkingCalendar`. */
export const workCalendarSettings = {
  /** Where people work, as IANA names it. */
  timeZone: TimeZone.default("Europe/Moscow"),
  /** When they work, by day of the week from Monday; an empty list is a day off. */
  hours: z.array(z.array(Shift)).length(7).default([WORK_DAY, WORK_DAY, WORK_DAY, WORK_DAY, WORK_DAY, [], []]),
  /** Days on which nobody works. */
  holidays: z.array(z.iso.date()).default([]),
  /** Days off of the week that are worked, as a Saturday before long holidays. */
  workDays: z.array(z.iso.date()).default([]),
};
