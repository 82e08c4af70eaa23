import { isStages } from "../../crm/statuses.ts";
import type { CrmStatus } from "../../state/crm.ts";

/** An entry of a dictionary as the methods answer it. Bitrix24 docs: crm.status.list. */
export function statusRow(status: CrmStatus): Record<string, unknown> {
  const { id, entityId, statusId, name, nameInit, sort, isSystem, categoryId, color, semantics } = status;
  return {
    ID: String(id),
    ENTITY_ID: entityId,
    STATUS_ID: statusId,
    NAME: name,
    NAME_INIT: nameInit,
    SORT: String(sort),
    SYSTEM: isSystem ? "Y" : "N",
    CATEGORY_ID: categoryId === null ? null : String(categoryId),
    COLOR: color,
    SEMANTICS: semantics,
    ...(isStages(entityId) && { EXTRA: { SEMANTICS: meaningOf(status), COLOR: color } }),
  };
}

function meaningOf({ statusId, semantics }: CrmStatus): string {
  if (semantics === "S") return "success";
  if (semantics === "F") return statusId.endsWith("APOLOGY") ? "apology" : "failure";
  return "process";
}
