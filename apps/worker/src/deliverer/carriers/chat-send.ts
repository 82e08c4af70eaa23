import { attachOfCard, createBotApi, escapeBb, listDialogMessages } from "@botdeck/b24-client";
import { AppError, type Effect } from "@botdeck/core";
import { attributedMessageIds, findConversation, type OutboxEffect } from "@botdeck/db";

import type { Carrier } from "../carrier.ts";
import { markRepeated } from "../mark-repeated.ts";
import { inTime, type PortalDeps, reach, speaker } from "./portal-deps.ts";
import { reachAs } from "./reach-as.ts";

const REFUSALS = ["forbidden", "rejected", "not_found"];
/** A person whose permission we lack is not asked for it only to look. */
const REFUSALS_OF_PERSON = [...REFUSALS, "unauthorized", "unsupported"];
/** The portal's clock and ours may differ by this much, in milliseconds. */
const CLOCK_SKEW_MS = 60_000;

/** What a bot says, and what it tells when nobody waits for it: the same message, each in its own lane. */
type SaidKind = "chat.send" | "chat.notify";

export function chatSend(kind: SaidKind, deps: PortalDeps): Carrier<"chat.send"> & Carrier<"chat.notify"> {
  const { db } = deps;
  return {
    async carry(effect, row, signal) {
      const [client, { bot, credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
      const { dialogId, buttons, card } = effect;
      const forOperators = isForOperators(effect) ? true : undefined;
      const text = row.resends === 0 ? asPosted(effect) : await asRepeated(effect, row, db);
      const attach = card === undefined ? undefined : attachOfCard(card);
      const message = { ...credentials, dialogId, text, buttons, attach, forOperators };
      const { messageId } = await createBotApi(client, bot.api).sendMessage(message, inTime(kind, signal));
      return messageId;
    },

    /** Reads the dialog back: a message of this bot with this text, not older than the attempt and not another effect's. */
    async look(effect, row, signal) {
      const { bot, credentials } = await speaker(row, deps);
      const since = new Date((row.startedAt ?? row.createdAt).getTime() - CLOCK_SKEW_MS);
      const conversation = row.conversationId === null ? null : await findConversation(db, row.conversationId);
      const openLineChatId = conversation?.dialogType === "open_line" ? conversation.chatId : null;
      // A private dialog is named by its person: for them it is the one with the bot, for anybody else one of their own.
      const isPrivate = conversation === null ? /^\d+$/.test(effect.dialogId) : conversation.dialogType === "private";
      const dialogId = isPrivate ? (bot.bitrixBotId ?? "") : effect.dialogId;
      const messages = await readable(isPrivate ? REFUSALS_OF_PERSON : REFUSALS, async () => {
        const client = await reachAs(row, isPrivate ? effect.dialogId : null, deps);
        return await listDialogMessages(client, { dialogId, openLineChatId }, inTime(kind, signal));
      });
      if (messages === null) return { kind: "unreadable" };
      const { botId, conversationId } = row;
      const taken = await attributedMessageIds(db, { botId, dialogId: effect.dialogId, conversationId });
      const texts = [asPosted(effect), markRepeated(asPosted(effect), conversation?.language ?? null)].map((text) =>
        text.trim(),
      );
      const mine = messages.find(
        (message) =>
          message.authorId === credentials.botId &&
          texts.includes(message.text.trim()) &&
          (message.at === null || message.at >= since) &&
          !taken.has(message.id),
      );
      return mine ? { kind: "found", externalId: mine.id } : { kind: "absent" };
    },
  };
}

type Said = Extract<Effect, { kind: SaidKind }>;

const isForOperators = (effect: Said): boolean => effect.kind === "chat.send" && effect.forOperators === true;

/** A note for operators quotes what the client wrote, which must not speak BB code in the bot's name. */
const asPosted = (effect: Said): string => (isForOperators(effect) ? escapeBb(effect.text) : effect.text);

async function asRepeated(effect: Said, row: OutboxEffect, db: PortalDeps["db"]): Promise<string> {
  const conversation = row.conversationId === null ? null : await findConversation(db, row.conversationId);
  return markRepeated(asPosted(effect), conversation?.language ?? null);
}

/** Null when the portal, or whoever alone could read it, will not let us: that is an answer of its own. */
async function readable<Value>(refusals: readonly string[], read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && refusals.includes(error.code)) return null;
    throw error;
  }
}
