import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { eachRange } from "./each-range.ts";
import { isAmong, type OwnDialog, type PortalPerson } from "./person.ts";

/** A message of theirs: where it stands, and the event that brought it. */
export type ErasedWord = { conversationId: string; eventId: string | null };

/** Empties what a person wrote in dialogs that they share with others, and removes their files; that somebody wrote stays visible. */
export async function eraseWords(
  db: Database,
  { portalId, portalUserId }: PortalPerson,
  own: readonly OwnDialog[],
  isDryRun: boolean,
): Promise<ErasedWord[]> {
  const isTheirs = sql`author_id = ${portalUserId}
    and conversation_id in (select id from conversation where portal_id = ${portalId}::uuid)
    and not ${isAmong(
      sql`conversation_id::text`,
      own.map(({ conversationId }) => conversationId),
    )}`;
  const words: ErasedWord[] = [];
  for await (const range of eachRange(db, "message")) {
    const rows = await db.execute<{ conversation_id: string; source_key: string | null }>(
      isDryRun
        ? sql`select conversation_id, source_key from message where ${range} and ${isTheirs}`
        : sql`
          with chosen as materialized (
            select id, conversation_id, source_key, files from message where ${range} and ${isTheirs} for update
          ), emptied as (
            update message set text = '', author_name = '', author_id = null, files = null, buttons = null, card = null, understood = null
            where id in (select id from chosen)
          ), unkept as (
            delete from kept_file using chosen, jsonb_array_elements(chosen.files) as file
            where kept_file.conversation_id = chosen.conversation_id and source_file_id = file ->> 'id'
          )
          select conversation_id, source_key from chosen`,
    );
    for (const { conversation_id, source_key } of rows) {
      words.push({ conversationId: conversation_id, eventId: /^event:(.+)$/.exec(source_key ?? "")?.[1] ?? null });
    }
  }
  return words;
}

/** Takes a person out of the heads of conversations that they share with others. @returns How many named them. */
export async function eraseHeads(
  db: Database,
  { portalId, portalUserId }: PortalPerson,
  sharedIds: readonly string[],
  isDryRun: boolean,
): Promise<number> {
  const isGroup = sql`portal_id = ${portalId}::uuid and dialog_type = 'group'`;
  const isTheirs = sql`${isGroup} and person_id = ${portalUserId}`;
  const places = sql`coalesce(state -> 'people', '{}') - ${portalUserId}::text`;
  if (isDryRun) return (await db.execute(sql`select id from conversation where ${isTheirs}`)).length;
  const named = await db.execute(sql`
    with named as (
      update conversation
      set person_id = '0', person_name = '', state = jsonb_build_object('people', ${places}), updated_at = clock_timestamp()
      where ${isTheirs} returning id
    ), unnoted as (update handoff set note = '{}' where conversation_id in (select id from named))
    select id from named`);
  // Where the bot stands with them in groups in which somebody else spoke last.
  await db.execute(sql`
    update conversation set state = jsonb_set(state, '{people}', ${places}), updated_at = clock_timestamp()
    where ${isGroup} and state -> 'people' ? ${portalUserId}`);
  await db.execute(sql`
    update conversation set last_message_text = null, updated_at = clock_timestamp()
    where ${isAmong(sql`id::text`, sharedIds)} and (
      select text from message where conversation_id = conversation.id order by seq desc limit 1
    ) = ''`);
  return named.length;
}
