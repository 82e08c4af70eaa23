import { escapeBb } from "@botdeck/b24-client";
import type { BotEvent } from "@botdeck/core";
import {
  type DatabaseHandle,
  dialogLanguage,
  laneOf,
  type NewEffect,
  type ParkedWork,
  putEffects,
  takeExpiredParked,
  type Transaction,
  waitsInVain,
  wakeDeliverer,
} from "@botdeck/db";
import { chooseLanguage, type Language } from "@botdeck/dialog";
import type { Logger } from "@botdeck/telemetry";

/** Told of in one short transaction. */
const AT_ONCE = 100;
/** Characters of what somebody wrote, by which they know it again. */
const LONGEST_QUOTE = 80;

/** `asked` is empty for who pressed a button: they have written nothing. `due` is about what comes by itself, `flow` about a workflow. */
const NOT_DONE: Record<Language, { asked: (asked: string) => string; due: string; flow: string }> = {
  en: {
    asked: (asked) =>
      `I have not done ${asked === "" ? "what you pressed a button for" : `this: “${asked}”`}. You gave me no permission within a day. Ask me again if it still matters.`,
    due: "I have not sent you the report that you get regularly. You gave me no permission within a day. The next one comes at its usual time, once I have your permission.",
    flow: "I could not finish what I was to do with your rights. I asked for your permission two months ago and did not get it. Ask me again if it still matters.",
  },
  ru: {
    asked: (asked) =>
      `Я не сделал ${asked === "" ? "того, что вы просили кнопкой" : `этого: «${asked}»`}. За сутки вы не дали разрешения. Попросите ещё раз, если это ещё нужно.`,
    due: "Я не прислал отчёт, который вы получаете регулярно. За сутки вы не дали разрешения. Следующий придёт в обычное время, когда разрешение будет.",
    flow: "Я не смог закончить то, что должен был сделать с вашими правами. Два месяца назад я попросил разрешение и не получил его. Попросите ещё раз, если это ещё нужно.",
  },
};

/** Drops what waited in vain for a person's permission, and tells them in private. */
export async function expireParkedWork(db: DatabaseHandle["db"], logger: Logger): Promise<void> {
  for (let expired = AT_ONCE; expired === AT_ONCE;) {
    expired = await db.transaction(async (tx) => {
      const rows = await takeExpiredParked(tx, AT_ONCE);
      const words: NewEffect[] = [];
      for (const row of rows) words.push(...(row.body === null ? await wordsOnFlow(tx, row) : wordsOn(row, row.body)));
      const told = await putEffects(tx, words);
      if (told.length > 0) await wakeDeliverer(tx);
      return rows.length;
    });
    if (expired > 0) logger.info({ expired }, "what waited in vain for a person's permission is dropped");
  }
}

function wordsOn(row: ParkedWork, body: BotEvent): NewEffect[] {
  const asked = quoteOf(body);
  const words = NOT_DONE[chooseLanguage(asked, null, body.language)];
  const text = body.kind === "schedule.due" ? words.due : words.asked(escapeBb(asked));
  return [inPrivate(row, { key: row.id, text })];
}

/** One that has ended had its last word, and one that has asked again may get its answer yet. Else it is told of once. */
async function wordsOnFlow(tx: Transaction, row: ParkedWork): Promise<NewEffect[]> {
  const { botId, userId, workflowId } = row;
  if (workflowId === null || !(await waitsInVain(tx, workflowId))) return [];
  const spoken = await dialogLanguage(tx, { botId, dialogId: userId });
  return [inPrivate(row, { key: workflowId, text: NOT_DONE[chooseLanguage("", spoken, null)].flow })];
}

function inPrivate({ portalId, botId, userId }: ParkedWork, { key, text }: { key: string; text: string }): NewEffect {
  const lane = laneOf({ botId, dialog: { id: userId } });
  const effect = { kind: "chat.send" as const, dialogId: userId, text };
  return { key: `permission expired:${key}`, portalId, botId, conversationId: null, lane, effect };
}

function quoteOf(event: BotEvent): string {
  const isTyped =
    event.kind === "message.added" || (event.kind === "command.called" && event.command.context === "textarea");
  const words = isTyped ? event.message.text.replaceAll(/\s+/g, " ").trim() : "";
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).trimEnd()}…` : words;
}
