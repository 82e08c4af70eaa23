import type { FlowOrigin } from "@botdeck/contracts";
import type { Effect } from "@botdeck/core";
import { AppError } from "@botdeck/core";
import {
  announce,
  type Conversation,
  type DatabaseHandle,
  type HandoffMove,
  noteHandoff,
  saveConversation,
  type Transaction,
  wakeDeliverer,
} from "@botdeck/db";
import { DialogState } from "@botdeck/dialog";

import { leaveEffect, withConversation } from "./flow-outbox.ts";

/** Where a dialog is transferred to. */
export type TransferTarget = (Effect & { kind: "chat.transfer" })["to"];

/** What came of a look at a dialog that a person led: it is the bot's, or has to be quiet for some milliseconds more. */
export type QuietLook = { kind: "bots" } | { kind: "busy"; quietInMs: number };

/** How the flow that watches over a hand-over moves it on. Who has the dialog is decided under the conversation's lock. */
export type FlowQueue = {
  /** Gives the dialog to another queue or person, while it still waits. @returns False when it does not wait any more. */
  transfer(origin: FlowOrigin, key: string, to: TransferTarget): Promise<boolean>;
  /** Gives the dialog back to the bot once nobody has written in it for `quietMs`. */
  takeBackWhenQuiet(origin: FlowOrigin, quietMs: number): Promise<QuietLook>;
  /** Notes what happened to the hand-over; what is impossible from where it stands is let pass, for others move it too. */
  note(move: HandoffMove): Promise<void>;
};

type Deps = { db: DatabaseHandle["db"]; currentWorkflowId: () => string; now?: () => Date };

export function createFlowQueue({ db, currentWorkflowId, now = () => new Date() }: Deps): FlowQueue {
  async function note(tx: Transaction, move: HandoffMove): Promise<void> {
    // In a savepoint: a refusal must not undo what is done with it.
    await tx.transaction((inner) => noteHandoff(inner, { workflowId: currentWorkflowId() }, move)).catch(ignoreMoved);
  }

  async function takeBack(tx: Transaction, conversation: Conversation): Promise<void> {
    const state = { ...DialogState.parse(conversation.state), dialogs: [], workflow: null, handOver: null };
    await saveConversation(tx, conversation, { owner: "bot", state });
    const wasTaken = conversation.owner.startsWith("operator:");
    if (wasTaken) await note(tx, { kind: "returning", at: now() });
    await note(tx, { kind: "ended", at: now(), as: wasTaken ? "quiet" : "back_to_bot" });
  }

  return {
    async transfer(origin, key, to) {
      const { id: dialogId, chatId } = origin.dialog;
      if (chatId === null) return false;
      const isDone = await withConversation(db, origin, async (tx, conversation) => {
        if (!conversation.owner.startsWith("queue:")) return false;
        const effect: Effect = { kind: "chat.transfer", dialogId, chatId, to };
        if (!(await leaveEffect(tx, origin, { key: `${currentWorkflowId()}:${key}`, effect }))) return true;
        const owner = to.kind === "line" ? (`queue:${to.id}` as const) : conversation.owner;
        await saveConversation(tx, conversation, { owner });
        await note(tx, { kind: "queued", at: now(), to: to.kind === "line" ? owner : `operator:${to.id}` });
        return true;
      });
      await Promise.all([wakeDeliverer(db), announce(db, "botdeck_live", [origin.conversationId])]);
      return isDone === true;
    },

    async takeBackWhenQuiet(origin, quietMs) {
      const look = await withConversation(db, origin, async (tx, conversation): Promise<QuietLook> => {
        if (conversation.owner === "bot" || conversation.owner === "closed") return { kind: "bots" };
        const quietInMs = conversation.lastMessageAt.getTime() + quietMs - now().getTime();
        if (quietInMs > 0) return { kind: "busy", quietInMs };
        await takeBack(tx, conversation);
        return { kind: "bots" };
      });
      await announce(db, "botdeck_live", [origin.conversationId]);
      return look ?? { kind: "bots" };
    },

    note: (move) => db.transaction((tx) => note(tx, move)),
  };
}

function ignoreMoved(error: unknown): void {
  if (error instanceof AppError && (error.code === "conflict" || error.code === "not_found")) return;
  throw error;
}
