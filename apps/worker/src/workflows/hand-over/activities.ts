import type { Effect } from "@botdeck/core";

import type { FlowBots } from "../../temporal/flow-bots.ts";
import type { FlowQueue, QuietLook, TransferTarget } from "../../temporal/flow-queue.ts";
import type { FlowVoice } from "../../temporal/flow-voice.ts";
import type { Addressee } from "../flow/flow.ts";

type Deps = { voice: FlowVoice; queue: FlowQueue; bots: FlowBots; now?: () => Date };

/** What is done about a client who waits for an operator. Each asks under the conversation's lock whether they still wait. */
export function createHandOverActivities({ voice, queue, bots, now = () => new Date() }: Deps) {
  return {
    /** A word to the client, then the dialog goes on to the next: in this order, for the bot leaves the chat with it. */
    async tryNext({ origin, language }: Addressee, { key, to }: { key: string; to: TransferTarget }): Promise<void> {
      const t = await bots.translate(origin, language);
      const isWaiting = await voice.sayQueued(origin, { key: `${key}:word`, text: t("stillLooking") });
      if (isWaiting) await queue.transfer(origin, key, to);
    },

    async promiseCall(
      { origin, language }: Addressee,
      { key, topic, supervisorId }: { key: string; topic: string; supervisorId: string | null },
    ): Promise<void> {
      const t = await bots.translate(origin, language);
      if (!(await voice.sayQueued(origin, { key, text: t("callPromised") }))) return;
      const task = (workflowId: string): Effect => ({
        kind: "task.create",
        originId: workflowId,
        title: t("callTaskTitle", { person: origin.personName }),
        description: t("callTaskText", { topic, dialog: origin.dialog.id }),
        responsibleId: supervisorId,
        deadlineAt: null,
        ...(origin.dialog.entityId !== null && { clientEntityId: origin.dialog.entityId }),
      });
      await voice.act(origin, { key: "task", effect: task, step: "promised" });
      await queue.note({ kind: "ended", at: now(), as: "promised" });
    },

    takeBackWhenQuiet: ({ origin }: Addressee, { quietMs }: { quietMs: number }): Promise<QuietLook> =>
      queue.takeBackWhenQuiet(origin, quietMs),

    endHandOver: ({ origin }: Addressee, { outcome }: { outcome: string }): Promise<void> => voice.end(origin, outcome),
  };
}

export type HandOverActivities = ReturnType<typeof createHandOverActivities>;
