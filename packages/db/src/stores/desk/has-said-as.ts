import { and, eq, gte, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { outboxEffect } from "../../schema/index.ts";

/** True once something that a person wrote with their own rights has reached the client since: the dialog is theirs on the portal. */
export async function hasSaidAs(
  db: Database,
  { conversationId, byId, since }: { conversationId: string; byId: string; since: Date },
): Promise<boolean> {
  const isIt = and(
    eq(outboxEffect.conversationId, conversationId),
    eq(outboxEffect.kind, "chat.say_as"),
    eq(outboxEffect.status, "sent"),
    gte(outboxEffect.createdAt, since),
    sql`${outboxEffect.body} ->> 'byId' = ${byId}`,
  );
  const rows = await db.select({ id: outboxEffect.id }).from(outboxEffect).where(isIt).limit(1);
  return rows.length > 0;
}
