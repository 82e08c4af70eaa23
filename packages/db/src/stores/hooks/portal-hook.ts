import { and, eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type Hook, hook } from "../../schema/hook.ts";
import { bot } from "../../schema/portal.ts";

/** A hook without what proves its senders. */
export type PortalHook = Omit<Hook, "secretDigest" | "secretSealed" | "apiTokenSealed"> & { botCode: string };

/** Its columns, for whoever reads hooks of a portal. */
export const PORTAL_HOOK = {
  id: hook.id,
  botId: hook.botId,
  botCode: bot.code,
  name: hook.name,
  kind: hook.kind,
  proof: hook.proof,
  options: hook.options,
  isActive: hook.isActive,
  accepted: hook.accepted,
  refused: hook.refused,
  lastAcceptedAt: hook.lastAcceptedAt,
  createdAt: hook.createdAt,
};

/** A hook of a portal; null for any other. */
export async function findPortalHook(db: Database, portalId: string, id: string): Promise<PortalHook | null> {
  const [found] = await selectHook(db, portalId, id);
  return found ?? null;
}

/** A hook of a portal, which nobody else changes until the transaction ends; null for any other. */
export async function lockPortalHook(db: Database, portalId: string, id: string): Promise<PortalHook | null> {
  const [found] = await selectHook(db, portalId, id).for("update", { of: hook });
  return found ?? null;
}

const selectHook = (db: Database, portalId: string, id: string) =>
  db
    .select(PORTAL_HOOK)
    .from(hook)
    .innerJoin(bot, and(eq(bot.id, hook.botId), eq(bot.portalId, portalId)))
    .where(eq(hook.id, id));
