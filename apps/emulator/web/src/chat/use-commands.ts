import type { BotCommand } from "../api/types.ts";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";

const NONE: BotCommand[] = [];

/** The commands that a person can type in a dialog. Bots come with commands, so a change of either loads them again. */
export function useCommands(personId: string, dialogId: string): BotCommand[] {
  const { api } = usePortal();
  const commands = useLive(
    `${personId} ${dialogId}`,
    () => api.commands(personId, dialogId),
    (news) => news.type === "people" || news.type === "dialog" || news.type === "message",
  );
  return commands.data ?? NONE;
}
