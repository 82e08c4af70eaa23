import type { Portal } from "../../portal.ts";
import type { ListElement, ListField } from "../../state/lists.ts";
import { nextId } from "../../state/state.ts";
import { portalDate, portalDateTime, readMoment } from "../calendar/dates.ts";
import type { Params } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";
import { isProperty } from "./field-types.ts";

/** Written by the portal itself. */
const AUTOMATIC = new Set(["DATE_CREATE", "CREATED_BY", "TIMESTAMP_X", "MODIFIED_BY"]);

/** What a caller gives an element. Fields that are left out are empty afterwards: a portal clears them too. */
export async function readElement(
  portal: Portal,
  fields: ListField[],
  given: Params,
): Promise<Pick<ListElement, "columns" | "values">> {
  const columns: ListElement["columns"] = {};
  const values: ListElement["values"] = {};
  for (const field of fields) {
    const value = given[field.fieldId];
    if (!isProperty(field.type)) {
      if (value !== undefined && !AUTOMATIC.has(field.fieldId)) columns[field.fieldId] = String(value);
      continue;
    }
    const read = await readValues(portal, field, value);
    if (read.length > 0) values[field.fieldId] = read;
    if (field.isRequired && read.length === 0) {
      throw wrongValue(`The field "${field.name}" is required`);
    }
  }
  return { columns, values };
}

/** One value or several; of a field that is not multiple the first one counts. */
async function readValues(portal: Portal, field: ListField, given: unknown): Promise<ListElement["values"][string]> {
  const raw = listOf(field, given).slice(0, field.isMultiple ? undefined : 1);
  const values: ListElement["values"][string] = [];
  for (const item of raw) {
    const value = await readValue(portal, field, item);
    values.push({ id: nextId(portal.state, "listValue"), value });
  }
  return values;
}

function listOf(field: ListField, given: unknown): unknown[] {
  if (given === undefined || given === null || given === "") return [];
  if (typeof given !== "object") return [given];
  // A file is a name and its bytes.
  if (field.type === "F" && isFile(given)) return [given];
  return Object.values(given).filter((item) => item !== "" && item !== null);
}

function isFile(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");
}

async function readValue(portal: Portal, field: ListField, value: unknown): Promise<string> {
  if (field.type === "F") return readFile(portal, value);
  if (field.type === "S:DiskFile") return readDiskFile(portal, String(value));
  const text = String(typeof value === "object" && value !== null && "VALUE" in value ? value.VALUE : value);
  if (field.type === "L" && !field.choices.some(({ id }) => String(id) === text)) {
    throw wrongValue(`The field "${field.name}" has no such value`);
  }
  if (field.type === "N" && Number.isNaN(Number(text))) throw wrongValue(`The field "${field.name}" takes numbers`);
  if (field.type !== "S:Date" && field.type !== "S:DateTime") return text;
  const moment = readMoment(text, "UTC");
  if (moment === null) return text;
  return field.type === "S:Date" ? portalDate(moment) : portalDateTime(moment);
}

async function readFile(portal: Portal, value: unknown): Promise<string> {
  if (typeof value === "number" || /^\d+$/.test(String(value))) {
    throw wrongValue("Writing file values by ID is not supported");
  }
  const content = isFile(value) ? value[1] : String(value);
  const id = nextId(portal.state, "file");
  await portal.files.put(id, Buffer.from(content, "base64"));
  return String(id);
}

/** `n12` or the bare number of a file of the disk. */
function readDiskFile(portal: Portal, value: string): string {
  const id = Number(value.replace(/^n/, ""));
  if (portal.state.diskObjects.get(id)?.kind !== "file") throw wrongValue("The file is not found");
  return String(id);
}

function wrongValue(text: string): RestError {
  return badRequest("ERROR_ELEMENT_FIELD_VALUE", text);
}
