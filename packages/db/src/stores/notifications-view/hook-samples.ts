import { desc, eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type HookSample, hookSample } from "../../schema/hook.ts";

/** What came to a hook lately, newest first. */
export async function listHookSamples(db: Database, hookId: string, limit: number): Promise<HookSample[]> {
  return db
    .select()
    .from(hookSample)
    .where(eq(hookSample.hookId, hookId))
    .orderBy(desc(hookSample.at), desc(hookSample.id))
    .limit(limit);
}
