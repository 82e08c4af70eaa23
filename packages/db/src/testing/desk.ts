import type { BotEvent, Effect } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { eq } from "drizzle-orm";

import { conversation, deliveryAttempt, inboxEvent, outboxEffect } from "../schema/index.ts";
import { keepEvents, laneOf } from "../stores/inbox.ts";
import { putEffects } from "../stores/outbox.ts";
import type { World } from "./world.ts";

/** Whoever acts at the desk in a test. */
export const LEAD = { id: "user-1", name: "A lead" };

type Talk = Partial<typeof conversation.$inferInsert>;
type Death = { error?: string; at?: Date };

/** A portal with a bot, and the ways in which its events and effects die. */
export async function createDesk(world: World) {
  const { db, portals } = world;
  const portal = await world.newPortal();
  const made = await portals.ensureBot({
    portalId: portal.id,
    code: "store",
    name: "The bot",
    eventMode: "fetch",
    newBotToken: null,
  });
  await portals.markRegistered(made.id, newId());
  const ids = { portalId: portal.id, botId: made.id };

  async function addEvent(change: Partial<BotEvent> & { dialogId?: string; text?: string; personId?: string } = {}) {
    const { dialogId = "chat1", text = "hello", personId = "5", ...rest } = change;
    const dedupeKey = newId();
    const event = {
      ...ids,
      kind: "message.added",
      dialog: { id: dialogId, chatId: null, type: "open_line", title: "Open line", entityId: null },
      person: { id: personId, name: "A person", kind: "client" },
      language: null,
      occurredAt: "2026-11-21T09:00:00Z",
      message: { id: newId(), text, files: [] },
      ...rest,
    } as BotEvent; // safe: each test gives what its kind needs
    await keepEvents(db, [{ dedupeKey, event }], { source: "webhook" });
    return (
      await db.select().from(inboxEvent).where(eq(inboxEvent.dedupeKey, dedupeKey))
    )[0] as typeof inboxEvent.$inferSelect; // safe: kept above
  }

  async function addEffect(key: string = newId(), effect?: Effect, conversationId: string | null = null) {
    const body: Effect = effect ?? { kind: "chat.send", dialogId: "chat1", text: key };
    const lane = laneOf({ botId: ids.botId, dialog: { id: "dialogId" in body ? body.dialogId : "chat1" } });
    const [row] = await putEffects(db, [{ ...ids, key, conversationId, lane, effect: body }]);
    return row as typeof outboxEffect.$inferSelect; // safe: the key is new
  }

  return {
    ...ids,
    addEvent,
    addEffect,

    async addConversation(talk: Talk = {}) {
      const values = {
        ...ids,
        dialogId: "chat1",
        dialogType: "open_line" as const,
        title: "Open line",
        personId: "5",
        personName: "A person",
        language: "en",
        ...talk,
      };
      const [row] = await db.insert(conversation).values(values).returning();
      return row as typeof conversation.$inferSelect; // safe: inserted
    },

    async deadEvent({ error = "broken", at = new Date(), ...change }: Death & Parameters<typeof addEvent>[0] = {}) {
      const { id } = await addEvent(change);
      await db
        .update(inboxEvent)
        .set({ status: "dead", attempts: 5, lastError: error, settledAt: at })
        .where(eq(inboxEvent.id, id));
      return id;
    },

    /** @param death.outcomes How its deliveries ended, one after another. */
    async deadEffect({
      error = "ACCESS_DENIED",
      at = new Date(),
      outcomes = ["dead"],
      key,
      effect,
      conversationId,
    }: Death & {
      outcomes?: (typeof deliveryAttempt.$inferInsert)["outcome"][];
      key?: string;
      effect?: Effect;
      conversationId?: string;
    } = {}) {
      const { id } = await addEffect(key, effect, conversationId);
      await db
        .update(outboxEffect)
        .set({ status: "dead", attempt: outcomes.length, lastError: error, settledAt: at })
        .where(eq(outboxEffect.id, id));
      const tried = outcomes.map((outcome, index) => ({ effectId: id, attempt: index + 1, outcome, startedAt: at }));
      if (tried.length > 0) await db.insert(deliveryAttempt).values(tried);
      return id;
    },
  };
}
export type Desk = Awaited<ReturnType<typeof createDesk>>;
