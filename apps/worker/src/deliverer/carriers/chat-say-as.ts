import { answerSessionAs, listDialogMessages, sayAs } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { attributedMessageIds } from "@botdeck/db";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps } from "./portal-deps.ts";
import { reachAs } from "./reach-as.ts";
import { sinceAttempt } from "./since-attempt.ts";

const REFUSALS = ["forbidden", "rejected", "not_found"];

/** What an operator writes from the console, as themselves: they take the dialog where it is not theirs yet, then write. */
export function chatSayAs(deps: PortalDeps): Carrier<"chat.say_as"> {
  return {
    async carry({ dialogId, chatId, text, takes, byId }, row, signal) {
      const client = await reachAs(row, byId, deps);
      const options = inTime("chat.say_as", signal);
      if (takes) await answerSessionAs(client, chatId, options);
      return await sayAs(client, { dialogId, text }, options);
    },

    /** Reads the dialog back: a message of this person with this text, not older than the attempt and not another effect's. */
    async look({ dialogId, chatId, text, byId }, row, signal) {
      const client = await reachAs(row, byId, deps);
      const { botId, conversationId } = row;
      const [messages, taken] = await Promise.all([
        listDialogMessages(client, { dialogId, openLineChatId: chatId }, inTime("chat.say_as", signal)).catch(unread),
        attributedMessageIds(deps.db, { botId, dialogId, conversationId }),
      ]);
      if (messages === null) return { kind: "unreadable" };
      const since = sinceAttempt(row);
      const mine = messages.find(
        (message) =>
          message.authorId === byId &&
          message.text.trim() === text.trim() &&
          (message.at === null || message.at >= since) &&
          !taken.has(message.id),
      );
      return mine ? { kind: "found", externalId: mine.id } : { kind: "absent" };
    },
  };
}

/** Null when the portal will not let them read: that is an answer of its own. */
function unread(error: unknown): null {
  if (error instanceof AppError && REFUSALS.includes(error.code)) return null;
  throw error;
}
