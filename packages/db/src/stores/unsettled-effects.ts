import type { EffectKind } from "@botdeck/core";
import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";

/** Whether effects of a kind still have to leave in a lane, or are in doubt. */
export async function hasUnsettledEffect(
  db: Database,
  portalId: string,
  lane: string,
  kind: EffectKind,
): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from outbox_effect
    where portal_id = ${portalId}::uuid and lane collate "C" = ${lane} and kind = ${kind}
      and status in ('ready', 'sending', 'uncertain')
    limit 1`);
  return rows.length > 0;
}
