import { newId } from "@botdeck/core/ids";
import { type Database, trainingExample } from "@botdeck/db";

const MINUTE_MS = 60_000;
type Example = typeof trainingExample.$inferInsert;

/** What clients said that the bot did not understand, one minute after another. @returns Their ids. */
export async function addExamples(
  db: Database,
  of: { portalId: string; conversationId: string },
  texts: readonly string[],
  change: Partial<Example> = {},
): Promise<string[]> {
  const begin = Date.now() - texts.length * MINUTE_MS;
  const rows = await db
    .insert(trainingExample)
    .values(
      texts.map((text, index) => ({
        portalId: of.portalId,
        conversationId: of.conversationId,
        botCode: "store",
        messageId: newId(),
        personId: "7",
        text,
        language: /\p{Script=Cyrillic}/u.test(text) ? "ru" : "en",
        reason: "unsure" as const,
        guessedIntent: "orderStatus",
        confidence: 0.41,
        saidAt: new Date(begin + index * MINUTE_MS),
        ...change,
      })),
    )
    .returning({ id: trainingExample.id });
  return rows.map(({ id }) => id);
}
