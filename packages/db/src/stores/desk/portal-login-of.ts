import { and, eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type PortalLogin, portalLogin } from "../../schema/index.ts";

/** Who somebody of the console is on a portal; null as long as they have not proven it. */
export async function portalLoginOf(
  db: Database,
  { userId, portalId }: { userId: string; portalId: string },
): Promise<PortalLogin | null> {
  const isTheirs = and(eq(portalLogin.userId, userId), eq(portalLogin.portalId, portalId));
  const [found] = await db.select().from(portalLogin).where(isTheirs);
  return found ?? null;
}
