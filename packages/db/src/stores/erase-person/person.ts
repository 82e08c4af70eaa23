import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";

/** Somebody on a portal. */
export type PortalPerson = {
  portalId: string;
  /** As the portal numbers its users; clients of open lines have a number too. */
  portalUserId: string;
};

/** A dialog that is this person's alone: a private one, or an open line's. */
export type OwnDialog = { conversationId: string; botId: string; dialogId: string };

/** The conversations that a person has for themselves, in order of their ids. */
export async function ownDialogs(db: Database, { portalId, portalUserId }: PortalPerson): Promise<OwnDialog[]> {
  const rows = await db.execute<{ id: string; bot_id: string; dialog_id: string }>(sql`
    select id, bot_id, dialog_id from conversation
    where portal_id = ${portalId}::uuid and dialog_type in ('private', 'open_line')
      and (person_id = ${portalUserId} or (dialog_type = 'private' and dialog_id = ${portalUserId}))
    order by id`);
  return rows.map(({ id, bot_id, dialog_id }) => ({ conversationId: id, botId: bot_id, dialogId: dialog_id }));
}

/** True in SQL for a text among these. */
export const isAmong = (column: SQL, values: readonly string[]): SQL =>
  sql`${column} in (select value from ${givenRows(values, { value: ["text", (value) => value] })})`;
