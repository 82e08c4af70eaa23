import type { ErrorCode } from "@botdeck/core";
import { sql } from "drizzle-orm";

import { announce } from "../../channel.ts";
import type { Database, Transaction } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { touchConversation } from "../conversations.ts";
import { wakeRuntime } from "../inbox.ts";
import { wakeDeliverer } from "../outbox.ts";
import type { LetterWhat } from "./dead-letter.ts";
import type { ReplayObstacle } from "./replay-verdict.ts";

/** Why a letter was left as it is: an obstacle, or what came between the look at it and the act. */
export type LetterRefusal = ReplayObstacle | "missing" | "changed" | "may_happen_twice" | "moved";

/** A letter that was left as it is, and why. */
export type RefusedLetter = { id: string; code: ErrorCode; why: LetterRefusal; reason: string };

/** Keeps the letters as they are until the transaction ends; in one order, so that two people wait for each other at most once. */
export async function lockLetters(tx: Transaction, ids: readonly string[]): Promise<void> {
  const given = givenRows(ids, { id: ["uuid", (id) => id] });
  await tx.execute(sql`select id from inbox_event where id in (select id from ${given}) order by id for update`);
  await tx.execute(sql`select id from outbox_effect where id in (select id from ${given}) order by id for update`);
}

/** Tells whoever listens; call it after the commit. */
export async function tellOfLetters(
  db: Database,
  letters: readonly { what: LetterWhat; conversationId: string | null }[],
): Promise<void> {
  if (letters.length === 0) return;
  const conversationIds = [...new Set(letters.flatMap(({ conversationId }) => conversationId ?? []))];
  for (const id of conversationIds) await touchConversation(db, id);
  await announce(db, "botdeck_live", conversationIds);
  await announce(db, "botdeck_letters", null);
  if (letters.some(({ what }) => what === "event")) await wakeRuntime(db);
  if (letters.some(({ what }) => what === "effect")) await wakeDeliverer(db);
}
