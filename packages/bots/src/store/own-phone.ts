import type { ClientCard } from "@botdeck/crm";
import type { Dialog } from "@botdeck/core";

import type { StoreSettings } from "./settings.ts";

/** The client's own phone, in E.164, where the messenger vouches for it; null elsewhere. */
export function ownPhoneOf(
  { ownPhone }: Pick<ClientCard, "ownPhone">,
  { entityId }: Pick<Dialog, "entityId">,
  { phoneConnectors }: Pick<StoreSettings, "phoneConnectors">,
): string | null {
  const connector = entityId?.split("|")[0] ?? "";
  return phoneConnectors.some((begin) => connector.startsWith(begin)) ? ownPhone : null;
}
