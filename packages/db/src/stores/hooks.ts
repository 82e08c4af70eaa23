import { randomBytes } from "node:crypto";

import { newId } from "@botdeck/core/ids";
import { and, eq, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import { type Hook, hook } from "../schema/hook.ts";
import { bot } from "../schema/portal.ts";
import { digestOf } from "../secret-box.ts";
import { OPEN_HOOK, type Senders } from "./senders.ts";

const SECRET_BYTES = 32;

/** Makes an address under which another system posts to a bot. The secret is told here once, and nowhere kept. */
export async function addHook(
  db: Database,
  input: { botId: string; name: string; kind: Hook["kind"] },
): Promise<{ id: string; secret: string }> {
  const id = newId();
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  await db.insert(hook).values({ id, ...input, secretDigest: digestOf(secret) });
  await announce(db, "botdeck_portals", null);
  return { id, secret };
}

/** What a sender is verified by, of one hook that is open; null for any other id, whatever it looks like. */
export async function findOpenHook(db: Database, id: string): Promise<Senders["hooks"][number] | null> {
  const [found] = await db
    .select(OPEN_HOOK)
    .from(hook)
    .innerJoin(bot, eq(bot.id, hook.botId))
    // As text: what a stranger asks for may be no uuid.
    .where(and(sql`${hook.id}::text = ${id}`, eq(hook.isActive, true)));
  return found ?? null;
}

/** Opens or closes a hook. False when there is none of this id. */
export async function setHookActive(db: Database, id: string, isActive: boolean): Promise<boolean> {
  const changed = await db.update(hook).set({ isActive }).where(eq(hook.id, id)).returning({ id: hook.id });
  await announce(db, "botdeck_portals", null);
  return changed.length > 0;
}

/** The hooks of a portal's bots, oldest first, without what proves their senders. */
export async function listHooks(
  db: Database,
  portalId: string,
): Promise<(Omit<Hook, "secretDigest" | "secretSealed" | "apiTokenSealed"> & { botCode: string })[]> {
  return db
    .select({
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
    })
    .from(hook)
    .innerJoin(bot, and(eq(bot.id, hook.botId), eq(bot.portalId, portalId)))
    .orderBy(hook.createdAt);
}
