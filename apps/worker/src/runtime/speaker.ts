import type { BotEvent } from "@botdeck/core";
import type { MessageAuthor } from "@botdeck/db";

/**
 * Who is behind an event, as the conversation sees it: the person the bot talks to, an operator who has a say in the open
 * line, or nobody a bot should answer (itself, another bot, the portal).
 */
export function speakerOf(event: BotEvent): "person" | "operator" | "machine" {
  if (event.kind === "workflow.ended" || event.kind === "workflow.digressed") return "machine";
  if (event.person.kind === "bot" || event.person.kind === "system") return "machine";
  return event.dialog.type === "open_line" && event.person.kind !== "client" ? "operator" : "person";
}

/** The author under which a message of this event is kept. */
export function authorOf(event: BotEvent): MessageAuthor {
  switch (speakerOf(event)) {
    case "operator":
      return "operator";
    case "person":
      return event.dialog.type === "open_line" ? "client" : "employee";
    case "machine":
      return event.person.kind === "bot" ? "bot" : "system";
  }
}
