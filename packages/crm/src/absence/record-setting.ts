import { z } from "zod";

const DATE_FORMATS = ["YYYY-MM-DD", "DD.MM.YYYY", "MM/DD/YYYY"] as const;

/** Fields of a list, each by its id (`PROPERTY_12`), its code or its name; what is left out is not written. */
const RecordFields = z.object({
  from: z.string().min(1),
  to: z.string().min(1),
  person: z.string().min(1).optional(),
  kind: z.string().min(1).optional(),
  comment: z.string().min(1).optional(),
});
export type RecordFields = z.infer<typeof RecordFields>;

const List = {
  listType: z.enum(["lists", "bitrix_processes"]),
  /** The list's id or code. */
  list: z.string().min(1),
  fields: RecordFields,
  /** How the portal writes dates in lists. */
  dateFormat: z.enum(DATE_FORMATS).default("YYYY-MM-DD"),
};

/** Where a portal keeps its absences beside the calendar. */
export const AbsenceRecordSetting = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("calendar") }),
  /** An element of a universal list; a list of processes starts its own process by itself. */
  z.object({ kind: z.literal("list"), ...List }),
  /** An element, and a process started for it: that takes an administrator's rights. */
  z.object({ kind: z.literal("process"), ...List, templateId: z.string().min(1) }),
]);
export type AbsenceRecordSetting = z.infer<typeof AbsenceRecordSetting>;
export type ListSetting = Pick<
  Extract<AbsenceRecordSetting, { kind: "list" }>,
  "listType" | "list" | "fields" | "dateFormat"
>;

/** A day in the form that a list of the portal takes. */
export function writeDay(day: string, format: ListSetting["dateFormat"]): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return format.replace("YYYY", year).replace("MM", month).replace("DD", date);
}
