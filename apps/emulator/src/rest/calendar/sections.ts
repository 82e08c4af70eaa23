import type { Portal } from "../../portal.ts";
import type { CalendarSection } from "../../state/calendar.ts";
import type { Person } from "../../state/model.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { flag, integer, record, text } from "../params.ts";
import { mayEdit, type Owner } from "./access.ts";
import { databaseDateTime } from "./dates.ts";
import { accessDenied, calendarError, invalidValue, isMissing, missing, refuseOutsiders } from "./errors.ts";
import { readOwner } from "./read-owner.ts";

const SCOPES = ["calendar"];
const COLOR = "#9dcf00";
const TEXT_COLOR = "#283000";
/** Rights of the portal's own numbers: all of it for the owner, reading for every employee. */
const FULL_ACCESS = 19;
const READ_ACCESS = 13;

/** Bitrix24 docs: calendar-section-get, -add, -update, -delete. */
export const sectionMethods: RestMethod[] = [
  { name: "calendar.section.get", scopes: SCOPES, missing: "own", run: getSections },
  { name: "calendar.section.add", scopes: SCOPES, missing: "own", run: addSection },
  { name: "calendar.section.update", scopes: SCOPES, missing: "own", run: updateSection },
  { name: "calendar.section.delete", scopes: SCOPES, missing: "own", run: deleteSection },
];

/** The calendars of an owner; everybody has one, made at the first look. */
export function sectionsOf(portal: Portal, owner: Owner): CalendarSection[] {
  const own = [...portal.state.calendarSections.values()].filter(
    ({ type, ownerId }) => type === owner.type && ownerId === owner.ownerId,
  );
  return own.length > 0 ? own : [keepSection(portal, owner, owner.ownerId, { name: defaultName(owner) })];
}

/** The calendar that is named, or the owner's first one unless that is switched off. */
export function readSectionId({ portal, params }: Call, owner: Owner): number {
  const sections = sectionsOf(portal, owner);
  const isDetected = isMissing(params["section"]) && flag(params, "auto_detect_section", true);
  const wanted = integer(params, "section");
  const section = isDetected ? sections[0] : sections.find(({ id }) => id === wanted);
  if (section === undefined) {
    throw calendarError("The calendar section ID is wrong, or the user has no access to it");
  }
  return section.id;
}

function defaultName({ type }: Owner): string {
  return { user: "My calendar", group: "Group calendar", company_calendar: "Company calendar" }[type];
}

function keepSection(
  portal: Portal,
  owner: Owner,
  createdBy: number,
  fields: Partial<CalendarSection>,
): CalendarSection {
  const section: CalendarSection = {
    name: "",
    description: "",
    color: COLOR,
    textColor: TEXT_COLOR,
    isExported: true,
    ...fields,
    ...owner,
    id: nextId(portal.state, "calendarSection"),
    createdBy,
    createdAt: isoDate(portal.now()),
  };
  portal.state.calendarSections.set(section.id, section);
  return section;
}

function getSections(call: Call): Answer {
  refuseOutsiders(call);
  const owner = readOwner(call, "calendar.section.get", { isOwnDefault: true });
  return { result: sectionsOf(call.portal, owner).map((section) => view(section, call.caller.user)) };
}

function addSection(call: Call): Answer {
  const { portal, caller, params } = call;
  const owner = readOwner(call, "calendar.section.add", { isOwnDefault: true });
  if (isMissing(params["name"])) throw missing("calendar.section.add", "name");
  const fields = readSection(call);
  if (!mayEdit(owner, caller.user)) throw accessDenied();
  return { result: keepSection(portal, owner, caller.user.id, fields).id };
}

function updateSection(call: Call): Answer {
  const section = readOwnSection(call, "calendar.section.update");
  Object.assign(section, readSection(call));
  return { result: section.id };
}

/** A calendar goes with everything in it. */
function deleteSection(call: Call): Answer {
  const { state } = call.portal;
  const section = readOwnSection(call, "calendar.section.delete");
  for (const event of state.calendarEvents.values()) {
    if (event.sectionId === section.id) state.calendarEvents.delete(event.id);
  }
  state.calendarSections.delete(section.id);
  return TRUE;
}

function readOwnSection(call: Call, method: string): CalendarSection {
  const owner = readOwner(call, method, { isOwnDefault: true });
  if (isMissing(call.params["id"])) throw calendarError("The section id is not set");
  const section = call.portal.state.calendarSections.get(integer(call.params, "id") ?? 0);
  const isTheirs = section?.type === owner.type && section.ownerId === owner.ownerId;
  if (section === undefined || !isTheirs || !mayEdit(owner, call.caller.user)) throw accessDenied();
  return section;
}

function readSection({ params }: Call): Partial<CalendarSection> {
  for (const name of ["name", "description"]) {
    if (typeof params[name] === "object" && params[name] !== null) throw invalidValue(name);
  }
  return {
    ...(text(params, "name") !== "" && { name: text(params, "name") }),
    ...(params["description"] !== undefined && { description: text(params, "description") }),
    ...(text(params, "color") !== "" && { color: text(params, "color") }),
    ...(text(params, "text_color") !== "" && { textColor: text(params, "text_color") }),
    ...(params["export"] !== undefined && { isExported: flag(record(params, "export"), "ALLOW", true) }),
  };
}

function view(section: CalendarSection, viewer: Person): Record<string, unknown> {
  const canEdit = mayEdit(section, viewer);
  return {
    ID: String(section.id),
    NAME: section.name,
    GAPI_CALENDAR_ID: null,
    DESCRIPTION: section.description,
    COLOR: section.color,
    TEXT_COLOR: section.textColor,
    EXPORT: { ALLOW: section.isExported },
    CAL_TYPE: section.type,
    OWNER_ID: String(section.ownerId),
    CREATED_BY: String(section.createdBy),
    DATE_CREATE: databaseDateTime(new Date(section.createdAt)),
    TIMESTAMP_X: databaseDateTime(new Date(section.createdAt)),
    CAL_DAV_CON: null,
    SYNC_TOKEN: null,
    PAGE_TOKEN: null,
    EXTERNAL_TYPE: "local",
    ACCESS: { G2: READ_ACCESS, [`U${section.createdBy}`]: FULL_ACCESS },
    IS_COLLAB: false,
    PERM: {
      view_time: true,
      view_title: true,
      view_full: true,
      add: canEdit,
      edit: canEdit,
      edit_section: canEdit,
      access: canEdit,
    },
  };
}
