import type { BotEvent, FileRef } from "@botdeck/core";

/** What a bot may have to decide about. */
export type Input =
  | { kind: "joined" }
  | { kind: "message"; messageId: string; text: string; files: readonly FileRef[] }
  | { kind: "command"; name: string; params: string }
  | { kind: "workflow_ended"; workflowId: string };

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
    case "workflow.ended":
      return { kind: "workflow_ended", workflowId: event.workflowId };
    case "message.updated":
    case "message.deleted":
    case "reaction.changed":
    case "context.opened":
    case "bot.removed":
      return null;
  }
}
