import { AppError, type Owner } from "@botdeck/core";
import { and, eq, ne } from "drizzle-orm";

import type { Database, Transaction } from "../../client.ts";
import { type Handoff, handoff } from "../../schema/handoff.ts";
import { outcome } from "../../schema/outcome.ts";
import { type HandoffMove, moveHandoff } from "./move-handoff.ts";

/** What a Postgres integer holds, almost 25 days. */
const MOST_MS = 2_147_483_647;

export type NewHandoff = Pick<
  Handoff,
  "portalId" | "botId" | "conversationId" | "workflowId" | "visitId" | "topic" | "cause" | "note" | "requestedAt"
> & {
  /** The queue it goes to first. */
  to: Owner;
};

/** Which hand-over: by its id, by its workflow, or the one that a conversation has open. */
export type HandoffKey = { id: string } | { workflowId: string } | { conversationId: string };

/**
 * Begins a hand-over. Where the conversation has one open, or the workflow has had one, nothing is begun and nothing
 * changed.
 *
 * @returns Its id, or the id of the one that is there.
 */
export async function openHandoff(
  tx: Transaction,
  { to, ...request }: NewHandoff,
): Promise<{ id: string; isNew: boolean }> {
  const trail = [{ at: request.requestedAt.toISOString(), to }];
  const [made] = await tx
    .insert(handoff)
    .values({ ...request, trail })
    .onConflictDoNothing()
    .returning({ id: handoff.id });
  if (made !== undefined) return { id: made.id, isNew: true };
  const { workflowId, conversationId } = request;
  const known =
    (workflowId === null ? null : await readHandoff(tx, { workflowId })) ?? (await readHandoff(tx, { conversationId }));
  if (known === null) {
    throw new AppError("conflict", "The conversation's hand-over ended this very moment", {
      context: { conversationId },
    });
  }
  return { id: known.id, isNew: false };
}

/**
 * Moves a hand-over on; the same move again changes nothing.
 *
 * @throws AppError `not_found` when there is none, `conflict` when the move is impossible from where it stands.
 */
export async function noteHandoff(tx: Transaction, key: HandoffKey, move: HandoffMove): Promise<Handoff> {
  const [current] = await tx.select().from(handoff).where(isKeyed(key)).for("update");
  if (current === undefined) throw new AppError("not_found", "There is no such hand-over", { context: key });
  const { state, trail, takenAt, takenBy, endedAt, endedAs } = current;
  const standing = { state, trail, takenAt, takenBy, endedAt, endedAs };
  const next = moveHandoff(standing, move);
  if (next === null) {
    const what = move.kind === "ended" ? `ended as ${move.as}` : move.kind;
    throw new AppError("conflict", `A hand-over that is ${state} cannot become ${what}`, {
      context: { handoffId: current.id },
    });
  }
  if (next !== standing) await tx.update(handoff).set(next).where(eq(handoff.id, current.id));
  if (takenAt === null && next.takenAt !== null) await timeHumanResponse(tx, { ...current, takenAt: next.takenAt });
  return { ...current, ...next };
}

export async function readHandoff(db: Database, key: HandoffKey): Promise<Handoff | null> {
  const [found] = await db.select().from(handoff).where(isKeyed(key));
  return found ?? null;
}

/** The outcome keeps it: it stays longer than the hand-over does. */
async function timeHumanResponse(
  tx: Transaction,
  { visitId, requestedAt, takenAt }: Pick<Handoff, "visitId" | "requestedAt"> & { takenAt: Date },
): Promise<void> {
  if (visitId === null) return;
  const humanResponseMs = Math.min(MOST_MS, Math.max(0, takenAt.getTime() - requestedAt.getTime()));
  await tx.update(outcome).set({ humanResponseMs }).where(eq(outcome.visitId, visitId));
}

function isKeyed(key: HandoffKey) {
  if ("id" in key) return eq(handoff.id, key.id);
  if ("workflowId" in key) return eq(handoff.workflowId, key.workflowId);
  return and(eq(handoff.conversationId, key.conversationId), ne(handoff.state, "ended"));
}
