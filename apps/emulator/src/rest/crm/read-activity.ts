import type { Activity } from "../../state/crm.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { parseMoment } from "../../wire/parse-moment.ts";
import { flag, integer, list, onlyTexts, record, text, upperKeys, type Params } from "../params.ts";
import { invalidValue } from "./fault.ts";

const DONE = ["2", "3"];
/** Kept as they are given. */
const OTHERS = [
  "PROVIDER_GROUP_ID",
  "ASSOCIATED_ENTITY_ID",
  "NOTIFY_TYPE",
  "NOTIFY_VALUE",
  "LOCATION",
  "SETTINGS",
  "ORIGINATOR_ID",
  "ORIGIN_ID",
  "PROVIDER_PARAMS",
  "PROVIDER_DATA",
  "IS_INCOMING_CHANNEL",
];

/** The given fields of an activity; what was not given is not there. */
export function readActivity(fields: Params, current: Activity | null): Partial<Activity> {
  const given: Partial<Activity> = {};
  if (fields["SUBJECT"] !== undefined) given.subject = text(fields, "SUBJECT");
  if (fields["DESCRIPTION"] !== undefined) given.description = text(fields, "DESCRIPTION");
  if (fields["PROVIDER_ID"] !== undefined) given.providerId = text(fields, "PROVIDER_ID") || null;
  if (fields["PROVIDER_TYPE_ID"] !== undefined) given.providerTypeId = text(fields, "PROVIDER_TYPE_ID") || null;
  given.descriptionType = integer(fields, "DESCRIPTION_TYPE") ?? current?.descriptionType ?? 1;
  given.priority = integer(fields, "PRIORITY") ?? current?.priority ?? 2;
  given.direction = integer(fields, "DIRECTION") ?? current?.direction ?? 0;
  if (fields["START_TIME"] !== undefined) given.startTime = readMoment(fields, "START_TIME");
  if (fields["END_TIME"] !== undefined) given.endTime = readMoment(fields, "END_TIME");
  if (fields["DEADLINE"] !== undefined) given.deadline = readMoment(fields, "DEADLINE");
  else if (current === null) given.deadline = given.startTime ?? null;
  const byStatus = fields["STATUS"] === undefined ? undefined : DONE.includes(text(fields, "STATUS"));
  const isCompleted = fields["COMPLETED"] === undefined ? byStatus : flag(fields, "COMPLETED", false);
  if (isCompleted !== undefined) given.isCompleted = isCompleted;
  if (fields["COMMUNICATIONS"] !== undefined) given.communications = readCommunications(fields);
  const others = OTHERS.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]);
  given.more = { ...current?.more, ...Object.fromEntries(others) };
  return given;
}

/** @throws RestError for something that is no moment. */
export function readMoment(params: Params, name: string): string | null {
  const given = text(params, name).trim();
  if (given === "") return null;
  const moment = new Date(parseMoment(given));
  if (Number.isNaN(moment.getTime())) throw invalidValue("old", name);
  return isoDate(moment);
}

function readCommunications(fields: Params): Record<string, string>[] {
  return list(fields, "COMMUNICATIONS").map((item) => {
    const one = upperKeys(record({ item }, "item"));
    const texts = Object.entries(one).map(([key, value]) => [key, typeof value === "number" ? String(value) : value]);
    return onlyTexts(Object.fromEntries(texts));
  });
}
