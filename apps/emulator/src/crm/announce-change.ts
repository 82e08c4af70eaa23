import { announce } from "../events/app-events.ts";
import type { Portal } from "../portal.ts";
import type { CrmRecord } from "../state/crm.ts";
import type { EntityKind } from "./entity-kind.ts";

/** Tells applications of a change; events carry the number and nothing else. Bitrix24 docs: crm events. */
export function announceChange(
  portal: Portal,
  kind: EntityKind,
  record: CrmRecord,
  change: "ADD" | "UPDATE" | "DELETE",
  userId: number,
): void {
  if (kind.collection !== "dynamicItems") {
    announce(portal, `ONCRM${kind.code}${change}`, { FIELDS: { ID: record.id } }, userId);
    return;
  }
  const data = { FIELDS: { ID: record.id, ENTITY_TYPE_ID: kind.entityTypeId } };
  announce(portal, `ONCRMDYNAMICITEM${change}`, data, userId);
  announce(portal, `ONCRMDYNAMICITEM${change}_${kind.entityTypeId}`, data, userId);
}
