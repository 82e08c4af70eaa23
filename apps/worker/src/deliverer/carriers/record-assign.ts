import { AppError, type ErrorCode } from "@botdeck/core";
import { assignRecord } from "@botdeck/crm";
import { recordOfSubject } from "@botdeck/notifications";

import { giveBack } from "../../notifications/give-back.ts";
import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps } from "./portal-deps.ts";
import { reachAs } from "./reach-as.ts";

/** A repeat would be refused as well. */
const FINAL: readonly ErrorCode[] = ["invalid", "forbidden", "not_found", "conflict", "rejected", "unsupported"];

/** Makes a person responsible for what they took; what they may not have is there for others again. */
export function recordAssign(deps: PortalDeps): Carrier<"record.assign"> {
  return {
    async carry({ subject, byId }, row, signal) {
      const record = recordOfSubject(subject);
      if (record === null)
        throw new AppError("invalid", "Nobody can be responsible for this", { context: { subject } });
      try {
        const client = await reachAs(row, byId, deps);
        await assignRecord(client, { ...record, toId: byId }, inTime("record.assign", signal));
      } catch (error) {
        if (error instanceof AppError && FINAL.includes(error.code)) await giveBack(deps.db, row, { subject, byId });
        throw error;
      }
      return null;
    },

    look: async () => ({ kind: "repeatable" }),
  };
}
