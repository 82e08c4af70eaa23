import { useTranslations } from "use-intl";
import type { Person } from "../api/types.ts";
import type { Typer } from "../live/use-typing.ts";

/** Bitrix24's codes; docs: chat-bots-v2/imbot.v2/chats/chat-input-action-notify. */
const ACTIONS = {
  IMBOT_AGENT_ACTION_THINKING: "thinking",
  IMBOT_AGENT_ACTION_SEARCHING: "searching",
  IMBOT_AGENT_ACTION_GENERATING: "generating",
  IMBOT_AGENT_ACTION_ANALYZING: "analyzing",
  IMBOT_AGENT_ACTION_PROCESSING: "processing",
  IMBOT_AGENT_ACTION_TRANSLATING: "translating",
  IMBOT_AGENT_ACTION_CONNECTING: "connecting",
  IMBOT_AGENT_ACTION_CHECKING: "checking",
  IMBOT_AGENT_ACTION_CALCULATING: "calculating",
  IMBOT_AGENT_ACTION_READING_DOCS: "readingDocs",
  IMBOT_AGENT_ACTION_COMPOSING: "composing",
} as const;

/** "Demo bot is thinking…": what others do in a dialog just now; null for nothing. */
export function useTypingText(
  typers: readonly Typer[],
  people: readonly Person[],
  playerId: string,
  dialogId: string,
): string | null {
  const t = useTranslations("typing");
  const others = typers.filter((typer) => typer.dialogId === dialogId && typer.personId !== playerId);
  const [first] = others;
  if (!first) return null;
  if (others.length > 1) return t("several", { count: others.length });
  const name = people.find(({ id }) => id === first.personId)?.name ?? "";
  const action = Object.entries(ACTIONS).find(([code]) => code === first.statusCode)?.[1];
  return t(action ?? "writing", { name });
}
