import type { Portal } from "../portal.ts";
import type { BotOwner } from "../state/model.ts";

/**
 * False for an application that gets no events: its installation is not finished, or a fault switch has revoked it.
 *
 * Bitrix24 docs: settings/app-installation/installation-finish.
 */
export function mayHear(portal: Portal, owner: BotOwner): boolean {
  if (owner.kind !== "app") return true;
  const app = portal.state.apps.get(owner.key);
  return app?.isInstalled === true && !portal.faults.read().access.revokedApps.includes(owner.key);
}
