import { type B24Client, type CallOptions, createOnce } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";

import { isRefusal } from "../is-refusal.ts";
import type { AbsenceRecord, AbsenceToRecord } from "./absence-record.ts";
import { type ListSetting, type RecordFields, writeDay } from "./record-setting.ts";

const KIND = "list";
const FIELD_ID = /^PROPERTY_\d+$/;

const FIELD_NAMES = ["from", "to", "person", "kind", "comment"] as const satisfies (keyof RecordFields)[];

/** Whose rights: of the person whose absence it is, and of an administrator. */
export type RecordClients = { client: B24Client; admin: B24Client };

type FieldRow = { FIELD_ID?: string | null; CODE?: string | null; NAME?: string | null };

/**
 * Absences as elements of a universal list, each under a code of its own, so that a second try finds the first. People make
 * their own; most lists let them take nothing back, which then the administrator does: it is what was made here, and no
 * other element.
 *
 * @see Bitrix24 docs: lists/elements/lists-element-add, lists/fields/lists-field-get
 */
export function createListRecord(
  clients: RecordClients,
  setting: ListSetting,
  options: CallOptions = {},
): AbsenceRecord {
  return {
    async record(absence) {
      return `${KIND}:${setting.list}:${await addElement(clients.client, setting, absence, options)}`;
    },
    withdraw: async (ref) => deleteElement(clients, setting, elementOf(ref), options),
  };
}

/** @returns The element's id. @throws AppError `invalid` when the list has no such field. */
export async function addElement(
  client: B24Client,
  setting: ListSetting,
  absence: AbsenceToRecord,
  options: CallOptions,
): Promise<string> {
  const { days, title } = absence;
  const idOf = await fieldIds(client, setting, options);
  const values: Record<keyof RecordFields, string> = {
    from: writeDay(days.fromDay, setting.dateFormat),
    to: writeDay(days.toDay, setting.dateFormat),
    person: absence.personId,
    kind: absence.kind,
    comment: absence.comment,
  };
  const properties = FIELD_NAMES.flatMap((name) => {
    const field = setting.fields[name];
    return field === undefined ? [] : [[idOf(field), values[name]]];
  });
  const element = {
    ...listOf(setting),
    ELEMENT_CODE: `botdeck_${absence.key.replaceAll(/\W/g, "_")}`,
    FIELDS: { NAME: title, ...Object.fromEntries(properties) },
  };
  return createOnce(client, "lists.element.add", element, { ...options, mayExist: true, patienceMs: 0 });
}

/** Whatever is gone is deleted. */
export async function deleteElement(
  { client, admin }: RecordClients,
  setting: ListSetting,
  elementId: string,
  options: CallOptions,
): Promise<void> {
  const element = { ...listOf(setting), ELEMENT_ID: elementId };
  try {
    await client.call("lists.element.delete", element, options).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
      return admin.call("lists.element.delete", element, options);
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // There is one answer for what is gone and for what may not be done.
    const rows = await admin.call("lists.element.get", element, options);
    if (rows.length > 0) throw error;
  }
}

/** The element's id in what `record` gave. */
export function elementOf(ref: string): string {
  const id = ref.split(":")[2];
  if (id === undefined || id === "") throw new AppError("invalid", `This is no record of an absence: ${ref}`);
  return id;
}

function listOf({ listType, list }: ListSetting) {
  return { IBLOCK_TYPE_ID: listType, ...(/^\d+$/.test(list) ? { IBLOCK_ID: list } : { IBLOCK_CODE: list }) };
}

async function fieldIds(
  client: B24Client,
  setting: ListSetting,
  options: CallOptions,
): Promise<(field: string) => string> {
  const named = FIELD_NAMES.flatMap((name) => setting.fields[name] ?? []);
  if (named.every((field) => FIELD_ID.test(field))) return (field) => field;
  const answer = await client.call("lists.field.get", listOf(setting), options);
  const rows = Object.values(answer).flatMap((row: FieldRow | null) => row ?? []);
  return (field) => {
    const found = rows.find(({ FIELD_ID: id, CODE, NAME }) => [id, CODE, NAME].includes(field))?.FIELD_ID;
    if (found != null) return found;
    throw new AppError("invalid", `The list ${setting.list} has no field ${field}: set the id, code or name of one`);
  };
}
