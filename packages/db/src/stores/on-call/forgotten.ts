import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type AlertGroup, alertGroup } from "../../schema/alert.ts";
import { alertEventByKey } from "./open-group.ts";

/** Under which the timeline keeps that an episode did not recover and pages nobody any more. */
export const forgottenKeyOf = ({ id, episode }: Pick<AlertGroup, "id" | "episode">): string =>
  `alert:${id}:${episode}:forgotten`;

/** Its escalation gave it up: it has not recovered, and no workflow would heed what is done about it. */
export async function isForgotten(db: Database, group: Pick<AlertGroup, "id" | "episode" | "state">): Promise<boolean> {
  return group.state !== "resolved" && (await alertEventByKey(db, forgottenKeyOf(group))) !== null;
}

/** The same of each group that a query reads. */
export const isForgottenGroup = sql<boolean>`(${alertGroup.state} <> 'resolved' and exists (select from alert_event forgotten
  where forgotten.source_key = 'alert:' || ${alertGroup.id} || ':' || ${alertGroup.episode} || ':forgotten'))`;
