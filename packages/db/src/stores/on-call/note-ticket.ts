import { and, eq } from "drizzle-orm";

import type { DatabaseHandle } from "../../client.ts";
import { alertEvent, type AlertGroup } from "../../schema/alert.ts";
import { type Answering, lockGroup } from "./answer-alert.ts";
import { addAlertEvents, alertEventByKey } from "./open-group.ts";

/**
 * Notes that somebody makes a task of a group's episode, of which there is one. The event that was first stays first when it is asked
 * again: what it did besides may not have been written.
 *
 * @returns Null for a group that is gone.
 */
export function noteTicket(
  db: DatabaseHandle["db"],
  { portalId, groupId, personId, personName, eventId }: Answering,
): Promise<{ group: AlertGroup; isNew: boolean } | null> {
  return db.transaction(async (tx) => {
    const group = await lockGroup(tx, { portalId, groupId });
    if (group === null) return null;
    const made = { groupId: group.id, episode: group.episode, kind: "ticket_made" as const };
    const sourceKey = `${eventId}:${made.kind}`;
    if ((await alertEventByKey(tx, sourceKey)) !== null) return { group, isNew: true };
    const isOfEpisode = and(eq(alertEvent.groupId, made.groupId), eq(alertEvent.episode, made.episode));
    const isOther = (await tx.$count(alertEvent, and(isOfEpisode, eq(alertEvent.kind, made.kind)))) > 0;
    if (isOther) return { group, isNew: false };
    await addAlertEvents(tx, [{ ...made, personId, personName, sourceKey }]);
    return { group, isNew: true };
  });
}
