import { createHash } from "node:crypto";

import type { BotEvent } from "@botdeck/core";
import {
  announce,
  type DatabaseHandle,
  eventOfEffect,
  findConversation,
  keepEvents,
  noteWorkflow,
  type OutboxEffect,
  wakeRuntime,
} from "@botdeck/db";
import type { FlowResult } from "@botdeck/dialog";

/** What is noted of a workflow that is not there, or never was. */
export const GONE = "gone";

/**
 * Gives a conversation back to its bot whose workflow is not there: the bot is told so, and hears what the client said to it.
 * Should that workflow not lead any more, the bot only hears the words. Harmless to repeat.
 *
 * @param row The effect that found no workflow.
 * @param lost.said What the client said to it, as the dialog package understood it; null when its start has failed for good: what
 * the client wanted of it is then for an operator.
 * @returns False when nobody is left to be told.
 */
export async function releaseFromFlow(
  db: DatabaseHandle["db"],
  row: Pick<OutboxEffect, "id" | "key" | "conversationId">,
  lost: { workflowId: string; said: unknown },
): Promise<boolean> {
  const { workflowId, said } = lost;
  const [about, conversation] = await Promise.all([
    eventOfEffect(db, row),
    row.conversationId === null ? null : findConversation(db, row.conversationId),
  ]);
  if (about === null || conversation === null) return false;
  const base = {
    portalId: about.portalId,
    botId: about.botId,
    dialog: about.dialog,
    person: { id: "0", name: "", kind: "system" as const },
    language: null,
    occurredAt: new Date().toISOString(),
  };
  const failed: FlowResult = {
    // Ids begin with the workflow's name.
    dialog: workflowId.split(":", 1).join(),
    topic: conversation.topic ?? "other",
    ending: { outcome: "handed_over", cause: "flow_gone" },
    slots: {},
  };
  const result = said === null ? failed : null;
  const events: BotEvent[] = [{ ...base, kind: "workflow.ended", workflowId, outcome: GONE, result }];
  if (said !== null) events.push({ ...base, kind: "workflow.digressed", workflowId, intent: "", said });
  const keyed = events.map((event) => ({ dedupeKey: digest(`${row.id}:${event.kind}`), event }));
  await db.transaction(async (tx) => {
    await keepEvents(tx, keyed, { source: "workflow" });
    await noteWorkflow(tx, workflowId, { outcome: GONE });
  });
  await Promise.all([wakeRuntime(db), announce(db, "botdeck_desk", ["workflows"])]);
  return true;
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
