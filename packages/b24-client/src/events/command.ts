import { toSecond } from "./occurred-at.ts";

type CommandContext = "textarea" | "keyboard" | "menu";
type Command = { id: string; params: string; context: CommandContext };

/** How a command was given. v1 writes `KEYBOARD`, v2 `keyboard`; what is unknown counts as typed. */
export function readCommandContext(text: string | null): CommandContext {
  const context = text?.toLowerCase();
  return context === "keyboard" || context === "menu" ? context : "textarea";
}

/**
 * What makes a command event itself. A typed command is one message; a button belongs to a message that stays and may be
 * pressed again, so a press is known by its second as well.
 */
export function commandIdentity(messageId: string, command: Command, occurredAt: string): readonly string[] {
  const typed = [messageId, command.id, command.params];
  return command.context === "textarea" ? typed : [...typed, toSecond(occurredAt)];
}
