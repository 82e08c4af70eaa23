import { escapeBb } from "@botdeck/b24-client";
import type { BotEvent } from "@botdeck/core";
import {
  type DatabaseHandle,
  laneOf,
  type NewEffect,
  type ParkedWork,
  putEffects,
  takeExpiredParked,
  wakeDeliverer,
} from "@botdeck/db";
import { chooseLanguage, type Language } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

/** Told of in one short transaction. */
const AT_ONCE = 100;
/** Characters of what somebody wrote, by which they know it again. */
const LONGEST_QUOTE = 80;

/** `asked` is empty for who pressed a button: they have written nothing. `due` is about what comes by itself. */
const NOT_DONE: Record<Language, { asked: (asked: string) => string; due: string }> = {
  en: {
    asked: (asked) =>
      `I have not done ${asked === "" ? "what you pressed a button for" : `this: “${asked}”`}. You gave me no permission within a day. Ask me again if it still matters.`,
    due: "I have not sent you the report that you get regularly. You gave me no permission within a day. The next one comes at its usual time, once I have your permission.",
  },
  ru: {
    asked: (asked) =>
      `Я не сделал ${asked === "" ? "того, что вы просили кнопкой" : `этого: «${asked}»`}. За сутки вы не дали разрешения. Попросите ещё раз, если это ещё нужно.`,
    due: "Я не прислал отчёт, который вы получаете регулярно. За сутки вы не дали разрешения. Следующий придёт в обычное время, когда разрешение будет.",
  },
};

/** Drops what waited in vain for a person's permission, and tells them in private. */
export async function expireParkedWork(db: DatabaseHandle["db"], logger: Logger): Promise<void> {
  for (let expired = AT_ONCE; expired === AT_ONCE;) {
    expired = await db.transaction(async (tx) => {
      const rows = await takeExpiredParked(tx, AT_ONCE);
      const told = await putEffects(tx, rows.flatMap(wordsOn));
      if (told.length > 0) await wakeDeliverer(tx);
      return rows.length;
    });
    if (expired > 0) logger.info({ expired }, "what waited a day for a person's permission is dropped");
  }
}

/** A workflow has a clock and words of its own. */
function wordsOn({ id, body, portalId, botId, userId }: ParkedWork): NewEffect[] {
  if (body === null) return [];
  const asked = quoteOf(body);
  const words = NOT_DONE[chooseLanguage(asked, null, body.language)];
  const text = body.kind === "schedule.due" ? words.due : words.asked(escapeBb(asked));
  const lane = laneOf({ botId, dialog: { id: userId } });
  const effect = { kind: "chat.send" as const, dialogId: userId, text };
  return [{ key: `permission expired:${id}`, portalId, botId, conversationId: null, lane, effect }];
}

function quoteOf(event: BotEvent): string {
  const isTyped =
    event.kind === "message.added" || (event.kind === "command.called" && event.command.context === "textarea");
  const words = isTyped ? event.message.text.replaceAll(/\s+/g, " ").trim() : "";
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).trimEnd()}…` : words;
}
