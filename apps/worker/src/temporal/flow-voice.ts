import { createHash } from "node:crypto";

import type { FlowOrigin } from "@botdeck/contracts";
import type { BotEvent, Effect } from "@botdeck/core";
import {
  announce,
  type Conversation,
  type Database,
  type DatabaseHandle,
  keepEvents,
  noteWorkflow,
  portalBotById,
  saveConversation,
  type Transaction,
  wakeDeliverer,
  wakeRuntime,
} from "@botdeck/db";
import { DialogState, type FlowResult } from "@botdeck/dialog";

import { leaveEffect, post, type Post, repost, speak, withConversation, type Word } from "./flow-outbox.ts";

/**
 * How a flow speaks and acts: through the outbox, under keys made of its id and a step, and never into a conversation that
 * a person has. What it wants to say after somebody took over is not said.
 */
export type FlowVoice = {
  /** Speaks as the one who leads. */
  say(origin: FlowOrigin, word: Word & { step: string }): Promise<void>;
  /** Speaks without leading, while nobody but the bot does; else it leaves the words to the operators, as a note. */
  tell(origin: FlowOrigin, word: Word): Promise<"said" | "noted">;
  /**
   * Speaks to somebody who waits for an operator. A bot that is switched off says nothing, and its client waits as before.
   *
   * @returns False when nobody waits any more.
   */
  sayQueued(origin: FlowOrigin, word: Word): Promise<boolean>;
  /** For operators only, whoever leads. */
  note(origin: FlowOrigin, word: Word): Promise<void>;
  /** `effect` is given the workflow's id, its natural key. Done even when the flow does not lead: a task is owed all the same. */
  act(origin: FlowOrigin, act: { key: string; effect: (workflowId: string) => Effect; step: string }): Promise<void>;
  /** Writes to another dialog of the bot than the flow's own, such as that of whoever has to decide. */
  post(origin: FlowOrigin, post: Post): Promise<void>;
  /** Makes another message of one that was posted under the key `of`. */
  repost(origin: FlowOrigin, change: Parameters<typeof repost>[2]): Promise<void>;
  /** Takes the lead of a conversation that is free: the bot's, and nothing under way in it. @returns Whether it leads now. */
  lead(origin: FlowOrigin, kind: string): Promise<boolean>;
  /** The person said what is for the bot to answer; if the flow leads, the bot then tells it to go on. */
  digress(origin: FlowOrigin, asked: { key: string; intent: string; said: unknown }): Promise<void>;
  /** Says the last words of a dialog and gives the conversation back to the bot, which is told how the dialog ended. */
  giveBack(
    origin: FlowOrigin,
    end: { key: string; text: string | null; outcome: string; result: FlowResult },
  ): Promise<void>;
  /** Notes the outcome of the whole. */
  end(origin: FlowOrigin, outcome: string): Promise<void>;
};

/** @param currentWorkflowId The workflow whose activity runs. */
export function createFlowVoice(db: DatabaseHandle["db"], currentWorkflowId: () => string): FlowVoice {
  const keyed = <Keyed extends { key: string }>(workflowId: string, step: Keyed): Keyed => ({
    ...step,
    key: `${workflowId}:${step.key}`,
  });

  /** Speaks if the conversation is as it has to be. */
  async function speakIf(
    origin: FlowOrigin,
    word: Word,
    may: (conversation: Conversation) => boolean,
    also: (tx: Transaction) => Promise<void> = async () => {},
  ): Promise<boolean> {
    const workflowId = currentWorkflowId();
    const isSaid = await withConversation(db, origin, async (tx, conversation) => {
      if (!may(conversation)) return false;
      await Promise.all([speak(tx, origin, conversation, keyed(workflowId, word)), also(tx)]);
      return true;
    });
    await tellListeners(db, origin);
    return isSaid === true;
  }

  async function tellBot(tx: Transaction, origin: FlowOrigin, key: string, about: EventAbout): Promise<void> {
    const event: BotEvent = {
      portalId: origin.portalId,
      botId: origin.botId,
      dialog: origin.dialog,
      person: { id: "0", name: "", kind: "system" },
      language: null,
      occurredAt: new Date().toISOString(),
      ...about,
    };
    await keepEvents(tx, [{ dedupeKey: digest(key), event }], { source: "workflow" });
  }

  return {
    async say(origin, { step, ...word }) {
      const workflowId = currentWorkflowId();
      const mayLead = (conversation: Conversation) => leads(conversation, workflowId);
      await speakIf(origin, word, mayLead, (tx) => noteWorkflow(tx, workflowId, { step }));
      await tellDesk(db);
    },

    async tell(origin, word) {
      if (await speakIf(origin, word, isFree)) return "said";
      await speakIf(origin, { ...word, forOperators: true }, (conversation) => !isFree(conversation));
      return "noted";
    },

    async sayQueued(origin, word) {
      const isOff = (await portalBotById(db, origin.botId))?.isOn === false;
      if (!isOff) return await speakIf(origin, word, isQueued);
      return (await withConversation(db, origin, async (_tx, conversation) => isQueued(conversation))) === true;
    },

    async note(origin, word) {
      await speakIf(origin, { ...word, forOperators: true }, () => true);
    },

    async act(origin, { key, effect, step }) {
      const workflowId = currentWorkflowId();
      await db.transaction(async (tx) => {
        // A lane of its own: what a portal is slow to take must not hold up the chat.
        const act = { key, effect: effect(workflowId), lane: workflowId };
        await Promise.all([leaveEffect(tx, origin, keyed(workflowId, act)), noteWorkflow(tx, workflowId, { step })]);
      });
      await Promise.all([tellListeners(db, origin), tellDesk(db)]);
    },

    async post(origin, given) {
      const conversationId = await db.transaction((tx) => post(tx, origin, keyed(currentWorkflowId(), given)));
      await tellListeners(db, { conversationId });
    },

    async repost(origin, change) {
      const workflowId = currentWorkflowId();
      const of = `${workflowId}:${change.of}`;
      await db.transaction((tx) => repost(tx, origin, { ...keyed(workflowId, change), of }));
      await wakeDeliverer(db);
    },

    async lead(origin, kind) {
      const workflowId = currentWorkflowId();
      const isLeading = await withConversation(db, origin, async (tx, conversation) => {
        if (leads(conversation, workflowId)) return true;
        const state = DialogState.parse(conversation.state);
        if (conversation.owner !== "bot" || state.workflow !== null || state.dialogs.length > 0) return false;
        await saveConversation(tx, conversation, { state: { ...state, workflow: { id: workflowId, kind } } });
        return true;
      });
      return isLeading === true;
    },

    async digress(origin, { key, intent, said }) {
      const workflowId = currentWorkflowId();
      await withConversation(db, origin, async (tx, conversation) => {
        // A flow that leads no more passes on what it still hears: the bot hears it as plain words.
        if (conversation.owner !== "bot") return;
        await tellBot(tx, origin, `${workflowId}:${key}`, { kind: "workflow.digressed", workflowId, intent, said });
      });
      await wakeRuntime(db);
    },

    async giveBack(origin, { key, text, outcome, result }) {
      const workflowId = currentWorkflowId();
      await withConversation(db, origin, async (tx, conversation) => {
        if (!leads(conversation, workflowId)) return;
        if (text !== null) await speak(tx, origin, conversation, keyed(workflowId, { key, text }));
        await tellBot(tx, origin, `${workflowId}:${key}`, { kind: "workflow.ended", workflowId, outcome, result });
      });
      await Promise.all([wakeRuntime(db), tellListeners(db, origin)]);
    },

    async end(origin, outcome) {
      await noteWorkflow(db, currentWorkflowId(), { outcome });
      await Promise.all([announce(db, "botdeck_live", [origin.conversationId]), tellDesk(db)]);
    },
  };
}

type EventAbout =
  | Pick<BotEvent & { kind: "workflow.ended" }, "kind" | "workflowId" | "outcome" | "result">
  | Pick<BotEvent & { kind: "workflow.digressed" }, "kind" | "workflowId" | "intent" | "said">;

function leads(conversation: Conversation, workflowId: string): boolean {
  return conversation.owner === "bot" && DialogState.parse(conversation.state).workflow?.id === workflowId;
}

/** Nobody but the bot speaks there; so it is in a dialog that was closed. */
const isFree = ({ owner }: Conversation): boolean => owner === "bot" || owner === "closed";

const isQueued = ({ owner }: Conversation): boolean => owner.startsWith("queue:");

async function tellListeners(db: Database, origin: Pick<FlowOrigin, "conversationId">): Promise<void> {
  await Promise.all([wakeDeliverer(db), announce(db, "botdeck_live", [origin.conversationId])]);
}

/** It moved, or ended: pages that show workflows read them again. */
const tellDesk = (db: Database): Promise<void> => announce(db, "botdeck_desk", ["workflows"]);

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
