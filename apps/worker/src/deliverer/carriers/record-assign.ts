import { AppError, type ErrorCode } from "@botdeck/core";
import { assignRecord } from "@botdeck/crm";
import { recordOfSubject } from "@botdeck/notifications";
import { grantNeededOf } from "@botdeck/portal-clients";

import { giveBack } from "../../notifications/give-back.ts";
import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps } from "./portal-deps.ts";
import { reachAs } from "./reach-as.ts";

/** A repeat would be refused as well. */
const FINAL: readonly ErrorCode[] = ["invalid", "forbidden", "not_found", "conflict", "rejected", "unsupported"];

/** Others may have it when whoever took it has not given their permission for so long, in milliseconds. */
const PERMISSION_MS = 60 * 60_000;

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
        const final = isTooLate(error, row.createdAt) ? new AppError("forbidden", NO_PERMISSION) : error;
        if (final instanceof AppError && FINAL.includes(final.code)) await giveBack(deps, row, { subject, byId });
        throw final;
      }
      return null;
    },

    look: async () => ({ kind: "repeatable" }),
  };
}

const NO_PERMISSION = "There was no permission to do it within an hour, so it is there for others again";

const isTooLate = (error: unknown, since: Date): boolean =>
  grantNeededOf(error) !== null && Date.now() - since.getTime() > PERMISSION_MS;
