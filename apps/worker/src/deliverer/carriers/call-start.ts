import { type CallWay, startCall } from "@botdeck/crm";
import { findConversation, type OutboxEffect } from "@botdeck/db";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach } from "./portal-deps.ts";
import { reachAs } from "./reach-as.ts";

/** What the person hears before they are connected. */
const SPOKEN = {
  en: "You are being connected with your client.",
  ru: "Соединяем вас с клиентом.",
} as const;

/** Has the portal's telephony call the person, and then the number. */
export function callStart(deps: PortalDeps): Carrier<"call.start"> {
  /** Lines are an administrator's to see; the call is the person's own. */
  const wayOf = async (row: OutboxEffect): Promise<CallWay> => deps.callWays.of(row.portalId, await reach(row, deps));

  return {
    async carry({ phone, byId }, row, signal) {
      const [client, way] = await Promise.all([reachAs(row, byId, deps), wayOf(row)]);
      const conversation = row.conversationId === null ? null : await findConversation(deps.db, row.conversationId);
      const spoken = SPOKEN[conversation?.language === "ru" ? "ru" : "en"];
      return startCall(client, way, { personId: byId, phone, spoken, key: row.id }, inTime("call.start", signal));
    },

    /** A registered call is known by its key. Of a call back nobody can tell, and a phone should not ring twice. */
    async look(_effect, row) {
      const { kind } = await wayOf(row);
      return kind === "external" ? { kind: "repeatable" } : { kind: "unreadable" };
    },
  };
}
