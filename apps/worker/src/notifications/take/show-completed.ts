import {
  cardsOfSubject,
  type DatabaseHandle,
  noteClaim,
  type OutboxEffect,
  putEffects,
  wakeDeliverer,
} from "@botdeck/db";

import type { DirectoryOf } from "../../services/directories.ts";
import { nameInTime } from "../../services/name-in-time.ts";
import type { RulesOf } from "../portal-rules.ts";
import { cardsAsDone, completionOf } from "./cards-as-done.ts";

type Deps = { db: DatabaseHandle["db"]; rules: Pick<RulesOf, "find">; directoryOf: DirectoryOf };

/** The portal has completed a task for a person: the cards that tell of it say so. Done again it changes nothing. */
export async function showCompleted(
  { db, rules, directoryOf }: Deps,
  { key, portalId, botId }: Pick<OutboxEffect, "key" | "portalId" | "botId">,
  { taskId, byId }: { taskId: string; byId: string },
): Promise<void> {
  const subject = `task:${taskId}`;
  const cards = await cardsOfSubject(db, { portalId, botId, subject });
  if (cards.length === 0) return;
  const [portal, name] = await Promise.all([rules.find(portalId), nameInTime(directoryOf, portalId, byId)]);
  const left = await db.transaction(async (tx) => {
    const completion = { portalId, subject: completionOf(subject), takenById: byId, takenByName: name || byId };
    await noteClaim(tx, completion);
    const edits = await cardsAsDone(tx, { key: `${key}:edit`, portalId, botId, subject, deed: "complete" }, portal);
    return (await putEffects(tx, edits)).length;
  });
  if (left > 0) await wakeDeliverer(db);
}
