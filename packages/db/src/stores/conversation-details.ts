import { and, desc, eq, inArray, isNotNull, max } from "drizzle-orm";

import type { Database } from "../client.ts";
import {
  authUser,
  bot,
  conversation,
  type Handoff,
  handoff,
  outcome,
  message,
  type Outcome,
  workflowRef,
  type WorkflowRef,
} from "../schema/index.ts";

/** What stands behind a conversation: where its bot is, who has it, and what came of the latest visit. */
export type ConversationDetails = {
  botId: string;
  botCode: string;
  /** The dialog engine's state; its shape is the engine's. */
  state: Record<string, unknown>;
  /** Where its workflows are, the latest first. */
  workflows: readonly Pick<WorkflowRef, "id" | "kind" | "state" | "step">[];
  /** The one that is open, else the latest. */
  handoff: Handoff | null;
  outcome: Outcome | null;
  /** Operators who wrote in it, by portal user id; those of the console without one by `desk:<console user id>`. */
  operatorNames: Readonly<Record<string, string>>;
};

/** Those before are over for long. */
const MOST_WORKFLOWS = 20;

/** Null for a conversation that is not there. */
export async function conversationDetails(db: Database, id: string): Promise<ConversationDetails | null> {
  const [found] = await db
    .select({ state: conversation.state, botId: bot.id, botCode: bot.code })
    .from(conversation)
    .innerJoin(bot, eq(bot.id, conversation.botId))
    .where(eq(conversation.id, id));
  if (found === undefined) return null;
  const [[latestHandoff], [latestOutcome], workflows, operators] = await Promise.all([
    db.select().from(handoff).where(eq(handoff.conversationId, id)).orderBy(desc(handoff.requestedAt)).limit(1),
    db.select().from(outcome).where(eq(outcome.conversationId, id)).orderBy(desc(outcome.beganAt)).limit(1),
    db
      .select({ id: workflowRef.id, kind: workflowRef.kind, state: workflowRef.state, step: workflowRef.step })
      .from(workflowRef)
      .where(eq(workflowRef.conversationId, id))
      .orderBy(desc(workflowRef.createdAt))
      .limit(MOST_WORKFLOWS),
    db
      .select({ id: message.authorId, name: max(message.authorName) })
      .from(message)
      .where(and(eq(message.conversationId, id), eq(message.author, "operator"), isNotNull(message.authorId)))
      .groupBy(message.authorId),
  ]);
  const operatorNames = Object.fromEntries(operators.map(({ id: userId, name }) => [userId ?? "", name ?? ""]));
  const deskNames = latestHandoff === undefined ? {} : await namesAtDesk(db, latestHandoff);
  return {
    operatorNames: { ...deskNames, ...operatorNames },
    ...found,
    handoff: latestHandoff ?? null,
    outcome: latestOutcome ?? null,
    workflows,
  };
}

const AT_DESK = "operator:desk:";

/** Of people at the console who took it and have no number on the portal. */
async function namesAtDesk(db: Database, { trail }: Handoff): Promise<Record<string, string>> {
  const ids = trail.flatMap(({ to }) => (to.startsWith(AT_DESK) ? [to.slice(AT_DESK.length)] : []));
  if (ids.length === 0) return {};
  const rows = await db
    .select({ id: authUser.id, name: authUser.name })
    .from(authUser)
    .where(inArray(authUser.id, ids));
  return Object.fromEntries(rows.map(({ id, name }) => [`desk:${id}`, name]));
}
