import type { DeedButton } from "@botdeck/dialog";

/** A button that calls one of the bot's commands. */
export const button = (text: string, command: string, params = ""): DeedButton => ({
  kind: "command",
  text,
  command,
  params,
});
