import type { CrmField } from "../../crm/crm-field.ts";
import { isNumeric } from "../../crm/crm-field.ts";
import { dayOf } from "../../crm/stages.ts";
import type { CrmValue } from "../../state/crm.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { parseMoment } from "../../wire/parse-moment.ts";
import { flag, list } from "../params.ts";
import { invalidValue, type Spelling } from "./fault.ts";

/**
 * One given value with the type of its field; an empty one is null.
 *
 * @throws RestError for a text where a number or a date has to be.
 */
export function readValue(field: CrmField, given: unknown, spelling: Spelling): CrmValue {
  const { type, title, isMultiple } = field;
  if (isMultiple)
    return list({ given }, "given")
      .map(Number)
      .filter((id) => Number.isInteger(id) && id > 0);
  const text = given === null || given === undefined || typeof given === "object" ? "" : String(given).trim();
  if (type === "char" || type === "boolean") return flag({ given }, "given", false) ? "Y" : "N";
  if (isNumeric(type)) return readNumber(text, title, spelling);
  if (type === "date" || type === "datetime") return readMoment(text, type, title, spelling);
  return text === "" ? null : text;
}

/** A link to nothing is written as 0. */
function readNumber(text: string, title: string, spelling: Spelling): number | null {
  if (text === "") return null;
  const value = Number(text);
  if (Number.isNaN(value)) throw invalidValue(spelling, title);
  return value;
}

function readMoment(text: string, type: "date" | "datetime", title: string, spelling: Spelling): string | null {
  if (text === "") return null;
  const moment = new Date(parseMoment(text));
  if (Number.isNaN(moment.getTime())) throw invalidValue(spelling, title);
  return type === "date" ? dayOf(isoDate(moment)) : isoDate(moment);
}
