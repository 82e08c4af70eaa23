import { command } from "@botdeck/b24-client";

import type { CONTACT, LEAD } from "./crm-item.ts";

/** How the CRM names a client of an open line among the messengers of a card. Bitrix24 docs: find-crm-object-by-dialog */
export function addressOf(entityId: string): string {
  return `imol|${entityId}`;
}

/** What `connector|line|connector chat|connector user` begins with. */
export function lineOf(entityId: string): { connector: string; lineId: string } {
  const [connector = "", lineId = ""] = entityId.split("|");
  return { connector, lineId };
}

/** The cards of a client of an open line, newest first. Phones come only with everything. Bitrix24 docs: crm.item.list */
export function itemsOf(
  entityTypeId: typeof LEAD | typeof CONTACT,
  entityId: string,
  more: { stageSemanticId?: "P" } = {},
) {
  const filter = { "=imol": addressOf(entityId), ...more };
  return command("crm.item.list", { entityTypeId, select: ["*"], filter, order: { id: "DESC" } });
}
