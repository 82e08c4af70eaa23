import type { Portal } from "../../schema/portal.ts";
import type { PortalStore } from "./portal-store.ts";

/** Where a secret of a portal lies: it opens nowhere else. */
export const placeOf = (portalId: string, column: "application_token" | "webhook_url") =>
  `portal:${portalId}:${column}`;

/** What a portal is reached with, in the clear. Both throw `SealedOtherwise` for what was sealed with another key. */
export function portalSecrets({ box }: PortalStore) {
  return {
    applicationToken: (row: Pick<Portal, "id" | "applicationTokenSealed">): string | null =>
      row.applicationTokenSealed === null
        ? null
        : box.open(row.applicationTokenSealed, placeOf(row.id, "application_token")),

    webhookUrl: (row: Portal): string | null =>
      row.webhookUrlSealed === null ? null : box.open(row.webhookUrlSealed, placeOf(row.id, "webhook_url")),
  };
}
