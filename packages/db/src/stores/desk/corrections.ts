import { and, eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type Message, message, trainingExample, type TrainingExample } from "../../schema/index.ts";

/** A message of this conversation; null when it is gone, or another's. */
export async function messageOfConversation(
  db: Database,
  { id, conversationId }: { id: string; conversationId: string },
): Promise<Message | null> {
  const [found] = await db
    .select()
    .from(message)
    .where(and(eq(message.id, id), eq(message.conversationId, conversationId)));
  return found ?? null;
}

export type Correction = Pick<
  TrainingExample,
  "botCode" | "text" | "language" | "guessedIntent" | "confidence" | "saidAt"
> & {
  portalId: string;
  conversationId: string;
  messageId: string;
  personId: string;
  intent: string;
  decidedById: string;
  decidedByName: string;
};

/** Puts words whose meaning a person has corrected into the training inbox; the latest word about a message counts. */
export async function keepCorrection(db: Database, correction: Correction): Promise<void> {
  const { intent, decidedById, decidedByName } = correction;
  const decided = {
    reason: "corrected" as const,
    state: "assigned" as const,
    intent,
    decidedById,
    decidedByName,
    decidedAt: new Date(),
  };
  await db
    .insert(trainingExample)
    .values({ ...correction, ...decided })
    .onConflictDoUpdate({ target: trainingExample.messageId, set: decided });
}

/** What a person said that these messages mean, by message id. */
export async function correctionsOf(db: Database, conversationId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ messageId: trainingExample.messageId, intent: trainingExample.intent })
    .from(trainingExample)
    .where(and(eq(trainingExample.conversationId, conversationId), eq(trainingExample.reason, "corrected")));
  return new Map(
    rows.flatMap(({ messageId, intent }) =>
      intent === null || messageId === null ? [] : [[messageId, intent] as const],
    ),
  );
}
