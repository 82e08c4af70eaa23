import { z } from "zod";

/** A part of a day in which people answer, `10:00-19:00`; a day may have several. */
const Shift = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, "Write a shift so: 10:00-19:00");
const Day = z.iso.date();
const TimeZone = z.string().refine(isTimeZone, "There is no such time zone; IANA names them so: Europe/Moscow");

const WORK_DAY = ["10:00-19:00"];

/** What a portal may set about its shop's bot. */
export const StoreSettings = z.object({
  /** Days after the purchase in which a return is taken. */
  returnDays: z.number().int().positive().default(14),
  /** The same for categories of products that differ, by the name of the category; 0 for those that are never taken back. */
  returnDaysByCategory: z.record(z.string(), z.number().int().nonnegative()).default({}),
  /** Where the shop is, as IANA names it. */
  timeZone: TimeZone.default("Europe/Moscow"),
  /** When people answer, by day of the week from Monday; an empty list is a day off. */
  hours: z
    .array(z.array(Shift))
    .length(7)
    .default([WORK_DAY, WORK_DAY, WORK_DAY, WORK_DAY, WORK_DAY, ["11:00-17:00"], []]),
  /** Days on which nobody answers, or with hours of their own. */
  holidays: z.array(Day).default([]),
  /**
   * Connectors whose word about a client's phone is good, by how their ids begin: who comes by them is told of their orders
   * without a number. A site's chat widget is none of them: its visitors may have typed any phone.
   */
  phoneConnectors: z.array(z.string().min(1)).default(["whatsapp", "telegram", "viber", "max", "sms"]),
  /** Portal user ids: who decides about returns, and who is told when that takes too long. */
  managerId: z.string().nullable().default(null),
  supervisorId: z.string().nullable().default(null),
  /** Minutes for a queue to pick up; then the next of these lines is tried, then the supervisor. */
  pickUpMinutes: z.number().positive().default(5),
  nextLineIds: z.array(z.string()).default([]),
  /** Hours of silence after which a dialog that a person led is the bot's again. */
  quietHours: z.number().positive().default(12),
  /**
   * From the first confidence on an intent is acted on; from the second on, when being wrong costs little and it is well ahead;
   * from the third on the client is asked which of some is meant.
   */
  answerAt: z.number().min(0).max(1).default(0.7),
  leanAt: z.number().min(0).max(1).default(0.3),
  askAt: z.number().min(0).max(1).default(0.15),
});
export type StoreSettings = z.output<typeof StoreSettings>;

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
