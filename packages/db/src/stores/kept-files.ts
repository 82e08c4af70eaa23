import { createHash } from "node:crypto";

import { AppError } from "@botdeck/core";
import { and, asc, eq, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { conversation } from "../schema/conversation.ts";
import { keptFile, MOST_FILE_BYTES } from "../schema/kept-file.ts";

type Row = typeof keptFile.$inferSelect;

export type FileToKeep = Pick<
  Row,
  "portalId" | "botId" | "conversationId" | "sourceFileId" | "name" | "contentType" | "content"
>;

/** A kept file without its content. */
export type KeptFile = Omit<Row, "content" | "sha256"> & {
  /** Of its content, in hexadecimal: the same picture sent twice has the same. */
  sha256: string;
};

/** All but the content, which may be large. */
const ABOUT = {
  id: keptFile.id,
  portalId: keptFile.portalId,
  botId: keptFile.botId,
  conversationId: keptFile.conversationId,
  sourceFileId: keptFile.sourceFileId,
  name: keptFile.name,
  contentType: keptFile.contentType,
  sizeBytes: keptFile.sizeBytes,
  sha256: keptFile.sha256,
  diskFileId: keptFile.diskFileId,
  keptAt: keptFile.keptAt,
};

/**
 * Keeps a client's file; the same file of a conversation again changes nothing.
 *
 * @throws AppError `invalid` for more than `MOST_FILE_BYTES`.
 */
export async function keepFile(db: Database, file: FileToKeep): Promise<KeptFile> {
  const sizeBytes = file.content.byteLength;
  if (sizeBytes > MOST_FILE_BYTES) {
    throw new AppError("invalid", `A file may have ${MOST_FILE_BYTES / 1024 / 1024} MB at most`, {
      context: { conversationId: file.conversationId, sizeBytes },
    });
  }
  const sha256 = createHash("sha256").update(file.content).digest();
  const [made] = await db
    .insert(keptFile)
    .values({ ...file, sizeBytes, sha256 })
    .onConflictDoNothing({ target: [keptFile.conversationId, keptFile.sourceFileId] })
    .returning(ABOUT);
  const row = made ?? (await readBySource(db, file));
  if (row === undefined) {
    throw new AppError("not_found", "The conversation is not there any more", {
      context: { conversationId: file.conversationId },
    });
  }
  return toKeptFile(row);
}

async function readBySource(db: Database, { conversationId, sourceFileId }: FileToKeep) {
  const [row] = await db
    .select(ABOUT)
    .from(keptFile)
    .where(and(eq(keptFile.conversationId, conversationId), eq(keptFile.sourceFileId, sourceFileId)));
  return row;
}

/** Notes where its copy is on the portal's disk. */
export async function noteDiskFile(db: Database, id: string, diskFileId: string): Promise<void> {
  await db.update(keptFile).set({ diskFileId }).where(eq(keptFile.id, id));
}

/** A kept file with its content; null when it was erased or never there. */
export async function readKeptFile(db: Database, id: string): Promise<(KeptFile & { content: Uint8Array }) | null> {
  const [row] = await db.select().from(keptFile).where(eq(keptFile.id, id));
  return row === undefined ? null : { ...toKeptFile(row), content: row.content };
}

/**
 * The name of a file that was kept in a dialog of a bot; null when it is gone, or is another's.
 *
 * @param file.sourcePrefix How its id at its source begins.
 */
export async function readKeptFileName(
  db: Database,
  file: { id: string; botId: string; dialogId: string; sourcePrefix: string },
): Promise<string | null> {
  const [row] = await db
    .select({ name: keptFile.name })
    .from(keptFile)
    .innerJoin(conversation, eq(conversation.id, keptFile.conversationId))
    .where(
      and(
        // As text: what a button carries may be no uuid.
        sql`${keptFile.id}::text = ${file.id}`,
        eq(conversation.botId, file.botId),
        eq(conversation.dialogId, file.dialogId),
        sql`starts_with(${keptFile.sourceFileId}, ${file.sourcePrefix})`,
      ),
    );
  return row?.name ?? null;
}

/** A conversation's files without their content, oldest first. */
export async function listKeptFiles(db: Database, conversationId: string): Promise<KeptFile[]> {
  const rows = await db
    .select(ABOUT)
    .from(keptFile)
    .where(eq(keptFile.conversationId, conversationId))
    .orderBy(asc(keptFile.id));
  return rows.map(toKeptFile);
}

const toKeptFile = ({ sha256, ...about }: Omit<Row, "content">): KeptFile => ({
  ...about,
  sha256: Buffer.from(sha256).toString("hex"),
});
