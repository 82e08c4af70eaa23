import type { Portal } from "../../portal.ts";
import type { ListField } from "../../state/lists.ts";
import { nextId, type State } from "../../state/state.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { flag, integer, list as listOf, record, text, upperKeys, type Params } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";
import { COLUMN_TYPES, isProperty, PROPERTY_TYPES } from "./field-types.ts";
import { readList, requireParams } from "./find-list.ts";

const SCOPES = ["lists"];
const DEFAULT_SORT = 500;
const NAME = "NAME";
const SETTINGS = {
  SHOW_ADD_FORM: "Y",
  SHOW_EDIT_FORM: "Y",
  ADD_READ_ONLY_FIELD: "N",
  EDIT_READ_ONLY_FIELD: "N",
  SHOW_FIELD_PREVIEW: "N",
};

/** Bitrix24 docs: api-reference/lists/fields. */
export const listFieldMethods: RestMethod[] = [
  { name: "lists.field.add", scopes: SCOPES, missing: "own", run: addField },
  { name: "lists.field.get", scopes: SCOPES, missing: "own", run: getFields },
  { name: "lists.field.update", scopes: SCOPES, missing: "own", run: updateField },
  { name: "lists.field.delete", scopes: SCOPES, missing: "own", run: deleteField },
  { name: "lists.field.type.get", scopes: SCOPES, missing: "own", run: getTypes },
];

/** The columns of a list in their order. */
export function fieldsOf(state: State, listId: number): ListField[] {
  const fields = [...state.listFields.values()].filter((field) => field.listId === listId);
  return fields.toSorted((one, other) => one.sort - other.sort || one.id - other.id);
}

/** The name is the one column that every list has from the start. */
export function createNameField(state: State, listId: number): void {
  keepField(state, { listId, fieldId: NAME, type: NAME, name: "Name", sort: 10, isRequired: true });
}

/** @param fields Without `fieldId` it becomes a property. */
export function keepField(
  state: State,
  fields: Pick<ListField, "listId" | "name" | "type"> & Partial<ListField>,
): ListField {
  const id = nextId(state, "listField");
  const field: ListField = {
    fieldId: `PROPERTY_${id}`,
    code: "",
    sort: DEFAULT_SORT,
    isRequired: false,
    isMultiple: false,
    defaultValue: "",
    linkListId: null,
    choices: [],
    settings: SETTINGS,
    userTypeSettings: null,
    rowCount: 1,
    columnCount: 30,
    ...fields,
    id,
  };
  state.listFields.set(id, field);
  return field;
}

function addField(call: Call): Answer {
  const { portal, params } = call;
  const { id: listId } = readList(call, "X");
  requireParams(params, ["FIELDS"]);
  const fields = upperKeys(record(params, "FIELDS"));
  requireParams(fields, ["NAME", "TYPE"]);
  const type = text(fields, "TYPE");
  if (!isProperty(type) && !(type in COLUMN_TYPES)) throw notSaved("Error saving the field");
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
  if (wanted === "") return { result: Object.fromEntries(fields.map((field) => [field.fieldId, view(field)])) };
  const field = fields.find(({ fieldId }) => fieldId === wanted);
  return { result: field === undefined ? [] : { [field.type]: view(field) } };
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

function readField(portal: Portal, fields: Params): Partial<ListField> {
  const has = (name: string): boolean => fields[name] !== undefined;
  return {
    ...(has("IS_REQUIRED") && { isRequired: flag(fields, "IS_REQUIRED", false) }),
    ...(has("MULTIPLE") && { isMultiple: flag(fields, "MULTIPLE", false) }),
    ...(has("SORT") && { sort: integer(fields, "SORT") ?? DEFAULT_SORT }),
    ...(has("CODE") && { code: text(fields, "CODE") }),
    ...(has("DEFAULT_VALUE") && { defaultValue: fields["DEFAULT_VALUE"] }),
    ...(has("LINK_IBLOCK_ID") && { linkListId: integer(fields, "LINK_IBLOCK_ID") }),
    ...(has("SETTINGS") && { settings: { ...SETTINGS, ...record(fields, "SETTINGS") } }),
    ...(has("USER_TYPE_SETTINGS") && { userTypeSettings: record(fields, "USER_TYPE_SETTINGS") }),
    ...(has("ROW_COUNT") && { rowCount: integer(fields, "ROW_COUNT") ?? 1 }),
    ...(has("COL_COUNT") && { columnCount: integer(fields, "COL_COUNT") ?? 1 }),
    ...((has("LIST") || has("LIST_TEXT_VALUES")) && { choices: readChoices(portal, fields) }),
  };
}

/** Choices as a map of `{VALUE, SORT}`, or as lines of a text. LIST_DEF names the one that is taken at first. */
function readChoices(portal: Portal, fields: Params): ListField["choices"] {
  const defaults = listOf(fields, "LIST_DEF").map(String);
  const fromMap = Object.entries(record({ LIST: { ...(fields["LIST"] as object | undefined) } }, "LIST"));
  const given = fromMap.flatMap(([key, item], index) => {
    const row: Params = typeof item === "object" && item !== null ? { ...item } : { VALUE: item };
    const value = text(row, "VALUE");
    const isDefault = defaults.includes(key) || flag(row, "DEF", false);
    return value === "" ? [] : [{ value, sort: integer(row, "SORT") ?? (index + 1) * 10, isDefault }];
  });
  const lines = text(fields, "LIST_TEXT_VALUES")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const fromText = lines.map((value, index) => ({ value, sort: (index + 1) * 10, isDefault: false }));
  return [...given, ...fromText].map((choice) => ({ ...choice, id: nextId(portal.state, "listChoice") }));
}

function notSaved(text: string): RestError {
  return badRequest("ERROR_SAVE_FIELD", text);
}

function view(field: ListField): Record<string, unknown> {
  const [kind = field.type, userType = ""] = field.type.split(":");
  const choices = field.choices.toSorted((one, other) => one.sort - other.sort);
  const isOwn = isProperty(field.type);
  const byDefault = choices.find(({ isDefault }) => isDefault);
  return {
    FIELD_ID: field.fieldId,
    SORT: field.sort,
    NAME: field.name,
    IS_REQUIRED: field.isRequired ? "Y" : "N",
    MULTIPLE: field.isMultiple ? "Y" : "N",
    DEFAULT_VALUE: byDefault === undefined ? field.defaultValue : String(byDefault.id),
    TYPE: field.type,
    PROPERTY_TYPE: isOwn ? kind : false,
    PROPERTY_USER_TYPE: userType === "" ? false : { PROPERTY_TYPE: kind, USER_TYPE: userType },
    CODE: field.code,
    ID: isOwn ? String(field.id) : false,
    LINK_IBLOCK_ID: field.linkListId === null ? null : String(field.linkListId),
    ROW_COUNT: String(field.rowCount),
    COL_COUNT: String(field.columnCount),
    USER_TYPE_SETTINGS: field.userTypeSettings,
    SETTINGS: field.settings,
    ...(field.type === "L" && {
      DISPLAY_VALUES_FORM: Object.fromEntries(choices.map(({ id, value }) => [id, value])),
    }),
  };
}
