import type { HookPost } from "@botdeck/core";
import { type ClaimedEvent, holdEvent, hookById, type NewEffect, type OutboxEffect, putEffects } from "@botdeck/db";
import { HookOptions, readHookPost } from "@botdeck/notifications";

import type { RuntimeDeps } from "../runtime/deps.ts";
import { takeAlerts } from "./alerts/take-alerts.ts";
import { postedReading } from "./posted-reading.ts";
import { readingLane } from "./reading-lane.ts";

/**
 * Another system posted something: alerts become a group with its card and its escalation, all else is for the portal's rules.
 *
 * @throws AppError `conflict` when the event is another run's by now, `invalid` for a post that its hook's kind does not read: the
 *   gateway takes none, but the hook may have been changed since.
 */
export async function handleHookPost(
  row: ClaimedEvent,
  post: HookPost,
  { db, notifying }: Pick<RuntimeDeps, "db" | "notifying">,
): Promise<{ conversationId: null; effects: OutboxEffect[] }> {
  const [hook, portal] = await Promise.all([hookById(db, post.hookId), notifying.rules.find(post.portalId)]);
  const now = notifying.now();
  return await db.transaction(async (tx) => {
    await holdEvent(tx, row, hook === null ? "ignored" : "done");
    if (hook === null) return { conversationId: null, effects: [] };
    const { kind: source, name } = hook;
    const options = HookOptions.catch(HookOptions.parse({})).parse(hook.options);
    const reading = readHookPost(post.payload, { source, options, arrivedAt: new Date(post.occurredAt) });
    const effects =
      reading.kind === "alerts"
        ? await takeAlerts(tx, {
            eventId: row.id,
            hookName: name,
            hookPost: post,
            post: reading.post,
            options,
            canBeAsked: source === "alertmanager" && options.api?.isTold === true,
            portal,
            now,
          })
        : source === "payment" || source === "one_c" || source === "generic"
          ? forRules(
              row,
              post,
              postedReading(post, { source, name, record: reading.record, eventId: row.id }, portal.rules),
            )
          : [];
    return { conversationId: null, effects: await putEffects(tx, effects) };
  });
}

function forRules(
  row: ClaimedEvent,
  { portalId, botId }: HookPost,
  effect: ReturnType<typeof postedReading>,
): NewEffect[] {
  if (effect === null) return [];
  const lane = readingLane({ portalId, subject: effect.subject });
  return [{ key: `${row.id}:read`, portalId, botId, conversationId: null, lane, effect }];
}
