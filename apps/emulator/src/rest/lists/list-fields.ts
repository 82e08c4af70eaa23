import type { ListField } from "../../state/lists.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { record, text, upperKeys } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";
import { fieldRow } from "./field-row.ts";
import { COLUMN_TYPES, isProperty, PROPERTY_TYPES } from "./field-types.ts";
import { readList, requireParams } from "./find-list.ts";
import { fieldsOf, keepField, NAME } from "./keep-field.ts";
import { readField } from "./read-field.ts";

const SCOPES = ["lists"];

/** Bitrix24 docs: api-reference/lists/fields. */
export const listFieldMethods: RestMethod[] = [
  { name: "lists.field.add", scopes: SCOPES, missing: "own", run: addField },
  { name: "lists.field.get", scopes: SCOPES, missing: "own", run: getFields },
  { name: "lists.field.update", scopes: SCOPES, missing: "own", run: updateField },
  { name: "lists.field.delete", scopes: SCOPES, missing: "own", run: deleteField },
  { name: "lists.field.type.get", scopes: SCOPES, missing: "own", run: getTypes },
];

function addField(call: Call): Answer {
  const { portal, params } = call;
  const { id: listId } = readList(call, "X");
  requireParams(params, ["FIELDS"]);
  const fields = upperKeys(record(params, "FIELDS"));
  requireParams(fields, ["NAME", "TYPE"]);
  const type = text(fields, "TYPE");
  if (!isProperty(type) && !Object.hasOwn(COLUMN_TYPES, type)) throw notSaved("Error saving the field");
  const known = fieldsOf(portal.state, listId);
  if (isProperty(type)) checkCode(known, text(fields, "CODE"));
  else if (known.some(({ fieldId }) => fieldId === type)) throw notSaved("Property already exists");
  const read = readField(portal, fields);
  checkDefault("ERROR_SAVE_FIELD", text(fields, "NAME"), read);
  const field = keepField(portal.state, {
    ...read,
    name: text(fields, "NAME"),
    listId,
    type,
    ...(!isProperty(type) && { fieldId: type }),
  });
  return { result: field.fieldId };
}

function checkCode(known: ListField[], code: string): void {
  if (code === "") throw notSaved("Please fill the code fields");
  if (known.some((field) => field.code === code)) throw notSaved("Property already exists");
}

/** A field that nobody may fill in when adding has to come with a value. */
function checkDefault(code: string, name: string, { settings, defaultValue }: Partial<ListField>): void {
  const isEmpty = defaultValue === undefined || defaultValue === "";
  if (settings?.["ADD_READ_ONLY_FIELD"] === "Y" && isEmpty) {
    throw badRequest(code, `The default value of the field '${name}' is required`);
  }
}

/** All fields by their names; a single one, by the kind it is of. */
function getFields(call: Call): Answer {
  const list = readList(call, "R");
  const wanted = text(call.params, "FIELD_ID");
  const fields = fieldsOf(call.portal.state, list.id);
  if (wanted === "") return { result: Object.fromEntries(fields.map((field) => [field.fieldId, fieldRow(field)])) };
  const field = fields.find(({ fieldId }) => fieldId === wanted);
  return { result: field === undefined ? [] : { [field.type]: fieldRow(field) } };
}

function updateField(call: Call): Answer {
  const { portal, params } = call;
  const list = readList(call, "X");
  requireParams(params, ["FIELD_ID", "FIELDS"]);
  const fields = upperKeys(record(params, "FIELDS"));
  requireParams(fields, ["NAME", "TYPE"]);
  const field = fieldsOf(portal.state, list.id).find(({ fieldId }) => fieldId === text(params, "FIELD_ID"));
  // The kind of a field stays what it was.
  if (field === undefined || field.type !== text(fields, "TYPE")) {
    throw badRequest("ERROR_UPDATE_FIELD", "Error update the field");
  }
  const change = readField(portal, fields);
  checkDefault("ERROR_UPDATE_FIELD", field.name, { ...field, ...change });
  Object.assign(field, change, { name: text(fields, "NAME") });
  return TRUE;
}

/** The values that elements have in it go too; the name stays. */
function deleteField(call: Call): Answer {
  const { state } = call.portal;
  const list = readList(call, "X");
  requireParams(call.params, ["FIELD_ID"]);
  const field = fieldsOf(state, list.id).find(({ fieldId }) => fieldId === text(call.params, "FIELD_ID"));
  if (field === undefined || field.fieldId === NAME) return TRUE;
  for (const element of state.listElements.values()) delete element.values[field.fieldId];
  state.listFields.delete(field.id);
  return TRUE;
}

/** Columns that the list has already are not offered again. */
function getTypes(call: Call): Answer {
  const list = readList(call, "R");
  const wanted = text(call.params, "FIELD_ID");
  const taken = new Set(fieldsOf(call.portal.state, list.id).map(({ fieldId }) => fieldId));
  const columns = Object.entries(COLUMN_TYPES).filter(([type]) => !taken.has(type) || type === wanted);
  return { result: { ...Object.fromEntries(columns), ...PROPERTY_TYPES } };
}

function notSaved(text: string): RestError {
  return badRequest("ERROR_SAVE_FIELD", text);
}
