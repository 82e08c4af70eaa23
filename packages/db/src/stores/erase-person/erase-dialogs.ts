import { sql } from "drizzle-orm";

import type { DatabaseHandle, Transaction } from "../../client.ts";
import { isAmongIds } from "../among-ids.ts";
import { putEffects } from "../outbox.ts";
import { isAmong, type OwnDialog, type PortalPerson } from "./person.ts";

export type ErasedDialogs = { conversations: number; messages: number; workflows: number };

/** Begins the keys of the signals that end flows of somebody who was erased; nothing of theirs is in them. */
export const STOP_KEY = "erase:";
/** The flows' word for an end without another word. */
const STOPPED_SIGNAL = "stopped";

/**
 * Removes the dialogs that are a person's alone, with all that was said, sent and noted in them, and tells their flows to end. What came of
 * their visits stays, as figures.
 */
export async function eraseDialogs(
  db: DatabaseHandle["db"],
  person: PortalPerson,
  own: readonly OwnDialog[],
  isDryRun: boolean,
): Promise<ErasedDialogs> {
  const ids = own.map(({ conversationId }) => conversationId);
  return db.transaction(async (tx) => {
    // Whoever is about to write in one of them waits, and finds it gone.
    if (!isDryRun)
      await tx.execute(sql`select id from conversation where ${isAmong(sql`id::text`, ids)} order by id for update`);
    const [counts] = await tx.execute<ErasedDialogs>(sql`
      select (select count(*)::int from conversation where ${isAmong(sql`id::text`, ids)}) as conversations,
             (select count(*)::int from message where ${isAmong(sql`conversation_id::text`, ids)}) as messages,
             (select count(*)::int from workflow_ref where ${isAmong(sql`conversation_id::text`, ids)}) as workflows`);
    if (!isDryRun) {
      await stopFlows(tx, person, own);
      await forgetInOutcomes(tx, person, ids);
      await tx.execute(sql`delete from conversation where ${isAmong(sql`id::text`, ids)}`);
    }
    return counts ?? { conversations: 0, messages: 0, workflows: 0 };
  });
}

async function stopFlows(tx: Transaction, { portalId }: PortalPerson, own: readonly OwnDialog[]): Promise<void> {
  const ids = own.map(({ conversationId }) => conversationId);
  const flows = await tx.execute<{ id: string; conversation_id: string }>(sql`
    select id, conversation_id from workflow_ref
    where state <> 'ended' and ${isAmong(sql`conversation_id::text`, ids)}`);
  const stops = flows.flatMap(({ id, conversation_id }) => {
    const dialog = own.find(({ conversationId }) => conversationId === conversation_id);
    if (dialog === undefined) return [];
    const payload = { reason: "the person was erased" };
    const effect = { kind: "workflow.signal" as const, workflowId: id, signal: STOPPED_SIGNAL, payload };
    const key = `${STOP_KEY}${id}`;
    return [{ key, portalId, botId: dialog.botId, conversationId: null, lane: key, effect }];
  });
  await putEffects(tx, stops);
}

async function forgetInOutcomes(
  tx: Transaction,
  { portalId, portalUserId }: PortalPerson,
  conversationIds: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    update outcome set person_id = null, rating_comment = null
    where portal_id = ${portalId}::uuid
      and (person_id = ${portalUserId} or ${isAmongIds(sql`conversation_id`, conversationIds)})`);
}
