import type { BotEvent } from "@botdeck/core";
import type { ClaimedEvent, Conversation } from "@botdeck/db";
import { type Language, type Surroundings, UNDERSTANDING_DEFAULTS } from "@botdeck/dialog";
import { z } from "zod";

import type { Outside, WorkingBot } from "./deps.ts";

/** Settings that the engine itself heeds; a bot has them or not. */
const EngineSettings = z.object({
  timeZone: z.string().default("UTC"),
  answerAt: z.number().default(UNDERSTANDING_DEFAULTS.answerAt),
  leanAt: z.number().default(UNDERSTANDING_DEFAULTS.leanAt),
  askAt: z.number().default(UNDERSTANDING_DEFAULTS.askAt),
});

/** What is around a bot that is asked about an event. */
export function surroundingsOf({
  row,
  event,
  conversation,
  language,
  bot,
  outside,
}: {
  row: Pick<ClaimedEvent, "id">;
  event: BotEvent;
  conversation: Conversation;
  language: Language;
  bot: WorkingBot;
  outside: Outside;
}): Surroundings {
  const { timeZone, answerAt, leanAt, askAt } = EngineSettings.parse(bot.settings ?? {});
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date(event.occurredAt));
  return {
    person: event.person,
    dialog: event.dialog,
    language,
    settings: bot.settings,
    services: outside.servicesFor(event, conversation.id),
    texts: bot.texts,
    at: event.occurredAt,
    today,
    understand: ({ text, expects }) => bot.understand({ text, expects, language, today }),
    thresholds: { ...UNDERSTANDING_DEFAULTS, answerAt, leanAt, askAt },
    keepFiles: (files) => outside.keepFiles(event, conversation.id, files),
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
