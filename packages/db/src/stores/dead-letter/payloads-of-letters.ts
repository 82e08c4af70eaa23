import type { Effect, InboxBody } from "@botdeck/core";
import { inArray } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { inboxEvent } from "../../schema/inbox-event.ts";
import { outboxEffect } from "../../schema/outbox-effect.ts";

/** What was to be handled or done, by the letter's id; what is not kept any more is missing. Mask it before it is shown. */
export async function payloadsOfLetters(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, InboxBody | Effect>> {
  if (ids.length === 0) return new Map();
  const events = await db
    .select({ id: inboxEvent.id, body: inboxEvent.body })
    .from(inboxEvent)
    .where(inArray(inboxEvent.id, [...ids]));
  const effects = await db
    .select({ id: outboxEffect.id, body: outboxEffect.body })
    .from(outboxEffect)
    .where(inArray(outboxEffect.id, [...ids]));
  return new Map(
    [...events, ...effects].flatMap(({ id, body }): [string, InboxBody | Effect][] =>
      body === null ? [] : [[id, body]],
    ),
  );
}
