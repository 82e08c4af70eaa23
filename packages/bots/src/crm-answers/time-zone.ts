import { z } from "zod";

export const TimeZone = z.string().refine(isTimeZone, "There is no such time zone; IANA names them so: Europe/Moscow");

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
