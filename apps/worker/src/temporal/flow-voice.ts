import { createHash } from "node:crypto";

import type { FlowOrigin } from "@botdeck/contracts";
import type { BotEvent, Effect } from "@botdeck/core";
import {
  addMessages,
  announce,
  type Conversation,
  type Database,
  type DatabaseHandle,
  keepEvents,
  laneOf,
  lockConversationById,
  type NewMessage,
  noteWorkflow,
  putEffects,
  saveConversation,
  type Transaction,
  wakeDeliverer,
  wakeRuntime,
} from "@botdeck/db";
import { DialogState, handOverOf, INITIAL_STATE } from "@botdeck/dialog";

import { toPostableEffects } from "../runtime/postable-effects.ts";

/**
 * How a flow speaks and acts: through the outbox, under keys made of its id and a step, and only while the conversation
 * is the bot's and this flow leads it. What it wants to say after a person took over is not said.
 */
export type FlowVoice = {
  say(origin: FlowOrigin, line: { key: string; text: string; buttons: string[][]; step: string }): Promise<void>;
  /** `effect` is given the workflow's id, its natural key. Done even when the flow no longer leads: a task is owed all the same. */
  act(origin: FlowOrigin, act: { key: string; effect: (workflowId: string) => Effect; step: string }): Promise<void>;
  /**
   * Says the last words, notes the outcome, and tells the bot that the conversation is its own again; with a topic, it
   * goes to the operators instead.
   */
  end(
    origin: FlowOrigin,
    end: { key: string; text: string | null; outcome: string; topic: string | null },
  ): Promise<void>;
};

/** @param currentWorkflowId The workflow whose activity runs. */
export function createFlowVoice(db: DatabaseHandle["db"], currentWorkflowId: () => string): FlowVoice {
  /** False when an earlier run of the same activity has left it already. */
  async function leave(tx: Transaction, origin: FlowOrigin, key: string, effect: Effect): Promise<boolean> {
    const { portalId, botId, conversationId } = origin;
    const added = await putEffects(tx, [{ key, portalId, botId, conversationId, lane: laneOf(origin), effect }]);
    return added.length > 0;
  }

  async function speak(
    tx: Transaction,
    origin: FlowOrigin,
    conversation: Conversation,
    line: { key: string; text: string; buttons: string[][] },
  ): Promise<void> {
    const buttons = line.buttons.map((row) => row.map((text) => ({ kind: "say" as const, text })));
    const word: Effect = {
      kind: "chat.send",
      dialogId: origin.dialog.id,
      text: line.text,
      ...(buttons.length > 0 && { buttons }),
    };
    const messages: NewMessage[] = [];
    for (const [index, part] of toPostableEffects(word).entries()) {
      if (part.kind !== "chat.send") continue;
      const key = index === 0 ? line.key : `${line.key}:${index + 1}`;
      // The person may have answered since: the conversation's head is theirs.
      if (!(await leave(tx, origin, key, part))) return;
      const said = { author: "bot" as const, authorName: origin.botName, text: part.text, sourceKey: key };
      messages.push({ ...said, buttons: part.buttons ?? null });
    }
    await Promise.all([
      addMessages(tx, conversation.id, messages),
      saveConversation(tx, conversation, { lastMessage: { text: line.text, by: "bot" } }),
    ]);
  }

  return {
    async say(origin, line) {
      const workflowId = currentWorkflowId();
      await db.transaction(async (tx) => {
        const conversation = await lockConversationById(tx, origin.conversationId);
        if (!leads(conversation, workflowId)) return;
        await Promise.all([
          speak(tx, origin, conversation, { ...line, key: `${workflowId}:${line.key}` }),
          noteWorkflow(tx, workflowId, { step: line.step }),
        ]);
      });
      await tellListeners(db, origin);
    },

    async act(origin, { key, effect, step }) {
      const workflowId = currentWorkflowId();
      await db.transaction(async (tx) => {
        await Promise.all([
          leave(tx, origin, `${workflowId}:${key}`, effect(workflowId)),
          noteWorkflow(tx, workflowId, { step }),
        ]);
      });
      await tellListeners(db, origin);
    },

    async end(origin, { key, text, outcome, topic }) {
      const workflowId = currentWorkflowId();
      await db.transaction(async (tx) => {
        const conversation = await lockConversationById(tx, origin.conversationId);
        if (leads(conversation, workflowId)) {
          if (text !== null) {
            await speak(tx, origin, conversation, { key: `${workflowId}:${key}`, text, buttons: [] });
          }
          const handOver = topic === null ? null : handOverOf(origin.dialog, "");
          if (handOver && topic !== null) {
            for (const effect of handOver.effects) await leave(tx, origin, `${workflowId}:${effect.kind}`, effect);
            await saveConversation(tx, conversation, { owner: handOver.owner, topic, state: INITIAL_STATE });
          }
        }
        const ended = { dedupeKey: digest(`${workflowId}:ended`), event: endedEvent(origin, workflowId, outcome) };
        await Promise.all([noteWorkflow(tx, workflowId, { outcome }), keepEvents(tx, [ended], { source: "workflow" })]);
      });
      await Promise.all([wakeRuntime(db), tellListeners(db, origin)]);
    },
  };
}

function leads(conversation: Conversation, workflowId: string): boolean {
  return conversation.owner === "bot" && DialogState.parse(conversation.state).workflow?.id === workflowId;
}

function endedEvent(origin: FlowOrigin, workflowId: string, outcome: string): BotEvent {
  return {
    kind: "workflow.ended",
    portalId: origin.portalId,
    botId: origin.botId,
    dialog: origin.dialog,
    person: { id: "0", name: "", kind: "system" },
    language: null,
    occurredAt: new Date().toISOString(),
    workflowId,
    outcome,
  };
}

async function tellListeners(db: Database, origin: FlowOrigin): Promise<void> {
  await Promise.all([wakeDeliverer(db), announce(db, "botdeck_live", [origin.conversationId])]);
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
