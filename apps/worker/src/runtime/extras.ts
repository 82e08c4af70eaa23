import {
  type ClaimedEvent,
  type Conversation,
  factsOfVisit,
  type NewHandoff,
  type NewOutcome,
  noteHandoff,
  openHandoff,
  rateVisit,
  readHandoff,
  recordOutcomes,
  type Transaction,
  type VisitFacts,
} from "@botdeck/db";
import type { BotEvent, Owner } from "@botdeck/core";
import type { Decision } from "@botdeck/dialog";

type Rated = { visitId: string; rating: number; ratedAt: Date; visit: VisitFacts | undefined };

/** What few turns have beside it, written in the same transaction. */
export type Extras = {
  outcomes: readonly NewOutcome[];
  rating: Rated | null;
  handoff: NewHandoff | null;
  /** The hand-over that was open has been taken, or is over. */
  news: { conversationId: string; owner: Owner; at: Date } | null;
};

/** What a decision brings beside words and effects. */
export function extrasOf(
  { body }: ClaimedEvent & { body: BotEvent },
  conversation: Conversation,
  decision: Decision & { owner: Owner },
): Extras {
  const at = new Date(body.occurredAt);
  const { portalId, botId, id: conversationId } = conversation;
  const { outcomes, rating, handOver, owner } = decision;
  const { visit } = decision.state;
  return {
    outcomes: outcomes.map(({ visit, outcome, cause, handedTo }) => ({
      ...factsOfVisit(conversationId, visit),
      kind: outcome,
      cause,
      handedTo,
      decidedAt: at,
    })),
    rating:
      rating === null
        ? null
        : { ...rating, ratedAt: at, visit: visit === null ? undefined : factsOfVisit(conversationId, visit) },
    handoff:
      handOver === null
        ? null
        : {
            portalId,
            botId,
            conversationId,
            workflowId: handOver.workflowId,
            visitId: handOver.visitId,
            topic: handOver.topic,
            cause: handOver.cause,
            note: { card: handOver.note },
            requestedAt: at,
            to: owner,
          },
    news:
      owner !== conversation.owner && !owner.startsWith("queue:") && conversation.owner !== "bot"
        ? { conversationId, owner, at }
        : null,
  };
}

export const hasExtras = ({ outcomes, rating, handoff, news }: Extras): boolean =>
  outcomes.length > 0 || rating !== null || handoff !== null || news !== null;

export async function writeExtras(tx: Transaction, { outcomes, rating, handoff, news }: Extras): Promise<void> {
  await recordOutcomes(tx, outcomes);
  if (rating !== null) {
    const { visitId, ratedAt, visit } = rating;
    await rateVisit(tx, visitId, { rating: rating.rating, comment: null, ratedAt, ...(visit && { visit }) });
  }
  if (news !== null) await noteNews(tx, news);
  if (handoff !== null) await openHandoff(tx, handoff);
}

/** People also take dialogs that no bot has handed over: then there is nothing to note. */
async function noteNews(tx: Transaction, { conversationId, owner, at }: NonNullable<Extras["news"]>): Promise<void> {
  const open = await readHandoff(tx, { conversationId });
  if (open === null || open.state === "ended") return;
  await noteHandoff(
    tx,
    { id: open.id },
    owner.startsWith("operator:")
      ? { kind: "taken", at, by: owner.slice("operator:".length) }
      : { kind: "ended", at, as: "back_to_bot" },
  );
}
