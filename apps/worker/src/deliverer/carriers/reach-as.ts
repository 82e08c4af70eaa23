import type { B24Client } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import type { OutboxEffect } from "@botdeck/db";
import { GrantNeeded } from "@botdeck/portal-clients";

import { type PortalDeps, reach } from "./portal-deps.ts";

/**
 * A client with the rights that an effect has: those of one person, or the app's own.
 *
 * @param byId Portal user id; null for the app's own rights.
 * @throws GrantNeeded while the person has not given permission: they are asked, and the effect waits for it.
 * @throws AppError as `reach` does.
 */
export async function reachAs(row: OutboxEffect, byId: string | null, deps: PortalDeps): Promise<B24Client> {
  const own = await reach(row, deps);
  if (byId === null) return own;
  const portal = await deps.known.portalById(row.portalId);
  if (!portal) throw new AppError("not_found", "The portal is not connected any more");
  try {
    return (await deps.actAs(portal, byId)).client;
  } catch (error) {
    if (error instanceof GrantNeeded) deps.onReauth({ portal, userId: byId });
    throw error;
  }
}
