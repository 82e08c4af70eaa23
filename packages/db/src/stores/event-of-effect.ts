import { type BotEvent, type InboxBody, isBotEvent } from "@botdeck/core";
import { eq } from "drizzle-orm";

import type { Database } from "../client.ts";
import { inboxEvent } from "../schema/inbox-event.ts";

const KEY = /^event:([0-9a-f-]{36}):\d+$/;

/** The event whose turn decided an effect; null when a flow did, or the event's time of keeping is over. */
export async function eventOfEffect(db: Database, effect: { key: string }): Promise<BotEvent | null> {
  const [, id] = KEY.exec(effect.key) ?? [];
  if (id === undefined) return null;
  const [found] = await db.select({ body: inboxEvent.body }).from(inboxEvent).where(eq(inboxEvent.id, id));
  const body: InboxBody | null = found?.body ?? null;
  return body !== null && isBotEvent(body) ? body : null;
}
