import type { Effect, Owner } from "@botdeck/core";
import { and, eq, notInArray, or, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import { fixedStatement } from "../fixed-statement.ts";
import { outboxEffect, type OutboxEffect } from "../schema/outbox-effect.ts";
import { effectColumns, type EffectRow, toEffect } from "./effect-row.ts";
import { effectsToPut, insertEffects, type NewEffect, putRows, type PutValues } from "./effects-to-put.ts";

const putStatement = fixedStatement<PutValues, EffectRow>((given) =>
  insertEffects(given, sql`true`, effectColumns("outbox_effect")),
);

/**
 * Puts effects into the outbox, in the transaction of the state change that decided them.
 *
 * @param bornLeaving See `effectsToPut`.
 * @returns The effects that were not there before, in the order given.
 */
export async function putEffects(
  db: Database,
  effects: readonly NewEffect[],
  bornLeaving: readonly Effect["kind"][] = [],
): Promise<OutboxEffect[]> {
  if (effects.length === 0) return [];
  const added = await putStatement(db, putRows.values(effectsToPut(effects, bornLeaving)));
  return added.map(toEffect).toSorted((one, other) => one.seq - other.seq);
}

/** True when an effect of this key was put before, whatever became of it. */
export async function hasEffect(db: Database, key: string): Promise<boolean> {
  const rows = await db.select({ id: outboxEffect.id }).from(outboxEffect).where(eq(outboxEffect.key, key)).limit(1);
  return rows.length > 0;
}

/** What became of an effect; null when there is none of this key, or it is forgotten. */
export async function effectByKey(
  db: Database,
  key: string,
): Promise<Pick<OutboxEffect, "portalId" | "botId" | "body" | "status" | "externalId"> | null> {
  const { portalId, botId, body, status, externalId } = outboxEffect;
  const [found] = await db
    .select({ portalId, botId, body, status, externalId })
    .from(outboxEffect)
    .where(eq(outboxEffect.key, key));
  return found ?? null;
}

/** Wakes the deliverer; call it after the commit. */
export async function wakeDeliverer(db: Database): Promise<void> {
  await announce(db, "botdeck_outbox", null);
}

/** What a dialog is told outside of its conversation, such as notifications: so many of the newest are known by their messages. */
const MOST_TOLD = 100;

/**
 * Portal message ids that effects already account for, so that a look does not take another's message for its own: those of the
 * dialog's conversation, and the newest that the bot told there without one.
 */
export async function attributedMessageIds(
  db: Database,
  { botId, dialogId, conversationId }: { botId: string; dialogId: string; conversationId: string | null },
): Promise<Set<string>> {
  const rows = await db.execute<{ external_id: string }>(sql`
    select external_id from outbox_effect
    where status = 'sent' and external_id is not null and conversation_id = coalesce(${conversationId}::uuid,
      (select id from conversation where bot_id = ${botId}::uuid and dialog_id = ${dialogId}))
    union all (
      select external_id from outbox_effect
      where status = 'sent' and external_id is not null and conversation_id is null
        and bot_id = ${botId}::uuid and body->>'dialogId' = ${dialogId} and kind in ('chat.send', 'chat.notify')
      order by seq desc limit ${MOST_TOLD}
    )`);
  return new Set(rows.map((row) => row.external_id));
}

export const TAKEN_OVER = "An operator took the conversation over";

/**
 * Takes back what has not left yet: a person took the dialog over, so the bot must not speak any more. What it has to say to
 * others about it, such as a manager in a chat of their own, still leaves; so do the words of people that it only carries.
 */
export async function cancelReplies(db: Database, conversationId: string): Promise<number> {
  const cancelled = await db
    .update(outboxEffect)
    .set({ status: "cancelled", lastError: TAKEN_OVER, settledAt: sql`now()` })
    .where(
      and(
        eq(outboxEffect.conversationId, conversationId),
        eq(outboxEffect.status, "ready"),
        eq(outboxEffect.kind, "chat.send"),
        sql`${outboxEffect.body}->>'byDesk' is distinct from 'true'`,
        sql`${outboxEffect.body}->>'dialogId' = coalesce(
          (select dialog_id from conversation where id = ${conversationId}), ${outboxEffect.body}->>'dialogId')`,
      ),
    )
    .returning({ id: outboxEffect.id });
  return cancelled.length;
}

/**
 * Takes back what people wrote at the console and what has not left yet, as where it waits for a permission: somebody else has
 * the conversation now.
 *
 * @param by Owners as which whoever has it now may have written: their words still leave.
 */
export async function cancelWordsOfOthers(db: Database, conversationId: string, by: readonly Owner[]): Promise<void> {
  const { kind, body, status } = outboxEffect;
  const isWords = or(eq(kind, "chat.say_as"), and(eq(kind, "chat.send"), sql`${body}->>'byDesk' = 'true'`));
  const isOthers = notInArray(sql`coalesce(${body}->'led'->>'owner', '')`, [...by]);
  await db
    .update(outboxEffect)
    .set({ status: "cancelled", lastError: TAKEN_OVER, settledAt: sql`now()` })
    .where(and(eq(outboxEffect.conversationId, conversationId), eq(status, "ready"), isWords, isOthers));
}
