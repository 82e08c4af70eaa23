import type { Effect, InboxBody } from "@botdeck/core";
import { eq, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import type { AuditEntry } from "../../schema/audit-log.ts";
import { inboxEvent } from "../../schema/inbox-event.ts";
import { outboxEffect } from "../../schema/outbox-effect.ts";
import { listAudit } from "../audit.ts";
import { type LetterChain, readChain } from "./chain.ts";
import type { DeadLetter } from "./dead-letter.ts";
import { type LetterLane, readLane } from "./lane.ts";
import { letterRows, type LetterRow, toLetter } from "./list-dead-letters.ts";
import { lettersWhere } from "./select-letters.ts";

const ACTS = 50;

/** A letter with everything that a person needs to decide about it. Its payload is whole: mask it before it is shown. */
export type OpenedLetter = DeadLetter & {
  /** What was to be handled or done; null once its time of keeping is over. */
  payload: InboxBody | Effect | null;
  chain: LetterChain;
  lane: LetterLane;
  /** What people did with it, newest first. */
  acts: AuditEntry[];
};

/** One letter whole; null for what is none: the desk opens nothing else, whatever id is asked for. */
export async function findDeadLetter(db: Database, id: string): Promise<OpenedLetter | null> {
  const isLetter = sql`id = ${id}::uuid and status in ('dead', 'discarded')`;
  const [row] = await db.execute<LetterRow>(letterRows(lettersWhere(isLetter)));
  if (row === undefined) return null;
  const letter = toLetter(row);
  const eventId = letter.what === "event" ? letter.id : null;
  const [payload, chain, lane, acts] = await Promise.all([
    readPayload(db, letter),
    readChain(db, { eventId, conversationId: letter.conversationId, effectKey: row.key }),
    readLane(db, { what: letter.what, portalId: letter.portalId, lane: row.lane }),
    listAudit(db, { action: null, subjectId: letter.id }, { after: null, limit: ACTS }),
  ]);
  return { ...letter, payload, chain, lane, acts: acts.rows };
}

async function readPayload(db: Database, { what, id }: DeadLetter): Promise<OpenedLetter["payload"]> {
  const table = what === "event" ? inboxEvent : outboxEffect;
  const [row] = await db.select({ body: table.body }).from(table).where(eq(table.id, id));
  return row?.body ?? null;
}
