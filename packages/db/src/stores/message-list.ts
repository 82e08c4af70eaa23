import type { Button, Card, FileRef } from "@botdeck/core";
import { and, desc, eq, lt } from "drizzle-orm";

import type { Database } from "../client.ts";
import { message, outboxEffect, type MessageAuthor, type OutboxEffect } from "../schema/index.ts";

/** What became of a bot's message, in the console's words. */
export type DeliveryState = "waiting" | "delivered" | "in_doubt" | "failed" | "cancelled";

export type MessageRow = {
  id: string;
  /** Order of arrival, and the cursor of this list. */
  seq: number;
  author: MessageAuthor;
  authorName: string;
  text: string;
  buttons: Button[][] | null;
  card: Card | null;
  files: FileRef[] | null;
  /** What a client's words were understood to mean, in the dialog engine's form; null where nobody had to. */
  understood: unknown;
  at: Date;
  /** Null for what people wrote. */
  delivery: DeliveryState | null;
  /** Why it did not arrive, as the last attempt said. */
  deliveryError: string | null;
};

const DELIVERY_STATE: Record<OutboxEffect["status"], DeliveryState> = {
  ready: "waiting",
  sending: "waiting",
  uncertain: "in_doubt",
  sent: "delivered",
  dead: "failed",
  cancelled: "cancelled",
  discarded: "failed",
};

/**
 * The latest messages of a conversation, oldest first.
 *
 * @param page.before Only what came before this `seq`; null starts at the newest.
 */
export async function listMessages(
  db: Database,
  conversationId: string,
  page: { before: number | null; limit: number },
): Promise<{ rows: MessageRow[]; earlier: number | null }> {
  const found = await db
    .select({ message, status: outboxEffect.status, lastError: outboxEffect.lastError })
    .from(message)
    .leftJoin(outboxEffect, eq(outboxEffect.key, message.sourceKey))
    .where(
      and(eq(message.conversationId, conversationId), page.before === null ? undefined : lt(message.seq, page.before)),
    )
    .orderBy(desc(message.seq))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit).toReversed().map(toRow);
  return { rows, earlier: found.length > page.limit ? (rows[0]?.seq ?? null) : null };
}

type Found = {
  message: typeof message.$inferSelect;
  status: OutboxEffect["status"] | null;
  lastError: string | null;
};

function toRow({ message: said, status, lastError }: Found): MessageRow {
  const delivery = status === null ? null : DELIVERY_STATE[status];
  return {
    id: said.id,
    seq: said.seq,
    author: said.author,
    authorName: said.authorName,
    text: said.text,
    buttons: said.buttons,
    card: said.card,
    files: said.files,
    understood: said.understood,
    at: said.at,
    delivery,
    deliveryError: delivery === "delivered" ? null : lastError,
  };
}
