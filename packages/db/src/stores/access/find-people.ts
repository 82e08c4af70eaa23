import { and, desc, eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { conversation } from "../../schema/index.ts";
import { isPersonNamed } from "../conversation-search.ts";

/** People of a portal who are called so and have spoken to a bot, each once. */
export async function findPeople(
  db: Database,
  portalId: string,
  words: string,
  limit: number,
): Promise<{ personId: string; name: string }[]> {
  const isNamed = isPersonNamed(words, { portalId });
  if (isNamed === null) return [];
  return db
    .selectDistinctOn([conversation.personId], { personId: conversation.personId, name: conversation.personName })
    .from(conversation)
    .where(and(eq(conversation.portalId, portalId), isNamed))
    .orderBy(conversation.personId)
    .limit(limit);
}

/** What a person of a portal was called last; null when no bot has spoken with them. */
export async function nameOfPerson(
  db: Database,
  { portalId, personId }: { portalId: string; personId: string },
): Promise<string | null> {
  const [found] = await db
    .select({ name: conversation.personName })
    .from(conversation)
    .where(and(eq(conversation.portalId, portalId), eq(conversation.personId, personId)))
    .orderBy(desc(conversation.lastMessageAt))
    .limit(1);
  return found?.name ?? null;
}
