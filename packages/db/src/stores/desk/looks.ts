import { and, eq, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { conversationViewer } from "../../schema/index.ts";
import { VIEWER_SECONDS } from "../conversation-viewers.ts";

export type Looker = { id: string; name: string };

const isFresh = sql`seen_at > now() - make_interval(secs => ${VIEWER_SECONDS}::int)`;

/**
 * Notes that somebody looks at a conversation, for `VIEWER_SECONDS` from now.
 *
 * @returns Whether others have to be told, and everybody who looks.
 */
export async function noteLook(
  db: Database,
  conversationId: string,
  { id, name }: Looker,
): Promise<{ isNew: boolean; viewers: Looker[] }> {
  const before = await lookersOf(db, conversationId);
  await db.execute(sql`
    insert into conversation_viewer (conversation_id, user_id, user_name, seen_at)
    select id, ${id}, ${name}, now() from conversation where id = ${conversationId}::uuid
    on conflict (conversation_id, user_id) do update set user_name = excluded.user_name, seen_at = excluded.seen_at`);
  // Whoever fell away in silence goes here, so that the table holds those who look and few more.
  const gone = await db.execute(sql`
    delete from conversation_viewer where conversation_id = ${conversationId}::uuid and not ${isFresh} returning user_id`);
  const isNew = gone.length > 0 || !before.some((one) => one.id === id);
  return { isNew, viewers: isNew ? await lookersOf(db, conversationId) : before };
}

/** Notes that somebody looks no more. @returns False when nobody knew that they did. */
export async function endLook(db: Database, conversationId: string, userId: string): Promise<boolean> {
  const isTheirs = and(eq(conversationViewer.conversationId, conversationId), eq(conversationViewer.userId, userId));
  const gone = await db.delete(conversationViewer).where(isTheirs).returning({ userId: conversationViewer.userId });
  return gone.length > 0;
}

async function lookersOf(db: Database, conversationId: string): Promise<Looker[]> {
  return await db
    .select({ id: conversationViewer.userId, name: conversationViewer.userName })
    .from(conversationViewer)
    .where(and(eq(conversationViewer.conversationId, conversationId), isFresh))
    .orderBy(conversationViewer.userName, conversationViewer.userId);
}
