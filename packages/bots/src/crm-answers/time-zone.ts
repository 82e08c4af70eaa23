import { isTimeZone } from "@botdeck/core/working-time";
import { z } from "zod";

export const TimeZone = z.string().refine(isTimeZone, "There is no such time zone; IANA names them so: Europe/Moscow");
