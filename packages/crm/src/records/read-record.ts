import type { B24Client, CallOptions } from "@botdeck/b24-client";

import type { KeptByPortal } from "../kept-by-portal.ts";
import { readSale } from "./read-sale.ts";
import { readTaskChange } from "./read-task-change.ts";
import { type RecordFacts, type RecordRef, recordUrl } from "./record-facts.ts";
import type { SaleWords } from "./sale-words.ts";

/** Clocks differ, and an event takes its time, in milliseconds: older changes are others. */
const OF_NOW_MS = 120_000;

type Asked = {
  record: RecordRef;
  portalId: string;
  /** When it changed. */
  at: Date;
  /** What it was before is known already, and need not be asked. */
  isKnown: boolean;
  commentId: string | null;
  messageId: string | null;
  /** Of the portal's pages, such as `https://portal`. */
  origin: string;
};

/**
 * A record that changed as it is now, and as it was before where the portal's history tells: one request, beside the words for
 * stages and sources every ten minutes.
 *
 * @returns Null for one that is gone, or not the client's to see.
 */
export async function readRecord(
  client: B24Client,
  { record, portalId, at, isKnown, commentId, messageId, origin }: Asked,
  { words, ...options }: CallOptions & { words: KeptByPortal<SaleWords> },
): Promise<{ facts: RecordFacts; before: RecordFacts | null } | null> {
  const since = isKnown ? null : new Date(at.getTime() - OF_NOW_MS);
  const { kind, id } = record;
  const read =
    kind === "task"
      ? await readTaskChange(client, { id, changedSince: since, commentId, messageId }, options)
      : await readSale(client, { kind, id, movedSince: since, words: await words.of(portalId, client) }, options);
  if (read === null) return null;
  const personId = read.facts["responsibleId"];
  const url = recordUrl(record, origin, typeof personId === "string" ? personId : null);
  return { ...read, facts: { ...read.facts, url } };
}
