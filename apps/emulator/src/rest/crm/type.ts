import { mayConfigure } from "../../crm/access.ts";
import { addType, TYPE_SWITCHES } from "../../crm/add-type.ts";
import { COMPANY, CONTACT, DEAL, LEAD } from "../../crm/entity-kind.ts";
import type { CrmType } from "../../state/crm.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { pageOfMany } from "../page.ts";
import { flag, integer, record, text } from "../params.ts";
import { filterOf, orderOf, type ReadColumn } from "../row-filter.ts";
import { badRequest } from "../rest-error.ts";
import { fieldNotInFilter, fieldNotInOrder, ITEM_ACCESS_DENIED, requiredField } from "./fault.ts";

const SCOPES = ["crm"];

/** Smart processes. Bitrix24 docs: api-reference/crm/universal/user-defined-object-types. */
export const typeMethods: RestMethod[] = [
  { name: "crm.type.add", scopes: SCOPES, run: add },
  { name: "crm.type.list", scopes: SCOPES, run: listTypes },
  { name: "crm.type.get", scopes: SCOPES, run: get },
  { name: "crm.type.getByEntityTypeId", scopes: SCOPES, run: getByEntityTypeId },
];

function add({ portal, caller, params }: Call): Answer {
  if (!mayConfigure(caller.user)) throw ITEM_ACCESS_DENIED;
  const fields = record(params, "fields");
  const title = text(fields, "title").trim();
  if (title === "") throw requiredField("item", "title");
  const given = Object.keys(TYPE_SWITCHES).filter((name) => fields[name] !== undefined);
  const switches = Object.fromEntries(given.map((name) => [name, flag(fields, name, false) ? "Y" : "N"]));
  const more = { code: text(fields, "code"), switches };
  const type = addType(portal.state, title, caller.user.id, isoDate(portal.now()), more);
  return answer(type);
}

function listTypes({ portal, caller, params }: Call): Answer {
  if (!mayConfigure(caller.user)) throw ITEM_ACCESS_DENIED;
  const column: ReadColumn<CrmType> = (field) => {
    const isKnown = Object.hasOwn(view(NO_TYPE), field);
    return isKnown ? (type) => view(type)[field] : null;
  };
  const meets = filterOf(record(params, "filter"), column, fieldNotInFilter);
  const compare = orderOf(record(params, "order"), column, fieldNotInOrder);
  const rows = pageOfMany(portal.state.crmTypes.values(), meets, compare, integer(params, "start") ?? 0);
  const { result, ...counted } = rows;
  return { result: { types: result.map(view) }, ...counted };
}

function get({ portal, params }: Call): Answer {
  return answer(portal.state.crmTypes.get(integer(params, "id") ?? 0));
}

function getByEntityTypeId({ portal, params }: Call): Answer {
  const wanted = integer(params, "entityTypeId");
  return answer([...portal.state.crmTypes.values()].find(({ entityTypeId }) => entityTypeId === wanted));
}

function answer(type: CrmType | undefined): Answer {
  if (type === undefined) throw badRequest("0", "SPA not found");
  return { result: { type: { ...view(type), ...RELATIONS } } };
}

function view({ switches, ...type }: CrmType): Record<string, unknown> {
  return { ...type, customSectionId: null, ...switches };
}

const NO_TYPE: CrmType = {
  id: 0,
  entityTypeId: 0,
  title: "",
  code: "",
  createdBy: 0,
  createdTime: "",
  updatedTime: "",
  updatedBy: 0,
  switches: TYPE_SWITCHES,
};

const related = (entityTypeId: number, isPredefined: "Y" | "N"): object => ({
  entityTypeId,
  isChildrenListEnabled: "Y",
  isPredefined,
});

/** Items have a client, and may belong to a lead or deal. */
const RELATIONS = {
  relations: {
    parent: [
      related(CONTACT.entityTypeId, "Y"),
      related(COMPANY.entityTypeId, "Y"),
      related(LEAD.entityTypeId, "N"),
      related(DEAL.entityTypeId, "N"),
    ],
    child: [related(CONTACT.entityTypeId, "N"), related(COMPANY.entityTypeId, "N")],
  },
  linkedUserFields: {
    "CALENDAR_EVENT|UF_CRM_CAL_EVENT": "N",
    "TASKS_TASK|UF_CRM_TASK": "N",
    "TASKS_TASK_TEMPLATE|UF_CRM_TASK": "N",
  },
  customSections: [],
};
