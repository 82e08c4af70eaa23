import type { ProductReturnInput, ProductReturnOutcome, ProductReturnStep } from "@botdeck/contracts";
import { escapeBb } from "@botdeck/b24-client";
import { type StoreTextKey, storeTexts } from "@botdeck/bots";
import type { Effect, FileRef } from "@botdeck/core";
import { createTranslate } from "@botdeck/dialog";

import type { FlowVoice } from "../../temporal/flow-voice.ts";

type Line = { number: number; step: ProductReturnStep; text: Extract<StoreTextKey, `return${string}`> };

const REASON_BUTTONS = ["returnReasonBroken", "returnReasonWrong", "returnReasonDisliked"] as const;

const LAST_WORDS: Record<ProductReturnOutcome, StoreTextKey | null> = {
  task_created: "returnDone",
  too_old: "returnTooOld",
  given_up: "returnGivenUp",
  handed_over: "handOver",
  stopped: null,
};

/** What a return does outside: it leaves words and a task in the outbox, each under a key of its own, so a retry adds nothing. */
export function createProductReturnActivities({ voice }: { voice: FlowVoice }) {
  const translate = (input: ProductReturnInput) => createTranslate(storeTexts, input.language);

  return {
    async say(input: ProductReturnInput, line: Line): Promise<void> {
      const t = translate(input);
      const buttons = line.text === "returnAskReason" ? [REASON_BUTTONS.map((key) => t(key))] : [];
      await voice.say(input.origin, { key: String(line.number), text: t(line.text), buttons, step: line.step });
    },

    async createManagerTask(
      input: ProductReturnInput,
      found: { day: string; reason: string; photos: readonly FileRef[] },
    ): Promise<void> {
      const t = translate(input);
      const photos = found.photos.map(({ id, name }) => `${name ?? t("returnTaskPhoto")} (#${id})`).join(", ");
      const description = t("returnTaskText", {
        order: input.orderNumber ?? t("returnTaskNoOrder"),
        day: found.day,
        // A client wrote it, and a task's text takes BB codes.
        reason: escapeBb(found.reason),
        photos: escapeBb(photos),
        dialog: input.origin.dialog.id,
      });
      const task = (workflowId: string): Effect => ({
        kind: "task.create",
        originId: workflowId,
        title: t("returnTaskTitle", { person: input.origin.personName }),
        description,
        responsibleId: null,
        deadlineAt: null,
      });
      await voice.act(input.origin, { key: "task", effect: task, step: "task" });
    },

    async endFlow(input: ProductReturnInput, end: { number: number; outcome: ProductReturnOutcome }): Promise<void> {
      const key = LAST_WORDS[end.outcome];
      const text = key === null ? null : translate(input)(key, { days: input.returnDays });
      await voice.end(input.origin, {
        key: String(end.number),
        text,
        outcome: end.outcome,
        topic: end.outcome === "handed_over" ? "return" : null,
      });
    },
  };
}

export type ProductReturnActivities = ReturnType<typeof createProductReturnActivities>;
