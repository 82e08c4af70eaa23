import type { BotEvent, FileRef } from "@botdeck/core";

import type { Ending, Slots } from "../dialogs/index.ts";
import type { Said } from "../dialogs/said.ts";

/** How a dialog ended that a workflow led. */
export type FlowResult = { dialog: string; topic: string; ending: Ending; slots: Slots };

/** One of the bot's schedules is due. `dueAt` is when it should have been, ISO 8601. */
export type Due = { scheduleId: string; name: string; input: unknown; dueAt: string };

/** What a bot may have to decide about. */
export type Input =
  | { kind: "joined" }
  | { kind: "message"; messageId: string; text: string; files: readonly FileRef[] }
  | { kind: "command"; name: string; params: string }
  | { kind: "due"; due: Due }
  /** The workflow that leads heard another wish than an answer. */
  | { kind: "digressed"; workflowId: string; intent: string; said: Said }
  | { kind: "workflow_ended"; workflowId: string; result: FlowResult | null };

/** The input an event gives a bot, or null when there is nothing to decide about. */
export function inputOf(event: BotEvent): Input | null {
  switch (event.kind) {
    case "bot.joined":
      return { kind: "joined" };
    case "message.added":
      return {
        kind: "message",
        messageId: event.message.id,
        text: event.message.text.trim(),
        files: event.message.files,
      };
    case "command.called":
      return { kind: "command", name: event.command.name, params: event.command.params.trim() };
    case "schedule.due": {
      const { scheduleId, name, input, dueAt } = event;
      return { kind: "due", due: { scheduleId, name, input, dueAt } };
    }
    case "workflow.digressed":
      // safe: the flow's own activity wrote it
      return { kind: "digressed", workflowId: event.workflowId, intent: event.intent, said: event.said as Said };
    case "workflow.ended":
      // safe: as above; flows of an earlier release gave none
      return {
        kind: "workflow_ended",
        workflowId: event.workflowId,
        result: (event.result ?? null) as FlowResult | null,
      };
    case "message.updated":
    case "message.deleted":
    case "reaction.changed":
    case "context.opened":
    case "bot.removed":
      return null;
  }
}
