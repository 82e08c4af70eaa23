import type { EffectKind } from "@botdeck/core";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { outboxEffect } from "../schema/outbox-effect.ts";

/** Why what waited for a portal's chats is cancelled; shown wherever the effect is. */
export const PORTAL_LEFT = "The portal was disconnected in the console: what waited for its chats is not sent any more";
/** The same for one bot. */
export const BOT_OFF = "The bot is switched off on this portal: what it had to say to clients is not said any more";

/**
 * What makes sense only at the moment: words, who has a dialog, a call that rings. Somebody who connects a portal again after days does
 * not expect it to answer questions of then. All else waits on: a record, a task and what a workflow is told are as right, and as
 * much owed, later on, and nobody else would write them.
 */
const OF_THE_MOMENT = [
  "chat.send",
  "chat.say_as",
  "chat.finish",
  "chat.notify",
  "chat.edit",
  "chat.file",
  "chat.leave",
  "chat.hand_over",
  "chat.transfer",
  "call.start",
] as const satisfies readonly EffectKind[];

/** True for what is not to leave any more once its portal was disconnected. */
export const isOfTheMoment = (kind: EffectKind): boolean => OF_THE_MOMENT.some((one) => one === kind);

/** Cancels what waits for the chats of a portal that is disconnected. */
export async function cancelForLeftPortal(db: Database, portalId: string): Promise<void> {
  await cancel(
    db,
    PORTAL_LEFT,
    and(eq(outboxEffect.portalId, portalId), inArray(outboxEffect.kind, [...OF_THE_MOMENT])),
  );
}

/** Who has a client of an open line. */
const TURNS = ["chat.hand_over", "chat.transfer", "chat.finish"] as const satisfies readonly EffectKind[];
/** A client of longer ago waits for nobody any more, in hours. */
const WAITS_HOURS = 24;

/**
 * Lets leave after all what gives clients to people, or ends their session, on a portal that was connected again before its bots were
 * taken off: else such a client stays with a bot that considers itself done with them. Words stay cancelled.
 */
export async function renewTurns(db: Database, portalId: string): Promise<void> {
  const isStillThere = sql`exists (select 1 from bot where bot.id = ${outboxEffect.botId} and bot.state = 'active')`;
  await db
    .update(outboxEffect)
    .set({ status: "ready", lastError: null, settledAt: null, runAt: sql`now()` })
    .where(
      and(
        eq(outboxEffect.portalId, portalId),
        inArray(outboxEffect.kind, [...TURNS]),
        eq(outboxEffect.status, "cancelled"),
        eq(outboxEffect.lastError, PORTAL_LEFT),
        sql`${outboxEffect.createdAt} > now() - make_interval(hours => ${WAITS_HOURS}::int)`,
        isStillThere,
      ),
    );
}

/** What a bot says in a conversation. */
const WORDS = ["chat.send", "chat.notify", "chat.edit", "chat.file"] as const satisfies readonly EffectKind[];

/** In SQL, of `outbox_effect`: words of the bot itself, neither carried for somebody at the console nor for operators alone. */
const IS_OWN_WORD = sql`kind in ${WORDS}
  and body->>'byDesk' is distinct from 'true' and body->>'forOperators' is distinct from 'true'`;

/** In SQL, of `outbox_effect`: for a client whom the bot has, or who waits for people. */
const IS_FOR_CLIENT = sql`exists (
  select 1 from conversation talk
  where talk.id = outbox_effect.conversation_id and talk.dialog_type = 'open_line' and talk.queue in ('bot', 'queue')
)`;

/**
 * Cancels what a bot that is off still has to say to clients whom it has, or who wait for people. Who asked it elsewhere gets what was
 * decided before.
 *
 * @param of.conversationId Of this conversation alone; else of all.
 */
export async function cancelWordsOfBot(
  db: Database,
  { portalId, botId, conversationId }: { portalId: string; botId: string; conversationId?: string },
): Promise<void> {
  const isBots = and(eq(outboxEffect.portalId, portalId), eq(outboxEffect.botId, botId));
  const isThere = conversationId === undefined ? undefined : eq(outboxEffect.conversationId, conversationId);
  await cancel(db, BOT_OFF, and(isBots, isThere, IS_OWN_WORD, IS_FOR_CLIENT));
}

/** True for a word that `cancelWordsOfBot` would cancel if it still waited, of a bot that is off: for one that was on its way just then. */
export async function isWordOfBotOff(db: Database, effectId: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from outbox_effect
    where id = ${effectId}::uuid and ${IS_OWN_WORD} and ${IS_FOR_CLIENT}
      and exists (select 1 from bot where bot.id = outbox_effect.bot_id and not bot.is_on)`);
  return rows.length > 0;
}

/**
 * Clients of open lines whom a bot has and who wait for it, some at a time: it has not answered yet, or what it answered has not left; or a
 * dialog or a workflow asks them something. Who wants nothing is nobody's to disturb.
 *
 * @param of.withinHours Whoever was silent for longer waits for nothing, unless words for them wait.
 * @returns Ids of their conversations.
 */
export async function talksOfBot(
  db: Database,
  { portalId, botId, withinHours, limit }: { portalId: string; botId: string; withinHours: number; limit: number },
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from conversation talk
    where portal_id = ${portalId}::uuid and bot_id = ${botId}::uuid and dialog_type = 'open_line' and queue = 'bot'
      and chat_id is not null
      and (
        last_message_at > now() - make_interval(hours => ${withinHours}::int)
          and (last_message_by = 'client' or state #>> '{workflow,id}' is not null or state #>> '{dialogs,0}' is not null)
        or exists (
          select 1 from outbox_effect
          where conversation_id = talk.id and status = 'ready' and status in ('ready', 'sending', 'uncertain') and ${IS_OWN_WORD}
        )
      )
    order by last_message_at desc limit ${limit}::int`);
  return rows.map(({ id }) => id);
}

async function cancel(db: Database, cause: string, which: SQL | undefined): Promise<void> {
  const isWaiting = eq(outboxEffect.status, "ready");
  // Literal, as in the predicate of the index of what is open.
  const isOpen = sql`status in ('ready', 'sending', 'uncertain')`;
  await db
    .update(outboxEffect)
    .set({ status: "cancelled", lastError: cause, settledAt: sql`now()` })
    .where(and(isWaiting, isOpen, which));
}
