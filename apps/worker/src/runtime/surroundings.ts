import type { BotEvent } from "@botdeck/core";
import type { ClaimedEvent, Conversation } from "@botdeck/db";
import { heedSettings, type Language, type Surroundings } from "@botdeck/dialog";

import type { Outside, WorkingBot } from "./deps.ts";

/** What is around a bot that is asked about an event. */
export function surroundingsOf({
  row,
  event,
  conversation,
  language,
  bot,
  outside,
}: {
  row: Pick<ClaimedEvent, "id" | "receivedAt" | "failures">;
  event: BotEvent;
  conversation: Conversation;
  language: Language;
  bot: WorkingBot;
  outside: Outside;
}): Surroundings {
  const { today, thresholds } = heedSettings(bot.settings, event.occurredAt);
  return {
    person: event.person,
    dialog: event.dialog,
    language,
    settings: bot.settings,
    services: outside.servicesFor(bot.definition.code, event, conversation.id),
    ...outside.peopleOf(event),
    botUserId: bot.bitrixBotId,
    texts: bot.texts,
    at: event.occurredAt,
    today,
    understand: ({ text, expects }) => bot.understand({ text, expects, language, today }),
    thresholds,
    keepFiles: (files) => outside.keepFiles(event, files, row, bot.definition.fileTypes),
    origin: {
      portalId: event.portalId,
      botId: event.botId,
      conversationId: conversation.id,
      dialog: event.dialog,
      personName: conversation.personName,
      botName: bot.name,
    },
    stepId: row.id,
  };
}
