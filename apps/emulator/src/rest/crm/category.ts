import { mayConfigure } from "../../crm/access.ts";
import { DEAL, recordsOf, type EntityKind } from "../../crm/entity-kind.ts";
import { addCategory, categoriesOf, stageDictionary } from "../../crm/stages.ts";
import type { CrmCategory } from "../../state/crm.ts";
import type { State } from "../../state/state.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, integer, record, text, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { ITEM_ACCESS_DENIED, ITEM_NOT_FOUND } from "./fault.ts";
import { calledKind } from "./item.ts";

const SCOPES = ["crm"];

/** Funnels. Bitrix24 docs: api-reference/crm/universal/category. */
export const categoryMethods: RestMethod[] = [
  { name: "crm.category.list", scopes: SCOPES, run: listCategories },
  { name: "crm.category.get", scopes: SCOPES, run: get },
  { name: "crm.category.add", scopes: SCOPES, run: add },
  { name: "crm.category.update", scopes: SCOPES, run: update },
  { name: "crm.category.delete", scopes: SCOPES, run: remove },
  { name: "crm.category.fields", scopes: SCOPES, run: fields },
];

function listCategories(call: Call): Answer {
  const kind = funnelKind(call);
  const categories = categoriesOf(call.portal.state, kind).map(view);
  return { result: { categories }, total: categories.length };
}

function get(call: Call): Answer {
  return { result: { category: view(called(call, funnelKind(call))) } };
}

function add(call: Call): Answer {
  const kind = changeableKind(call);
  const given = record(call.params, "fields");
  const name = text(given, "name").trim();
  if (name === "") throw badRequest("0", "Field 'NAME' is required");
  const category = addCategory(call.portal.state, kind, name);
  apply(call.portal.state, kind, category, given);
  return { result: { category: view(category) } };
}

function update(call: Call): Answer {
  const kind = changeableKind(call);
  const category = called(call, kind);
  apply(call.portal.state, kind, category, record(call.params, "fields"));
  return { result: { category: view(category) } };
}

/** A funnel goes with its stages, but not while something is in it. */
function remove(call: Call): Answer {
  const { state } = call.portal;
  const kind = changeableKind(call);
  const { id, isDefault } = called(call, kind);
  const code = kind === DEAL ? "0" : "BX_ERROR";
  if (isDefault) throw badRequest(code, "Default deal category can not be deleted");
  if ([...recordsOf(state, kind)].some(({ categoryId }) => categoryId === id)) {
    throw badRequest(code, "There are items in the pipeline");
  }
  state.crmCategories.delete(id);
  const dictionary = stageDictionary(kind, id);
  for (const status of state.crmStatuses.values()) {
    if (status.entityId === dictionary) state.crmStatuses.delete(status.id);
  }
  return { result: null };
}

function fields(call: Call): Answer {
  funnelKind(call);
  const field = (type: string, upperName: string, isReadOnly: boolean, isRequired = false): object => ({
    type,
    isRequired,
    isReadOnly,
    isImmutable: false,
    isMultiple: false,
    isDynamic: false,
    title: upperName,
    upperName,
  });
  return {
    result: {
      fields: {
        id: field("integer", "ID", true),
        name: field("string", "NAME", false),
        sort: field("integer", "SORT", false),
        entityTypeId: field("integer", "ENTITY_TYPE_ID", true, true),
        isDefault: field("boolean", "IS_DEFAULT", false),
        originId: field("string", "ORIGIN_ID", false),
        originatorId: field("string", "ORIGINATOR_ID", false),
      },
    },
  };
}

function apply(state: State, kind: EntityKind, category: CrmCategory, given: Params): void {
  category.name = text(given, "name").trim() || category.name;
  category.sort = integer(given, "sort") ?? category.sort;
  category.originId = text(given, "originId") || category.originId;
  category.originatorId = text(given, "originatorId") || category.originatorId;
  if (!flag(given, "isDefault", false)) return;
  for (const other of categoriesOf(state, kind)) other.isDefault = other === category;
}

function funnelKind(call: Call): EntityKind {
  const kind = calledKind(call);
  if (!kind.hasCategories) {
    throw badRequest("ENTITY_TYPE_NOT_SUPPORTED", `Entity type ${kind.title} is not supported`);
  }
  return kind;
}

/** The kind whose funnels the call changes. @throws RestError for anybody but an administrator. */
function changeableKind(call: Call): EntityKind {
  const kind = funnelKind(call);
  if (!mayConfigure(call.caller.user)) throw ITEM_ACCESS_DENIED;
  return kind;
}

function called({ portal, params }: Call, kind: EntityKind): CrmCategory {
  const id = integer(params, "id");
  const category = categoriesOf(portal.state, kind).find((candidate) => candidate.id === id);
  if (category === undefined) throw ITEM_NOT_FOUND;
  return category;
}

/** Only funnels of deals know where they came from. */
function view({ id, name, sort, entityTypeId, isDefault, originId, originatorId }: CrmCategory): object {
  const hasOrigin = entityTypeId === DEAL.entityTypeId;
  const common = { id, name, sort, entityTypeId, isDefault: isDefault ? "Y" : "N" };
  return hasOrigin ? { ...common, originId, originatorId } : common;
}
