import type { Portal } from "../../portal.ts";
import type { UniversalList } from "../../state/lists.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { portalDateTime } from "../calendar/dates.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { page } from "../page.ts";
import { flag, integer, record, text, texts, upperKeys, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { orderOf } from "../row-filter.ts";
import { accessDenied } from "./errors.ts";
import { findList, hasRight, readList, readType, requireParams } from "./find-list.ts";
import { createNameField } from "./keep-field.ts";

const SCOPES = ["lists"];
const DEFAULT_SORT = 500;

/** Bitrix24 docs: api-reference/lists/lists. */
export const listMethods: RestMethod[] = [
  { name: "lists.add", scopes: SCOPES, missing: "own", run: addList },
  { name: "lists.get", scopes: SCOPES, missing: "own", run: getLists },
  { name: "lists.update", scopes: SCOPES, missing: "own", run: updateList },
  { name: "lists.delete", scopes: SCOPES, missing: "own", run: deleteList },
  { name: "lists.get.iblock.type.id", scopes: SCOPES, missing: "own", run: getTypeOfList },
];

function addList(call: Call): Answer {
  const { portal, caller, params } = call;
  const type = readType(params);
  requireParams(params, ["IBLOCK_CODE", "FIELDS"]);
  const fields = upperKeys(record(params, "FIELDS"));
  requireParams(fields, ["NAME"]);
  if (caller.user.role !== "manager") throw accessDenied();
  if (findList(portal, { IBLOCK_CODE: params["IBLOCK_CODE"] }) !== null) {
    throw badRequest("ERROR_IBLOCK_ALREADY_EXISTS", "Iblock already exists");
  }
  const rights = params["RIGHTS"] === undefined ? { [`U${caller.user.id}`]: "X" } : texts(params, "RIGHTS");
  const list: UniversalList = {
    name: "",
    description: "",
    sort: DEFAULT_SORT,
    hasWorkflows: type === "bitrix_processes",
    messages: {},
    ...readFields(params),
    id: nextId(portal.state, "list"),
    type,
    code: text(params, "IBLOCK_CODE"),
    groupId: integer(params, "SOCNET_GROUP_ID"),
    rights,
    createdAt: isoDate(portal.now()),
    changedAt: isoDate(portal.now()),
  };
  portal.state.lists.set(list.id, list);
  createNameField(portal.state, list.id);
  return { result: list.id };
}

function getLists({ portal, caller, params }: Call): Answer {
  const type = readType(params);
  const groupId = integer(params, "SOCNET_GROUP_ID");
  if (type === "lists_socnet" && groupId === null) throw accessDenied();
  const isOne = integer(params, "IBLOCK_ID") !== null || text(params, "IBLOCK_CODE") !== "";
  const wanted = isOne ? findList(portal, params) : null;
  const found = [...portal.state.lists.values()].filter(
    (list) =>
      list.type === type &&
      (!isOne || list === wanted) &&
      (groupId === null || list.groupId === groupId) &&
      hasRight(portal, list, caller.user, "R"),
  );
  const column = (field: string) => (row: Record<string, unknown>) => row[field];
  const compare = orderOf(upperKeys(record(params, "IBLOCK_ORDER")), column);
  const rows = found.map(view);
  return page(compare === null ? rows : rows.toSorted(compare), integer(params, "start") ?? 0);
}

function updateList(call: Call): Answer {
  const { portal, params } = call;
  const list = readList(call, "X");
  requireParams(params, ["FIELDS"]);
  requireParams(upperKeys(record(params, "FIELDS")), ["NAME"]);
  const rights = params["RIGHTS"] === undefined ? list.rights : texts(params, "RIGHTS");
  Object.assign(list, readFields(params), { rights, changedAt: isoDate(portal.now()) });
  return TRUE;
}

/** A list goes with its fields, sections and elements. */
function deleteList(call: Call): Answer {
  const list = readList(call, "X");
  dropList(call.portal, list.id);
  return TRUE;
}

function dropList({ state }: Portal, id: number): void {
  for (const records of [state.listFields, state.listSections, state.listElements]) {
    for (const one of records.values()) if (one.listId === id) records.delete(one.id);
  }
  state.lists.delete(id);
}

/** Nothing at all for a list that there is not. */
function getTypeOfList({ portal, params }: Call): Answer {
  requireParams(params, ["IBLOCK_ID|IBLOCK_CODE"]);
  return { result: findList(portal, params)?.type ?? null };
}

function readFields(params: Params): Partial<UniversalList> {
  const fields = upperKeys(record(params, "FIELDS"));
  return {
    ...(fields["NAME"] !== undefined && { name: text(fields, "NAME") }),
    ...(fields["DESCRIPTION"] !== undefined && { description: text(fields, "DESCRIPTION") }),
    ...(fields["SORT"] !== undefined && { sort: integer(fields, "SORT") ?? DEFAULT_SORT }),
    ...(fields["BIZPROC"] !== undefined && { hasWorkflows: flag(fields, "BIZPROC", false) }),
    ...(params["MESSAGES"] !== undefined && { messages: texts(params, "MESSAGES") }),
  };
}

function view(list: UniversalList): Record<string, unknown> {
  return {
    ID: String(list.id),
    TIMESTAMP_X: portalDateTime(new Date(list.changedAt)),
    IBLOCK_TYPE_ID: list.type,
    LID: "s1",
    CODE: list.code,
    API_CODE: null,
    NAME: list.name,
    ACTIVE: "Y",
    SORT: String(list.sort),
    LIST_PAGE_URL: null,
    DETAIL_PAGE_URL: null,
    SECTION_PAGE_URL: null,
    CANONICAL_PAGE_URL: null,
    PICTURE: null,
    DESCRIPTION: list.description,
    DESCRIPTION_TYPE: "text",
    RSS_TTL: "24",
    RSS_ACTIVE: "Y",
    RSS_FILE_ACTIVE: "N",
    RSS_FILE_LIMIT: null,
    RSS_FILE_DAYS: null,
    RSS_YANDEX_ACTIVE: "N",
    XML_ID: null,
    TMP_ID: null,
    INDEX_ELEMENT: "Y",
    INDEX_SECTION: "N",
    WORKFLOW: "N",
    BIZPROC: list.hasWorkflows ? "Y" : "N",
    SECTION_CHOOSER: "L",
    LIST_MODE: null,
    RIGHTS_MODE: "E",
    SECTION_PROPERTY: null,
    PROPERTY_INDEX: null,
    VERSION: "1",
    LAST_CONV_ELEMENT: "0",
    SOCNET_GROUP_ID: list.groupId === null ? null : String(list.groupId),
    EDIT_FILE_BEFORE: null,
    EDIT_FILE_AFTER: null,
    SECTIONS_NAME: list.messages["SECTIONS_NAME"] ?? "Sections",
    SECTION_NAME: list.messages["SECTION_NAME"] ?? "Section",
    ELEMENTS_NAME: list.messages["ELEMENTS_NAME"] ?? "Elements",
    ELEMENT_NAME: list.messages["ELEMENT_NAME"] ?? "Element",
    REST_ON: "N",
    FULLTEXT_INDEX: "N",
    EXTERNAL_ID: null,
    LANG_DIR: "/",
    SERVER_NAME: null,
  };
}
