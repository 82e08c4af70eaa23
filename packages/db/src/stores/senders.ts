import { eq, isNotNull } from "drizzle-orm";

import type { Database } from "../client.ts";
import { type Hook, hook } from "../schema/hook.ts";
import { type Bot, bot, type Portal, portal } from "../schema/portal.ts";

/** Everybody who may post to the gateway, and what proves it. */
export type Senders = {
  portals: Pick<Portal, "id" | "memberId" | "applicationTokenSealed">[];
  bots: Pick<Bot, "id" | "portalId" | "bitrixBotId" | "keepsTokens">[];
  hooks: (Pick<Hook, "id" | "botId" | "kind" | "secretDigest" | "proof" | "secretSealed" | "options"> & {
    portalId: string;
  })[];
};

/** What is read of a hook, of which `bot` is joined. */
export const OPEN_HOOK = {
  id: hook.id,
  botId: hook.botId,
  portalId: bot.portalId,
  kind: hook.kind,
  secretDigest: hook.secretDigest,
  proof: hook.proof,
  secretSealed: hook.secretSealed,
  options: hook.options,
};

/**
 * Reads all senders, or those of one portal. A portal reached by a webhook of its own posts nothing and is left out.
 *
 * @param memberId Bitrix24's own id of the one portal.
 */
export async function loadSenders(db: Database, memberId?: string): Promise<Senders> {
  const one = memberId === undefined ? isNotNull(portal.memberId) : eq(portal.memberId, memberId);
  const portals = await db
    .select({ id: portal.id, memberId: portal.memberId, applicationTokenSealed: portal.applicationTokenSealed })
    .from(portal)
    .where(one);
  const bots = await db
    .select({ id: bot.id, portalId: bot.portalId, bitrixBotId: bot.bitrixBotId, keepsTokens: bot.keepsTokens })
    .from(bot)
    .innerJoin(portal, eq(portal.id, bot.portalId))
    .where(one);
  const hooks =
    memberId === undefined
      ? await db.select(OPEN_HOOK).from(hook).innerJoin(bot, eq(bot.id, hook.botId)).where(eq(hook.isActive, true))
      : [];
  return { portals, bots, hooks };
}
