import { AppError } from "@botdeck/core";
import { isId } from "@botdeck/core/ids";
import { and, eq } from "drizzle-orm";

import { announce } from "../../channel.ts";
import type { Database } from "../../client.ts";
import { type Hook, hook } from "../../schema/hook.ts";
import { bot } from "../../schema/portal.ts";
import type { SecretBox } from "../../secret-box.ts";
import { OPEN_HOOK, type Senders } from "../senders.ts";
import { apiTokenPlace } from "./add-hook.ts";
import { PORTAL_HOOK, type PortalHook } from "./portal-hook.ts";

/** More sources of one portal than anybody looks through. */
const MOST_LISTED = 200;

/** What a sender is verified by, of one hook that is open; null for any other id, whatever it looks like. */
export async function findOpenHook(db: Database, id: string): Promise<Senders["hooks"][number] | null> {
  if (!isId(id)) return null;
  const [found] = await db
    .select(OPEN_HOOK)
    .from(hook)
    .innerJoin(bot, eq(bot.id, hook.botId))
    .where(and(eq(hook.id, id), eq(hook.isActive, true)));
  return found ?? null;
}

/** Opens or closes a hook. False when there is none of this id. */
export async function setHookActive(db: Database, id: string, isActive: boolean): Promise<boolean> {
  return await changeHook(db, id, { isActive });
}

/** What of a hook may be changed; its address, kind and secret stay. */
export type HookChange = Partial<Pick<Hook, "name" | "options" | "isActive">> & {
  /** Null takes it away. */
  apiToken?: string | null;
};

/**
 * Changes a hook. Gateways hear of it.
 *
 * @param box Needed for another token of its API.
 * @returns False when there is none of this id.
 * @throws AppError `invalid` when a token cannot be sealed.
 */
export async function changeHook(
  db: Database,
  id: string,
  { apiToken, ...change }: HookChange,
  box?: SecretBox,
): Promise<boolean> {
  if (typeof apiToken === "string" && box === undefined) {
    throw new AppError("invalid", "The token of a sender's API has to be sealed, and no key is given");
  }
  const apiTokenSealed = typeof apiToken === "string" ? box?.seal(apiToken, apiTokenPlace(id)) : apiToken;
  const changed = await db
    .update(hook)
    .set({ ...change, ...(apiTokenSealed !== undefined && { apiTokenSealed }) })
    .where(eq(hook.id, id))
    .returning({ id: hook.id });
  await announce(db, "botdeck_portals", null);
  return changed.length > 0;
}

/** The hooks of a portal's bots, oldest first, without what proves their senders. @param limit At most so many. */
export async function listHooks(db: Database, portalId: string, limit = MOST_LISTED): Promise<PortalHook[]> {
  return db
    .select(PORTAL_HOOK)
    .from(hook)
    .innerJoin(bot, and(eq(bot.id, hook.botId), eq(bot.portalId, portalId)))
    .orderBy(hook.createdAt, hook.id)
    .limit(limit);
}
