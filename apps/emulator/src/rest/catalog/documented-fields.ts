import { specOf } from "@botdeck/b24-spec";

import { isoDate } from "../../wire/iso-date.ts";
import { parseMoment } from "../../wire/parse-moment.ts";
import type { Params } from "../params.ts";

/** Every portal has properties of its own. */
const PROPERTY = /^property\d+$/i;
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

/** The fields of a record as the documented answer of a method shows them, each with a value of its kind. */
export function documentedFields(method: string, key: string): Params {
  const result = specOf(method)?.example?.result;
  const part =
    typeof result === "object" && result !== null ? Object.entries(result).find(([name]) => name === key) : null;
  const shown: unknown = part?.[1];
  const first: unknown = Array.isArray(shown) ? shown[0] : shown;
  if (typeof first !== "object" || first === null) return {};
  return Object.fromEntries(Object.entries(first).filter(([name]) => !PROPERTY.test(name)));
}

/** A record of these fields in which nothing is filled in. */
export function emptyRecord(fields: Params): Params {
  return Object.fromEntries(
    Object.entries(fields).map(([name, shown]) => [name, Array.isArray(shown) ? [] : emptyValue(shown)]),
  );
}

function emptyValue(shown: unknown): unknown {
  if (shown === "Y" || shown === "N") return "N";
  // A moment, a number and a map are nothing at all when they are not set; a text is an empty one.
  return typeof shown === "string" && !MOMENT.test(shown) ? "" : null;
}

/** What was given, for the fields that there are, in the documented kind: forms bring every number as a text. */
export function readFields(given: Params, fields: Params): Params {
  const known = Object.entries(given).filter(([name]) => Object.hasOwn(fields, name) || PROPERTY.test(name));
  return Object.fromEntries(known.map(([name, value]) => [name, inKind(value, fields[name])]));
}

function inKind(value: unknown, shown: unknown): unknown {
  if (typeof shown === "string" && MOMENT.test(shown) && typeof value === "string") return inPortalTime(value);
  if (value === "" || value === null || typeof value === "object")
    return value === "" && typeof shown !== "string" ? null : value;
  if (typeof shown === "number") return Number.isNaN(Number(value)) ? null : Number(value);
  if (typeof shown === "string") return typeof value === "boolean" ? (value ? "Y" : "N") : String(value);
  return /^-?\d+(?:\.\d+)?$/.test(String(value)) ? Number(value) : value;
}

function inPortalTime(given: string): string | null {
  const moment = parseMoment(given);
  return Number.isNaN(moment) ? null : isoDate(new Date(moment));
}
