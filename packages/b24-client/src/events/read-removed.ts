import { toSecond } from "./occurred-at.ts";
import type { BotEventDraft, ParsedBotEvent } from "./parsed-bot-event.ts";

/** The last event of a bot concerns no dialog and nobody: the portal itself acts, in a dialog of its own. */
export function readRemoved(bitrixBotId: string, sentAt: string): ParsedBotEvent {
  const draft: BotEventDraft = {
    kind: "bot.removed",
    dialog: { id: "0", chatId: null, type: "private", title: "", entityId: null },
    person: { id: "0", name: "", kind: "system" },
    language: null,
    occurredAt: sentAt,
  };
  return { bitrixBotId, draft, identity: [toSecond(sentAt)] };
}
