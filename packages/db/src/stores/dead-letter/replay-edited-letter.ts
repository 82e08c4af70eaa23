import type { Effect, InboxBody } from "@botdeck/core";
import { eq, sql } from "drizzle-orm";

import type { DatabaseHandle, Transaction } from "../../client.ts";
import { inboxEvent, letterEdit, message, outboxEffect } from "../../schema/index.ts";
import type { Actor } from "../audit.ts";
import { changeMessage } from "../conversations.ts";
import { lockLetters, type RefusedLetter, tellOfLetters } from "./change-letters.ts";
import type { ReplayPlan } from "./plan-replay.ts";
import { replayInTransaction, type SeenLetter } from "./replay-letters.ts";

type Payload = InboxBody | Effect;

export type EditedReplay = {
  letter: SeenLetter;
  /** The payload that was edited: while it is still the letter's own, nobody else has changed it. */
  before: Payload;
  /** Of the same kind, for the same portal, bot and dialog: whoever edits it sees to that. */
  after: Payload;
  /** In the words of whoever does it. */
  reason: string;
  /** What was changed, as the audit log may keep it: without personal data, by place. */
  changes: { before: Record<string, unknown>; after: Record<string, unknown> };
  actor: Actor;
};

/**
 * Lets a dead letter run once more with another payload, by the rules of `replayLetters`: under the key it had, as the dry
 * run showed it. What stood there before is kept with the letter, under the name of whoever changed it.
 *
 * @returns Why the letter stays as it is; null when it runs.
 */
export async function replayEditedLetter(
  db: DatabaseHandle["db"],
  { letter, before, after, reason, changes, actor }: EditedReplay,
): Promise<RefusedLetter | null> {
  const { id } = letter;
  const result = await db.transaction(async (tx) => {
    await lockLetters(tx, [id]);
    const attempt = await attemptsWith(tx, id, before);
    if (attempt === null) return { now: [], refused: [changed(id)] };
    const detail = { reason, ...changes };
    const action = "deadLetter.replayEdited";
    const { now, refused } = await replayInTransaction(tx, { letters: [letter], actor, detail, action });
    for (const plan of now) await putPayload(tx, plan, after);
    if (now.length > 0) await keepBefore(tx, { id, attempt, before, reason, actor });
    return { now, refused };
  });
  await tellOfLetters(db, result.now);
  return result.refused[0] ?? null;
}

const changed = (id: string): RefusedLetter => ({
  id,
  code: "conflict",
  why: "changed",
  reason: "It has changed since the dry run: look at it again",
});

/** The tries that a letter had; null when this is not its payload, or not any more. */
async function attemptsWith(tx: Transaction, id: string, payload: Payload): Promise<number | null> {
  const body = JSON.stringify(payload);
  const [row] = await tx.execute<{ attempt: number }>(sql`
    select attempts as attempt from inbox_event where id = ${id}::uuid and body = ${body}::jsonb
    union all
    select attempt from outbox_effect where id = ${id}::uuid and body = ${body}::jsonb`);
  return row?.attempt ?? null;
}

async function putPayload(tx: Transaction, { id, what }: ReplayPlan, payload: Payload): Promise<void> {
  const body = sql`${JSON.stringify(payload)}::jsonb`;
  if (what === "event") {
    await tx.update(inboxEvent).set({ body }).where(eq(inboxEvent.id, id));
    return;
  }
  const [effect] = await tx.update(outboxEffect).set({ body }).where(eq(outboxEffect.id, id)).returning();
  if (effect !== undefined) await putIntoTranscript(tx, effect);
}

/** People read in the conversation what the client is to get. */
async function putIntoTranscript(
  tx: Transaction,
  { key, body, portalId, botId }: typeof outboxEffect.$inferSelect,
): Promise<void> {
  if (body.kind === "chat.send" || body.kind === "chat.notify") {
    const { text, buttons = null, card = null } = body;
    // The list shows the last word of a conversation.
    await tx.execute(sql`
      update conversation talk set last_message_text = ${text} from message said
      where said.source_key = ${key} and talk.id = said.conversation_id and talk.last_message_text = said.text`);
    await tx.update(message).set({ text, buttons, card }).where(eq(message.sourceKey, key));
  }
  if (body.kind === "chat.edit") {
    const { text, buttons, card, dialogId } = body;
    await changeMessage(tx, body.key, { text, buttons, card }, { portalId, botId, dialogId });
  }
}

type Before = { id: string; attempt: number; before: Payload; reason: string; actor: Actor };

async function keepBefore(tx: Transaction, { id, attempt, before, reason, actor }: Before): Promise<void> {
  const who = { actorId: actor.id, actorName: actor.name };
  await tx.insert(letterEdit).values({ letterId: id, attempt, before, reason, ...who });
}
