import { escapeBb } from "@botdeck/b24-client";
import type { ProductReturnOutcome } from "@botdeck/contracts";
import type { Effect } from "@botdeck/core";
import type { FlowResult } from "@botdeck/dialog";
import type { Line, Slots } from "@botdeck/dialog/dialogs";

import type { FlowBots } from "../../temporal/flow-bots.ts";
import type { FlowPortal } from "../../temporal/flow-portal.ts";
import type { FlowVoice } from "../../temporal/flow-voice.ts";
import type { Addressee } from "../flow/flow.ts";
import { factsOf } from "./facts-of.ts";
import type { KeptPhotos } from "./proxies.ts";

type Deps = { voice: FlowVoice; bots: FlowBots; portal: FlowPortal };

/** What a return does outside of its dialogs; each leaves something in the outbox under a key of its own, so a retry adds nothing. */
export function createReturnActivities({ voice, bots, portal }: Deps) {
  /** To an employee, in their own chat with the bot. */
  const toPerson = (dialogId: string, text: string): Effect & { kind: "chat.send" } => ({
    kind: "chat.send",
    dialogId,
    text,
  });

  return {
    lead: ({ origin }: Addressee, { kind }: { kind: string }): Promise<boolean> => voice.lead(origin, kind),

    async giveBack(
      { origin, language }: Addressee,
      end: { key: string; text: string | null; outcome: string; result: FlowResult },
    ): Promise<void> {
      const t = await bots.translate(origin, language);
      await voice.giveBack(origin, { ...end, text: end.text === null ? null : t(end.text) });
    },

    endFlow: ({ origin }: Addressee, { outcome }: { outcome: string }): Promise<void> => voice.end(origin, outcome),

    async tellClient(
      { origin, language }: Addressee,
      { key, lines }: { key: string; lines: readonly Line[] },
    ): Promise<void> {
      const t = await bots.translate(origin, language);
      await voice.tell(origin, { key, text: lines.map((line) => t(line.text, line.values)).join("\n\n") });
    },

    putPhotoOnDisk: ({ origin }: Addressee, keptId: string): Promise<string | null> => portal.putOnDisk(origin, keptId),

    isReturnTaskDone: ({ origin }: Addressee): Promise<boolean> => portal.isTaskCompleted(origin),

    async createReturnTask(
      { origin, language }: Addressee,
      about: KeptPhotos & { slots: Slots; managerId: string | null; deadlineAt: string },
    ): Promise<void> {
      const t = await bots.translate(origin, language);
      const { number, day, reason, phone } = factsOf(about.slots, t);
      const lines = [
        t("returnTaskText", {
          number,
          day,
          // A client wrote it, and a task's text takes BB codes.
          reason: escapeBb(reason),
          photos: about.diskFileIds.length + about.missing,
          phone,
          dialog: origin.dialog.id,
        }),
        about.missing > 0 ? t("returnPhotosMissing", { count: about.missing }) : "",
      ];
      const task = (workflowId: string): Effect => ({
        kind: "task.create",
        originId: workflowId,
        title: t("returnTaskTitle", { person: origin.personName, number }),
        description: lines.filter((line) => line !== "").join("\n"),
        responsibleId: about.managerId,
        deadlineAt: about.deadlineAt,
        ...(about.diskFileIds.length > 0 && { diskFileIds: about.diskFileIds }),
        ...(origin.dialog.entityId !== null && { clientEntityId: origin.dialog.entityId }),
      });
      await voice.act(origin, { key: "task", effect: task, step: "task" });
    },

    async askManager(
      { origin, language }: Addressee,
      { slots, managerId }: { slots: Slots; managerId: string },
    ): Promise<void> {
      const t = await bots.translate(origin, language);
      const { number, reason } = factsOf(slots, t);
      const text = t("returnManagerCard", { person: escapeBb(origin.personName), number, reason: escapeBb(reason) });
      const card = (workflowId: string): Effect => withVerdicts(toPerson(managerId, text), workflowId, t);
      await voice.act(origin, { key: "card", effect: card, step: "decision" });
    },

    async remindManager(
      { origin, language }: Addressee,
      { key, slots, managerId }: { key: string; slots: Slots; managerId: string },
    ): Promise<void> {
      const t = await bots.translate(origin, language);
      const { number } = factsOf(slots, t);
      const text = t("returnManagerReminder", { person: escapeBb(origin.personName), number });
      const card = (workflowId: string): Effect => withVerdicts(toPerson(managerId, text), workflowId, t);
      await voice.act(origin, { key, effect: card, step: "decision" });
    },

    async tellSupervisor(
      { origin, language }: Addressee,
      { key, supervisorId, slots }: { key: string; supervisorId: string; slots: Slots },
    ): Promise<void> {
      const t = await bots.translate(origin, language);
      const text = t("returnOverdue", { person: escapeBb(origin.personName), number: factsOf(slots, t).number });
      await voice.act(origin, { key, effect: () => toPerson(supervisorId, text), step: "decision" });
    },

    async commentReturn(
      { origin, language }: Addressee,
      { key, outcome }: { key: string; outcome: ProductReturnOutcome | "overdue" },
    ): Promise<void> {
      const text = (await bots.translate(origin, language))("returnComment", { outcome });
      const comment = (originId: string): Effect => ({ kind: "task.comment", originId, text });
      await voice.act(origin, { key, effect: comment, step: outcome === "overdue" ? "decision" : "done" });
    },
  };
}

/** The first press counts, under whichever of the messages. */
function withVerdicts(
  message: Effect & { kind: "chat.send" },
  workflowId: string,
  t: Awaited<ReturnType<FlowBots["translate"]>>,
): Effect {
  const button = (label: string, verdict: string) => ({
    kind: "command" as const,
    text: label,
    command: "return",
    params: `${workflowId} ${verdict}`,
  });
  const row = [button(t("returnManagerApprove"), "approve"), button(t("returnManagerDecline"), "decline")];
  return { ...message, buttons: [row] };
}

export type ReturnActivities = ReturnType<typeof createReturnActivities>;
