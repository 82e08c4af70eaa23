import type { Effect } from "@botdeck/core";
import { and, asc, eq, isNotNull } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { conversation } from "../../schema/conversation.ts";
import { notification } from "../../schema/notification.ts";
import { outboxEffect } from "../../schema/outbox-effect.ts";

/** A message that told somebody of a record. */
export type ToldCard = {
  key: string;
  dialogId: string;
  /** As it was sent. */
  body: Effect & { kind: "chat.send" | "chat.notify" };
  /** In which the dialog is held; null where nobody has spoken yet. */
  language: string | null;
};

/** The messages of their own by which a bot told people of a record, as far as they are not forgotten. */
export async function cardsOfSubject(
  db: Database,
  { portalId, botId, subject }: { portalId: string; botId: string; subject: string },
): Promise<ToldCard[]> {
  const rows = await db
    .select({
      key: outboxEffect.key,
      dialogId: notification.dialogId,
      body: outboxEffect.body,
      language: conversation.language,
    })
    .from(notification)
    .innerJoin(outboxEffect, eq(outboxEffect.key, notification.effectKey))
    .leftJoin(conversation, and(eq(conversation.botId, botId), eq(conversation.dialogId, notification.dialogId)))
    .where(
      and(
        eq(notification.portalId, portalId),
        eq(notification.subject, subject),
        eq(notification.botId, botId),
        eq(notification.outcome, "sent"),
        isNotNull(notification.dialogId),
      ),
    )
    .orderBy(asc(notification.createdAt), asc(notification.id));
  return rows.flatMap(({ key, dialogId, body, language }) =>
    // What the bell told is no message.
    dialogId !== null && (body.kind === "chat.send" || (body.kind === "chat.notify" && body.inBell !== true))
      ? [{ key, dialogId, body, language }]
      : [],
  );
}
