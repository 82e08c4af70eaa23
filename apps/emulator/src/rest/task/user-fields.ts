import type { Portal } from "../../portal.ts";
import { nextId } from "../../state/state.ts";
import type { TaskUserField } from "../../state/task.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { flag, integer, record, text, texts, upperKeys, type Params } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { coreError } from "./errors.ts";

const PREFIX = "UF_";
const TYPES = ["string", "integer", "double", "date", "datetime", "boolean", "file", "employee", "crm", "url", "money"];
const LANGUAGES = ["en", "ru"];
const DEFAULT_SORT = 100;
const STRING_SETTINGS = { SIZE: 20, ROWS: 1, REGEXP: "", MIN_LENGTH: 0, MAX_LENGTH: 0, DEFAULT_VALUE: "" };

/** Fields that every portal has, below all numbers of fields that are added. */
const BUILT_IN: Record<string, unknown>[] = [
  { ID: "1", FIELD_NAME: "UF_CRM_TASK", USER_TYPE_ID: "crm", MULTIPLE: "Y", SETTINGS: crmSettings() },
  { ID: "2", FIELD_NAME: "UF_TASK_WEBDAV_FILES", USER_TYPE_ID: "disk_file", MULTIPLE: "Y", SETTINGS: [] },
  { ID: "3", FIELD_NAME: "UF_MAIL_MESSAGE", USER_TYPE_ID: "mail_message", MULTIPLE: "N", SETTINGS: [] },
];
const FIRST_OWN_ID = 100;

/** The portal's own fields of tasks. Bitrix24 docs: api-reference/tasks/user-field. */
export const userFieldMethods: RestMethod[] = [
  { name: "task.item.userfield.add", scopes: ["task"], missing: "own", run: addField },
  { name: "task.item.userfield.get", scopes: ["task"], missing: "own", run: getField },
  { name: "task.item.userfield.getlist", scopes: ["task"], missing: "own", run: listFields },
  { name: "task.item.userfield.update", scopes: ["task"], missing: "own", run: updateField },
  { name: "task.item.userfield.delete", scopes: ["task"], missing: "own", run: deleteField },
];

function addField({ portal, caller, params }: Call): Answer {
  if (caller.user.role !== "manager") throw denied();
  const fields = upperKeys(record(upperKeys(params), "PARAMS"));
  const type = text(fields, "USER_TYPE_ID");
  if (type === "") throw badRequest("ERROR_CORE", "The 'USER_TYPE_ID' field is not found");
  if (!TYPES.includes(type)) throw badRequest("ERROR_CORE", "The user type is not valid.");
  const given = text(fields, "FIELD_NAME").toUpperCase();
  if (given === "") throw badRequest("ERROR_CORE", "The 'FIELD_NAME' field is not found");
  const name = given.startsWith(PREFIX) ? given : PREFIX + given;
  if (rows(portal).some((row) => row["FIELD_NAME"] === name)) {
    throw badRequest("ERROR_CORE", `The field ${name} of the object TASKS_TASK already exists.`);
  }
  const id = FIRST_OWN_ID + nextId(portal.state, "taskUserField");
  portal.state.taskUserFields.set(id, {
    xmlId: "",
    sort: DEFAULT_SORT,
    isMultiple: false,
    isMandatory: false,
    settings: type === "string" ? STRING_SETTINGS : [],
    labels: {},
    ...readField(fields),
    id,
    name,
    type,
  });
  return { result: id };
}

function getField(call: Call): Answer {
  const id = readId(call, "No parameters found");
  const row = rows(call.portal).find(({ ID }) => ID === String(id));
  if (row === undefined) throw notFound(id);
  return { result: { ...row, ...labels(call.portal.state.taskUserFields.get(id)) }, total: 0 };
}

function listFields({ portal, params }: Call): Answer {
  const upper = upperKeys(params);
  const column = (field: string) => (row: Record<string, unknown>) => row[field];
  const found = rows(portal).filter(filterOf(upperKeys(record(upper, "FILTER")), column));
  const compare = orderOf(upperKeys(record(upper, "ORDER")), column);
  return { result: compare === null ? found : found.toSorted(compare), total: 0 };
}

function updateField(call: Call): Answer {
  const { field } = readOwn(call, "update");
  const data = upperKeys(call.params)["DATA"];
  if (typeof data !== "object" || data === null) throw invalidArguments("update");
  Object.assign(field, readField(upperKeys({ ...data })));
  return TRUE;
}

function deleteField(call: Call): Answer {
  const { field } = readOwn(call, "delete");
  call.portal.state.taskUserFields.delete(field.id);
  return TRUE;
}

function readOwn(call: Call, method: string): { field: TaskUserField } {
  if (upperKeys(call.params)["ID"] === undefined) throw invalidArguments(method);
  const id = readId(call, "");
  if (call.caller.user.role !== "manager") throw denied();
  const field = call.portal.state.taskUserFields.get(id);
  if (field === undefined) throw notFound(id);
  return { field };
}

function readId({ params }: Call, missing: string): number {
  const upper = upperKeys(params);
  if (upper["ID"] === undefined) throw badRequest("ERROR_CORE", missing);
  const id = integer(upper, "ID");
  if (id === null || id <= 0) throw badRequest("ERROR_CORE", "ID is not defined or invalid");
  return id;
}

function readField(fields: Params): Partial<TaskUserField> {
  const label = text(fields, "LABEL");
  const labelled = Object.fromEntries(LANGUAGES.map((language) => [language, label]));
  return {
    ...(fields["XML_ID"] !== undefined && { xmlId: text(fields, "XML_ID") }),
    ...(fields["SORT"] !== undefined && { sort: integer(fields, "SORT") ?? DEFAULT_SORT }),
    ...(fields["MULTIPLE"] !== undefined && { isMultiple: flag(fields, "MULTIPLE", false) }),
    ...(fields["MANDATORY"] !== undefined && { isMandatory: flag(fields, "MANDATORY", false) }),
    ...(fields["SETTINGS"] !== undefined && { settings: fields["SETTINGS"] }),
    ...(label !== "" && { labels: labelled }),
    ...(fields["EDIT_FORM_LABEL"] !== undefined && { labels: { ...labelled, ...texts(fields, "EDIT_FORM_LABEL") } }),
  };
}

function rows(portal: Portal): Record<string, unknown>[] {
  const common = { XML_ID: "", SORT: String(DEFAULT_SORT), MANDATORY: "N" };
  const own = [...portal.state.taskUserFields.values()].map((field) => ({
    ID: String(field.id),
    FIELD_NAME: field.name,
    USER_TYPE_ID: field.type,
    XML_ID: field.xmlId,
    SORT: String(field.sort),
    MULTIPLE: field.isMultiple ? "Y" : "N",
    MANDATORY: field.isMandatory ? "Y" : "N",
    SETTINGS: field.settings,
  }));
  const shown = { ENTITY_ID: "TASKS_TASK", SHOW_FILTER: "N", SHOW_IN_LIST: "N", EDIT_IN_LIST: "N", IS_SEARCHABLE: "N" };
  return [...BUILT_IN.map((row) => ({ ...shown, ...common, ...row })), ...own.map((row) => ({ ...shown, ...row }))];
}

/** The name of a field by language, which only a single field is answered with. */
function labels(field: TaskUserField | undefined): Record<string, unknown> {
  const empty = Object.fromEntries(LANGUAGES.map((language) => [language, ""]));
  const named = { ...empty, ...field?.labels };
  const kinds = ["EDIT_FORM_LABEL", "LIST_COLUMN_LABEL", "LIST_FILTER_LABEL", "ERROR_MESSAGE", "HELP_MESSAGE"];
  return Object.fromEntries(kinds.map((kind) => [kind, named]));
}

function crmSettings(): Record<string, string> {
  return { LEAD: "Y", CONTACT: "Y", COMPANY: "Y", DEAL: "Y" };
}

const denied = (): RestError => badRequest("ERROR_CORE", "Access denied");
const notFound = (id: number): RestError => badRequest("ERROR_NOT_FOUND", `The entity with ID '${id}' is not found`);
const invalidArguments = (method: string): RestError =>
  coreError(
    `TASKS_ERROR_EXCEPTION_#0; Invalid arguments for Bitrix\\Tasks\\Integration\\Rest\\Task\\UserField::${method}; 0/TE`,
  );
