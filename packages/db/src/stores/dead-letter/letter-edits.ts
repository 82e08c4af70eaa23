import type { Effect, InboxBody } from "@botdeck/core";
import { eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { letterEdit } from "../../schema/letter-edit.ts";
import { payloadsOfLetters } from "./payloads-of-letters.ts";

/** That somebody changed what a dead letter is to send or handle: who, when, why, and both payloads. Mask them before they are shown. */
export type LetterEdit = Omit<typeof letterEdit.$inferSelect, "letterId"> & {
  /** What it was changed into. */
  after: InboxBody | Effect | null;
};

/** The edits of a letter, oldest first; also of one that is no dead letter any more. Empty when it was never changed, or is kept no longer. */
export async function editsOfLetter(db: Database, letterId: string): Promise<LetterEdit[]> {
  const rows = await db.select().from(letterEdit).where(eq(letterEdit.letterId, letterId)).orderBy(letterEdit.id);
  if (rows.length === 0) return [];
  const now = (await payloadsOfLetters(db, [letterId])).get(letterId) ?? null;
  return rows.map(({ letterId: _letterId, ...edit }, index) => ({ ...edit, after: rows[index + 1]?.before ?? now }));
}
