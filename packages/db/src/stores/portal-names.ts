import { asc, ne } from "drizzle-orm";

import type { Database } from "../client.ts";
import { portal } from "../schema/index.ts";

/** The portals a person may choose among, by domain. */
export async function portalNames(db: Database): Promise<{ id: string; domain: string }[]> {
  return db
    .select({ id: portal.id, domain: portal.domain })
    .from(portal)
    .where(ne(portal.state, "removed"))
    .orderBy(asc(portal.domain), asc(portal.id));
}
