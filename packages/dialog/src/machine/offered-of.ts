import type { Shown } from "./move.ts";
import type { Offered } from "./state.ts";

/** The buttons that mean something when their words are typed instead; a command's are the command. */
export function offeredOf(shown: readonly Shown[]): Offered[] {
  return shown.flatMap((button) => {
    if (!("kind" in button)) return [button];
    const { text } = button;
    return button.kind === "command" ? [{ text, command: { name: button.command, params: button.params } }] : [];
  });
}
