import { accessOf } from "../../crm/access.ts";
import { findRecord, kindOf, LEAD } from "../../crm/entity-kind.ts";
import type { StageChange } from "../../state/crm.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { pageOfMany } from "../page.ts";
import { integer, list, record, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf, type ReadColumn } from "../row-filter.ts";
import { fieldNotInFilter, fieldNotInOrder } from "./fault.ts";

const READERS: Readonly<Record<string, (change: StageChange) => unknown>> = {
  ID: ({ id }) => id,
  TYPE_ID: ({ kind }) => kind,
  OWNER_ID: ({ ownerId }) => ownerId,
  CREATED_TIME: ({ at }) => at,
  CATEGORY_ID: ({ categoryId }) => categoryId,
  STAGE_SEMANTIC_ID: ({ stageSemanticId }) => stageSemanticId,
  STAGE_ID: ({ stageId }) => stageId,
  STATUS_SEMANTIC_ID: ({ stageSemanticId }) => stageSemanticId,
  STATUS_ID: ({ stageId }) => stageId,
};
const COMMON = ["ID", "TYPE_ID", "OWNER_ID", "CREATED_TIME"];
const OF_LEADS = [...COMMON, "STATUS_SEMANTIC_ID", "STATUS_ID"];
const OF_OTHERS = [...COMMON, "CATEGORY_ID", "STAGE_SEMANTIC_ID", "STAGE_ID"];

const UNSUPPORTED = badRequest("ENTITY_TYPE_NOT_SUPPORTED", "Entity type is not supported");

/** Bitrix24 docs: crm.stagehistory.list. */
export const stageHistoryMethods: RestMethod[] = [{ name: "crm.stagehistory.list", scopes: ["crm"], run: listHistory }];

function listHistory(call: Call): Answer {
  const { portal, caller, params } = call;
  const kind = kindOf(portal.state, integer(params, "entityTypeId") ?? 0);
  if (kind === null || !kind.hasStages) throw UNSUPPORTED;
  const column: ReadColumn<StageChange> = (field) => READERS[field.toUpperCase()] ?? null;
  const meets = filterOf(upperKeys(record(params, "filter")), column, fieldNotInFilter);
  const sees = accessOf(portal.state, caller.user);
  const isWanted = (change: StageChange): boolean => {
    if (change.entityTypeId !== kind.entityTypeId || !meets(change)) return false;
    const owner = findRecord(portal.state, kind, change.ownerId);
    return owner !== null && sees(owner);
  };
  const compare = orderOf(record(params, "order"), column, fieldNotInOrder);
  const start = integer(params, "start") ?? 0;
  const { result, ...counted } = pageOfMany(portal.state.stageChanges.values(), isWanted, compare, start);
  const names = kind === LEAD ? OF_LEADS : OF_OTHERS;
  const select = list(params, "select").map((name) => String(name).toUpperCase());
  const isAll = select.length === 0 || select.includes("*");
  const shown = isAll ? names : names.filter((name) => name === "ID" || select.includes(name));
  const items = result.map((change) => Object.fromEntries(shown.map((name) => [name, READERS[name]?.(change)])));
  return { result: { items }, ...counted };
}
