import type { ListElement } from "../../state/lists.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { portalDateTime } from "../calendar/dates.ts";
import { runAutomatic } from "../../workflow/start.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { page } from "../page.ts";
import { integer, list as listOf, record, text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { readElement } from "./element-values.ts";
import { readList, requireParams } from "./find-list.ts";
import { fieldsOf } from "./keep-field.ts";

const SCOPES = ["lists"];
/** What a select leaves in anyway. */
const ALWAYS = ["ID"];
const PROPERTY = /^PROPERTY_\d+$/;

type Row = Record<string, unknown>;

/** Bitrix24 docs: api-reference/lists/elements. */
export const listElementMethods: RestMethod[] = [
  { name: "lists.element.add", scopes: SCOPES, missing: "own", run: addElement },
  { name: "lists.element.get", scopes: SCOPES, missing: "own", run: getElements },
  { name: "lists.element.update", scopes: SCOPES, missing: "own", run: updateElement },
  { name: "lists.element.delete", scopes: SCOPES, missing: "own", run: deleteElement },
  { name: "lists.element.get.file.url", scopes: SCOPES, missing: "own", run: getFileUrls },
];

/** The code of an element is unique in its list, so that a call made twice is refused the second time. */
async function addElement(call: Call): Promise<Answer> {
  const { portal, caller, params } = call;
  const list = readList(call, "E");
  requireParams(params, ["ELEMENT_CODE", "FIELDS"]);
  const fields = upperKeys(record(params, "FIELDS"));
  requireParams(fields, ["NAME"]);
  const code = text(params, "ELEMENT_CODE");
  if (elementsOf(call, list.id).some((element) => element.code === code)) {
    throw badRequest("ERROR_ELEMENT_ALREADY_EXISTS", "Element already exists");
  }
  const sectionId = integer(params, "IBLOCK_SECTION_ID");
  const now = isoDate(portal.now());
  const element: ListElement = {
    ...(await readElement(portal, fieldsOf(portal.state, list.id), fields)),
    id: nextId(portal.state, "listElement"),
    listId: list.id,
    sectionId: sectionId === 0 ? null : sectionId,
    code,
    name: text(fields, "NAME"),
    createdBy: caller.user.id,
    createdAt: now,
    changedAt: now,
  };
  portal.state.listElements.set(element.id, element);
  if (list.hasWorkflows) runAutomatic(portal, list, element, "add", caller.user.id);
  return { result: element.id };
}

function getElements(call: Call): Answer {
  const { params } = call;
  const list = readList(call, "R");
  const one = findElement(call, list.id);
  const isOne = integer(params, "ELEMENT_ID") !== null || text(params, "ELEMENT_CODE") !== "";
  const elements = isOne ? (one === null ? [] : [one]) : elementsOf(call, list.id);
  const found = elements.filter(filterOf(upperKeys(record(params, "FILTER")), readColumn));
  const compare = orderOf(upperKeys(record(params, "ELEMENT_ORDER")), readColumn);
  const counted = page(compare === null ? found : found.toSorted(compare), integer(params, "start") ?? 0);
  const names = listOf(params, "SELECT").map(String);
  return { ...counted, result: counted.result.map((element) => view(element, names)) };
}

/** How a filter reads an element: a property has all its values. */
function readColumn(field: string): ((element: ListElement) => unknown) | null {
  if (PROPERTY.test(field)) return ({ values }) => (values[field] ?? []).map(({ value }) => value);
  const columns: Record<string, (element: ListElement) => unknown> = {
    ID: ({ id }) => id,
    CODE: ({ code }) => code,
    NAME: ({ name }) => name,
    IBLOCK_SECTION_ID: ({ sectionId }) => sectionId ?? 0,
    CREATED_BY: ({ createdBy }) => createdBy,
    DATE_CREATE: ({ createdAt }) => createdAt,
    TIMESTAMP_X: ({ changedAt }) => changedAt,
  };
  return columns[field] ?? (({ columns: own }) => own[field] ?? "");
}

async function updateElement(call: Call): Promise<Answer> {
  const { portal, caller, params } = call;
  const list = readList(call, "W");
  requireParams(params, ["ELEMENT_ID|ELEMENT_CODE", "FIELDS"]);
  const fields = upperKeys(record(params, "FIELDS"));
  requireParams(fields, ["NAME"]);
  const element = readOne(call, list.id);
  const read = await readElement(portal, fieldsOf(portal.state, list.id), fields);
  Object.assign(element, read, { name: text(fields, "NAME"), changedAt: isoDate(portal.now()) });
  if (list.hasWorkflows) runAutomatic(portal, list, element, "update", caller.user.id);
  return TRUE;
}

function deleteElement(call: Call): Answer {
  const list = readList(call, "W");
  requireParams(call.params, ["ELEMENT_ID|ELEMENT_CODE"]);
  call.portal.state.listElements.delete(readOne(call, list.id).id);
  return TRUE;
}

/** Addresses of the files in one field, below the portal. */
function getFileUrls(call: Call): Answer {
  const list = readList(call, "R");
  requireParams(call.params, ["ELEMENT_ID|ELEMENT_CODE", "FIELD_ID"]);
  const element = readOne(call, list.id);
  const fieldId = integer(call.params, "FIELD_ID") ?? 0;
  const field = call.portal.state.listFields.get(fieldId);
  const files = element.values[`PROPERTY_${fieldId}`] ?? [];
  const urls = files.map(({ value }) =>
    field?.type === "S:DiskFile"
      ? `/bitrix/tools/disk/uf.php?attachedId=${value}&action=download&ncc=1`
      : `/company/lists/${list.id}/file/0/${element.id}/PROPERTY_${fieldId}/${value}/?ncc=y&download=y`,
  );
  return { result: urls };
}

function elementsOf({ portal }: Call, listId: number): ListElement[] {
  return [...portal.state.listElements.values()].filter((element) => element.listId === listId);
}

/** The element that a number or a code names. */
function findElement(call: Call, listId: number): ListElement | null {
  const id = integer(call.params, "ELEMENT_ID");
  const code = text(call.params, "ELEMENT_CODE");
  const elements = elementsOf(call, listId);
  return elements.find((element) => (id === null ? element.code === code : element.id === id)) ?? null;
}

function readOne(call: Call, listId: number): ListElement {
  const element = findElement(call, listId);
  if (element === null) throw badRequest("ERROR_ELEMENT_NOT_FOUND", "Element not found");
  return element;
}

function view(element: ListElement, names: string[]): Row {
  const values = Object.entries(element.values).map(([field, items]): [string, Row] => [
    field,
    Object.fromEntries(items.map(({ id, value }) => [id, value])),
  ]);
  const row: Row = {
    ID: String(element.id),
    NAME: element.name,
    IBLOCK_SECTION_ID: element.sectionId === null ? null : String(element.sectionId),
    CREATED_BY: String(element.createdBy),
    CODE: element.code,
    ...element.columns,
    ...Object.fromEntries(values),
  };
  if (names.length === 0 || names.includes("*")) return row;
  const dates = {
    DATE_CREATE: portalDateTime(new Date(element.createdAt)),
    TIMESTAMP_X: portalDateTime(new Date(element.changedAt)),
  };
  const wanted = Object.entries({ ...dates, ...row });
  return Object.fromEntries(wanted.filter(([name]) => ALWAYS.includes(name) || names.includes(name)));
}
