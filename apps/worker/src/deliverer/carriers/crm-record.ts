import { recordClient } from "@botdeck/crm";
import { findConversation } from "@botdeck/db";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach } from "./portal-deps.ts";

export function crmRecord(deps: PortalDeps): Carrier<"crm.record"> {
  const { db, facts } = deps;
  return {
    async carry({ kind, ...record }, row, signal) {
      const client = await reach(row, deps);
      const conversation = row.conversationId === null ? null : await findConversation(db, row.conversationId);
      const language = conversation?.language === "ru" ? "ru" : "en";
      return recordClient(client, record, { ...inTime(kind, signal), portalId: row.portalId, facts, language });
    },
    // It looks for itself before it writes.
    look: async () => ({ kind: "repeatable" }),
  };
}
