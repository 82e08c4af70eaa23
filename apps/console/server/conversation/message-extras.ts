import { correctionsOf, type Database, listKeptFiles, type MessageRow } from "@botdeck/db";

/** Pictures that a browser shows. */
const SHOWN_TYPES: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

export const isShownType = (contentType: string): boolean => SHOWN_TYPES.has(contentType);

/** What belongs to messages and stands elsewhere: contents of their files, and what people say that they mean. */
export type MessageExtras = {
  /** By the portal's id of the file. */
  keptFiles: ReadonlyMap<string, { id: string; isPicture: boolean }>;
  /** Intents by message id. */
  corrections: ReadonlyMap<string, string>;
};

export async function messageExtras(
  db: Database,
  conversationId: string,
  rows: readonly Pick<MessageRow, "files">[],
): Promise<MessageExtras> {
  const hasFiles = rows.some(({ files }) => files !== null && files.length > 0);
  const [kept, corrections] = await Promise.all([
    hasFiles ? listKeptFiles(db, conversationId) : [],
    correctionsOf(db, conversationId),
  ]);
  const keptFiles = new Map(
    kept.map(({ id, sourceFileId, contentType }) => [sourceFileId, { id, isPicture: isShownType(contentType) }]),
  );
  return { keptFiles, corrections };
}
