import { eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type Hook, hook } from "../../schema/hook.ts";

/** A hook by our own id of it, with what its sender's API is called with, sealed; null when it is gone. */
export async function hookById(
  db: Database,
  id: string,
): Promise<Pick<Hook, "id" | "botId" | "name" | "kind" | "options" | "apiTokenSealed"> | null> {
  const { botId, name, kind, options, apiTokenSealed } = hook;
  const [found] = await db
    .select({ id: hook.id, botId, name, kind, options, apiTokenSealed })
    .from(hook)
    .where(eq(hook.id, id));
  return found ?? null;
}
