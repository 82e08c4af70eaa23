import type { ListSection } from "../../state/lists.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { portalDateTime } from "../calendar/dates.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { page } from "../page.ts";
import { flag, integer, list as listOf, record, text, upperKeys, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf } from "../row-filter.ts";
import { readList, requireParams } from "./find-list.ts";

const SCOPES = ["lists"];
const DEFAULT_SORT = 500;

/** Bitrix24 docs: api-reference/lists/sections. */
export const listSectionMethods: RestMethod[] = [
  { name: "lists.section.add", scopes: SCOPES, missing: "own", run: addSection },
  { name: "lists.section.get", scopes: SCOPES, missing: "own", run: getSections },
  { name: "lists.section.update", scopes: SCOPES, missing: "own", run: updateSection },
  { name: "lists.section.delete", scopes: SCOPES, missing: "own", run: deleteSection },
];

function addSection(call: Call): Answer {
  const { portal, caller, params } = call;
  const list = readList(call, "W");
  requireParams(params, ["SECTION_CODE", "FIELDS"]);
  const fields = upperKeys(record(params, "FIELDS"));
  requireParams(fields, ["NAME"]);
  const code = text(params, "SECTION_CODE");
  if (sectionsOf(call, list.id).some((section) => section.code === code)) {
    throw badRequest("ERROR_ADD_SECTION", "A section with this code already exists");
  }
  const parentId = integer(params, "IBLOCK_SECTION_ID");
  const now = isoDate(portal.now());
  const section: ListSection = {
    externalId: null,
    name: "",
    description: "",
    sort: DEFAULT_SORT,
    isActive: true,
    ...readSection(fields),
    id: nextId(portal.state, "listSection"),
    listId: list.id,
    parentId: parentId === 0 ? null : parentId,
    code,
    createdBy: caller.user.id,
    createdAt: now,
    changedBy: caller.user.id,
    changedAt: now,
  };
  portal.state.listSections.set(section.id, section);
  return { result: section.id };
}

function getSections(call: Call): Answer {
  const { params } = call;
  const list = readList(call, "R");
  const column = (field: string) => (row: Record<string, unknown>) => row[field];
  const filter = filterOf(upperKeys(record(params, "FILTER")), column);
  const rows = tree(sectionsOf(call, list.id)).filter(filter);
  const names = listOf(params, "SELECT").map(String);
  const counted = page(rows, integer(params, "start") ?? 0);
  return { ...counted, result: counted.result.map((row) => selected(row, names)) };
}

function selected(row: Record<string, unknown>, names: string[]): Record<string, unknown> {
  if (names.length === 0 || names.includes("*")) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => name === "ID" || names.includes(name)));
}

function updateSection(call: Call): Answer {
  const { portal, caller } = call;
  const list = readList(call, "W");
  requireParams(call.params, ["SECTION_ID|SECTION_CODE", "FIELDS"]);
  const fields = upperKeys(record(call.params, "FIELDS"));
  requireParams(fields, ["NAME"]);
  const section = readOne(call, list.id);
  Object.assign(section, readSection(fields), { changedBy: caller.user.id, changedAt: isoDate(portal.now()) });
  return TRUE;
}

/** A section goes with everything below it. */
function deleteSection(call: Call): Answer {
  const { state } = call.portal;
  const list = readList(call, "W");
  requireParams(call.params, ["SECTION_ID|SECTION_CODE"]);
  const remove = (id: number): void => {
    for (const child of state.listSections.values()) if (child.parentId === id) remove(child.id);
    for (const element of state.listElements.values()) {
      if (element.sectionId === id) state.listElements.delete(element.id);
    }
    state.listSections.delete(id);
  };
  remove(readOne(call, list.id).id);
  return TRUE;
}

function sectionsOf({ portal }: Call, listId: number): ListSection[] {
  return [...portal.state.listSections.values()].filter((section) => section.listId === listId);
}

function readOne(call: Call, listId: number): ListSection {
  const id = integer(call.params, "SECTION_ID");
  const code = text(call.params, "SECTION_CODE");
  const found = sectionsOf(call, listId).find((section) => (id === null ? section.code === code : section.id === id));
  if (found === undefined) throw badRequest("ERROR_SECTION_NOT_FOUND", "Section not found");
  return found;
}

function readSection(fields: Params): Partial<ListSection> {
  const externalId = text(fields, "EXTERNAL_ID") || text(fields, "XML_ID");
  return {
    ...(fields["NAME"] !== undefined && { name: text(fields, "NAME") }),
    ...(externalId !== "" && { externalId }),
    ...(fields["SORT"] !== undefined && { sort: integer(fields, "SORT") ?? DEFAULT_SORT }),
    ...(fields["ACTIVE"] !== undefined && { isActive: flag(fields, "ACTIVE", true) }),
    ...(fields["DESCRIPTION"] !== undefined && { description: text(fields, "DESCRIPTION") }),
  };
}

/** Sections depth first, each with the place that a nested set gives it. */
function tree(sections: ListSection[]): Record<string, unknown>[] {
  let margin = 0;
  const branch = (parentId: number | null, depth: number, isActive: boolean): Record<string, unknown>[] =>
    sections
      .filter((section) => section.parentId === parentId)
      .toSorted((one, other) => one.sort - other.sort || one.id - other.id)
      .flatMap((section) => {
        const left = (margin += 1);
        const isShown = isActive && section.isActive;
        const below = branch(section.id, depth + 1, isShown);
        const right = (margin += 1);
        return [view(section, { left, right, depth, isShown }), ...below];
      });
  return branch(null, 1, true);
}

function view(
  section: ListSection,
  place: { left: number; right: number; depth: number; isShown: boolean },
): Record<string, unknown> {
  return {
    ID: String(section.id),
    CODE: section.code,
    XML_ID: section.externalId,
    EXTERNAL_ID: section.externalId,
    IBLOCK_SECTION_ID: section.parentId === null ? null : String(section.parentId),
    TIMESTAMP_X: portalDateTime(new Date(section.changedAt)),
    SORT: String(section.sort),
    NAME: section.name,
    ACTIVE: section.isActive ? "Y" : "N",
    GLOBAL_ACTIVE: place.isShown ? "Y" : "N",
    LEFT_MARGIN: String(place.left),
    RIGHT_MARGIN: String(place.right),
    DEPTH_LEVEL: String(place.depth),
    DESCRIPTION: section.description,
    SEARCHABLE_CONTENT: `${section.name.toUpperCase()}\r\n${section.description.toUpperCase()}`,
    MODIFIED_BY: String(section.changedBy),
    DATE_CREATE: portalDateTime(new Date(section.createdAt)),
    CREATED_BY: String(section.createdBy),
  };
}
