import {
  bot,
  connect,
  deliveryAttempt,
  inboxEvent,
  methodPause,
  oauthToken,
  outboxEffect,
  portal,
  rateBudget,
} from "@botdeck/db";
import { and, eq, inArray, like, notInArray, or, sql } from "drizzle-orm";

import type { KeptEvent } from "./verdict/judge.ts";

const FINAL_EVENT = ["done", "ignored", "dead", "discarded"] as const;
const OPEN_EFFECT = ["ready", "sending", "uncertain"] as const;

export type DrillTables = ReturnType<typeof openDrillTables>;

/** The system's own books, read past its programs. */
export function openDrillTables(databaseUrl: string) {
  const { db, close } = connect(databaseUrl, { max: 3, applicationName: "botdeck-drill" });
  const ofDialogs = (dialogIds: readonly string[]) =>
    or(...dialogIds.map((dialogId) => like(inboxEvent.lane, `%:${dialogId}`)));

  return {
    db,
    /** The portal's id of the drill's bot, once it is registered. */
    async findBitrixBotId(code: string): Promise<string | null> {
      const [row] = await db
        .select({ id: bot.bitrixBotId })
        .from(bot)
        .where(and(eq(bot.code, code), eq(bot.state, "active")));
      return row?.id ?? null;
    },

    /** What the inbox has of these dialogs, with what became of it. */
    async keptEvents(dialogIds: readonly string[]): Promise<KeptEvent[]> {
      const rows = await db
        .select({ id: inboxEvent.id, seq: inboxEvent.seq, status: inboxEvent.status, body: inboxEvent.body })
        .from(inboxEvent)
        .where(ofDialogs(dialogIds));
      const effects = await db
        .select({ id: outboxEffect.id, key: outboxEffect.key, status: outboxEffect.status, kind: outboxEffect.kind })
        .from(outboxEffect)
        .where(or(...dialogIds.map((dialogId) => like(outboxEffect.lane, `%:${dialogId}`))));
      const doubts = await db
        .selectDistinct({ effectId: deliveryAttempt.effectId })
        .from(deliveryAttempt)
        .where(
          and(
            eq(deliveryAttempt.outcome, "uncertain"),
            inArray(
              deliveryAttempt.effectId,
              effects.map(({ id }) => id),
            ),
          ),
        );
      const inDoubt = new Set(doubts.map(({ effectId }) => effectId));
      return rows.flatMap(({ id, seq, status, body }) => {
        if (body === null || body.kind !== "message.added") return [];
        const own = effects.filter(({ key, kind }) => kind === "chat.send" && key.startsWith(`event:${id}:`));
        return {
          messageId: body.message.id,
          dialogId: body.dialog.id,
          seq,
          status,
          effects: own.map((effect) => ({ status: effect.status, wasInDoubt: inDoubt.has(effect.id) })),
        };
      });
    },

    /** How many events are not settled, and how many effects have not come to their end. */
    async countOpen(dialogIds: readonly string[]): Promise<number> {
      const events = await db.$count(
        inboxEvent,
        and(ofDialogs(dialogIds), notInArray(inboxEvent.status, [...FINAL_EVENT])),
      );
      const effects = await db.$count(
        outboxEffect,
        and(
          or(...dialogIds.map((dialogId) => like(outboxEffect.lane, `%:${dialogId}`))),
          inArray(outboxEffect.status, [...OPEN_EFFECT]),
        ),
      );
      return events + effects;
    },

    /** The emulated portal has no limit in a drill of something else, so the budget that protects a real one is full again. */
    async refillBudget(): Promise<void> {
      await db.delete(rateBudget);
    },

    /** As if the time had passed for which the portal has closed a method, for processes that begin now: others know the hour by heart. */
    async openMethods(): Promise<void> {
      await db.delete(methodPause);
      await db
        .update(outboxEffect)
        .set({ runAt: sql`now()` })
        .where(eq(outboxEffect.status, "ready"));
    },

    /** As if the tokens were older than they live; whoever calls next has to renew them. */
    async expireTokens(): Promise<void> {
      await db.update(oauthToken).set({ expiresAt: new Date(0) });
    },

    /** What the system says of its portals: `active`, `reauth`, `removed`. */
    async portalStates(): Promise<string[]> {
      return (await db.select({ state: portal.state }).from(portal)).map(({ state }) => state);
    },

    /** Ends the connections of the parts, as an administrator may. */
    async terminateBackends(): Promise<void> {
      await db.execute(sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name like 'botdeck-%' and application_name <> 'botdeck-drill'`);
    },

    close,
  };
}
