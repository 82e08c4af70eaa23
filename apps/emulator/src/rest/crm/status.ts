import { mayConfigure } from "../../crm/access.ts";
import { allKinds, recordsOf } from "../../crm/entity-kind.ts";
import { stageDictionary } from "../../crm/stages.ts";
import { allStatuses, isStages, statusesOf } from "../../crm/statuses.ts";
import type { CrmStatus } from "../../state/crm.ts";
import { nextId, type State } from "../../state/state.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { flag, integer, record, text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { ACCESS_DENIED, notAnArray } from "./fault.ts";
import { STATUS_FIELDS } from "./status-fields.ts";
import { statusRow } from "./status-row.ts";
import { dictionaryTypes } from "./status-types.ts";

const SCOPES = ["crm"];
const SORT_STEP = 10;
const INVALID_STATUS_ID = badRequest("", "Invalid identifier.");
const NO_ENTITY_ID = badRequest("", "The parameter entityId is not defined or invalid.");
const MUST_BE_FORCED = 'CRM System Status can be deleted only if parameter FORCED is specified and equal to "Y".';

/** Dictionaries and stages. Bitrix24 docs: api-reference/crm/status. */
export const statusMethods: RestMethod[] = [
  { name: "crm.status.list", scopes: SCOPES, run: listStatuses },
  {
    name: "crm.status.get",
    scopes: SCOPES,
    missing: { id: INVALID_STATUS_ID },
    run: (call) => ({ result: statusRow(called(call)) }),
  },
  { name: "crm.status.add", scopes: SCOPES, missing: { fields: notAnArray("fields") }, run: add },
  {
    name: "crm.status.update",
    scopes: SCOPES,
    missing: { id: INVALID_STATUS_ID, fields: notAnArray("fields") },
    run: update,
  },
  { name: "crm.status.delete", scopes: SCOPES, missing: { id: INVALID_STATUS_ID }, run: remove },
  { name: "crm.status.fields", scopes: SCOPES, missing: "own", run: () => ({ result: STATUS_FIELDS }) },
  { name: "crm.status.entity.types", scopes: SCOPES, missing: "own", run: types },
  { name: "crm.status.entity.items", scopes: SCOPES, missing: { entityId: NO_ENTITY_ID }, run: items },
];

/** Comes whole: a dictionary has no pages. */
function listStatuses({ portal, params }: Call): Answer {
  const rows = allStatuses(portal.state).map(statusRow);
  const column = (field: string): ((row: Record<string, unknown>) => unknown) | null => {
    const name = field.toUpperCase();
    return STATUS_FIELDS[name] === undefined ? null : (row) => row[name] ?? "";
  };
  const found = rows.filter(filterOf(upperKeys(record(params, "filter")), column));
  const compare = orderOf(upperKeys(record(params, "order")), column);
  return { result: compare === null ? found : found.toSorted(compare), total: found.length };
}

function add({ portal, params, caller }: Call): Answer {
  if (!mayConfigure(caller.user)) throw ACCESS_DENIED;
  const { state } = portal;
  const fields = upperKeys(record(params, "fields"));
  const [entityId, code, name] = [text(fields, "ENTITY_ID"), text(fields, "STATUS_ID"), text(fields, "NAME")];
  const missing = ["ENTITY_ID", "STATUS_ID"].filter((field) => text(fields, field) === "");
  if (missing.length > 0) throw badRequest("", missing.map((field) => `The field ${field} is required.`).join("\n"));
  if (name === "") throw badRequest("", 'The required field "Name" is not filled.');
  const own = statusesOf(state, entityId);
  if (own.length === 0) throw badRequest("", "Specified entity type is not supported.");
  const { categoryId, statusId: first } = own[0] ?? { categoryId: null, statusId: "" };
  const prefix = first.includes(":") && !code.includes(":") ? `${first.split(":")[0]}:` : "";
  const statusId = prefix + code;
  if (own.some((status) => status.statusId === statusId))
    throw badRequest("ERROR_CORE", "The status ID already exists.");
  const semantics = text(fields, "SEMANTICS");
  const status: CrmStatus = {
    id: nextId(state, "crmStatus"),
    entityId,
    statusId,
    name,
    nameInit: "",
    sort: integer(fields, "SORT") ?? Math.max(...own.map(({ sort }) => sort)) + SORT_STEP,
    isSystem: false,
    categoryId,
    color: text(fields, "COLOR") || null,
    semantics: isStages(entityId) && ["S", "F"].includes(semantics) ? semantics : null,
  };
  state.crmStatuses.set(status.id, status);
  return { result: status.id };
}

function update(call: Call): Answer {
  const status = changeable(call);
  const fields = upperKeys(record(call.params, "fields"));
  if (fields["NAME"] !== undefined) status.name = text(fields, "NAME");
  if (fields["COLOR"] !== undefined) status.color = text(fields, "COLOR") || null;
  status.sort = integer(fields, "SORT") ?? status.sort;
  return TRUE;
}

function remove(call: Call): Answer {
  const status = changeable(call);
  const isForced = flag(upperKeys(record(call.params, "params")), "FORCED", false);
  if (status.isSystem && !isForced) throw badRequest("", MUST_BE_FORCED);
  if (isInUse(call.portal.state, status)) throw badRequest("", "There are active items in this status.");
  call.portal.state.crmStatuses.delete(status.id);
  return TRUE;
}

/** Whether something is in a stage, or has a value of another dictionary. */
function isInUse(state: State, { entityId, statusId }: CrmStatus): boolean {
  return allKinds(state).some((kind) => {
    const key = kind.fields.find(({ dictionary }) => dictionary === entityId)?.key;
    return [...recordsOf(state, kind)].some((record) => {
      if (!isStages(entityId)) return key !== undefined && record[key] === statusId;
      return stageDictionary(kind, record.categoryId ?? 0) === entityId && record.stageId === statusId;
    });
  });
}

function types({ portal }: Call): Answer {
  return { result: dictionaryTypes(portal.state) };
}

function items({ portal, params }: Call): Answer {
  const rows = statusesOf(portal.state, text(params, "entityId"));
  return { result: rows.map(({ name, sort, statusId }) => ({ NAME: name, SORT: sort, STATUS_ID: statusId })) };
}

/** The one that the call changes. @throws RestError for anybody but an administrator. */
function changeable(call: Call): CrmStatus {
  const status = called(call);
  if (!mayConfigure(call.caller.user)) throw ACCESS_DENIED;
  return status;
}

function called({ portal, params }: Call): CrmStatus {
  const id = integer(params, "id");
  if (id === null || id <= 0) throw INVALID_STATUS_ID;
  const status = allStatuses(portal.state).find((candidate) => candidate.id === id);
  if (status === undefined) throw badRequest("", "Status is not found.");
  return status;
}
