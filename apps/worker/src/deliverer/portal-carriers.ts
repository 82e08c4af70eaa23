import { type CallOptions, handOver, listDialogMessages, sendMessage } from "@botdeck/b24-client";
import { createTaskOnce, findTask } from "@botdeck/crm";
import { AppError } from "@botdeck/core";
import {
  attributedMessageIds,
  type Bot,
  type DatabaseHandle,
  findConversation,
  type OutboxEffect,
  type Portals,
} from "@botdeck/db";
import type { PortalClients } from "@botdeck/portal-clients";

import type { Carrier, Carriers } from "./carrier.ts";

type Deps = { db: DatabaseHandle["db"]; portals: Portals; clients: PortalClients };

/** An effect holds a lease while it is carried, so a long wait for the portal's budget is given back rather than held. */
const IN_TIME: CallOptions = { maxWaitMs: 2_000 };

/** The portal's clock and ours may differ by this much, in milliseconds. */
const CLOCK_SKEW_MS = 60_000;

/** Carriers of everything that is a REST call to the effect's portal. */
export function createPortalCarriers(deps: Deps): Carriers {
  return {
    "chat.send": chatSend(deps),
    "chat.hand_over": chatHandOver(deps),
    "task.create": taskCreate(deps),
  };
}

function chatSend({ db, portals, clients }: Deps): Carrier<"chat.send"> {
  return {
    async carry(effect, row) {
      const { credentials } = await speaker(portals, row);
      const client = await clients.forPortal(row.portalId);
      const { dialogId, text, buttons, forOperators } = effect;
      const message = { ...credentials, dialogId, text, buttons, forOperators };
      const { messageId } = await sendMessage(client, message, IN_TIME);
      return messageId;
    },

    /** Reads the dialog back: a message of this bot with this text, not older than the attempt and not another effect's. */
    async look(effect, row) {
      const { credentials } = await speaker(portals, row);
      const client = await clients.forPortal(row.portalId);
      const since = new Date((row.startedAt ?? row.createdAt).getTime() - CLOCK_SKEW_MS);
      const conversation = row.conversationId === null ? null : await findConversation(db, row.conversationId);
      const openLineChatId = conversation?.dialogType === "open_line" ? conversation.chatId : null;
      const dialog = { dialogId: effect.dialogId, openLineChatId };
      const messages = await readable(() => listDialogMessages(client, dialog, IN_TIME));
      if (messages === null) return { kind: "unreadable" };
      const taken = await attributedMessageIds(db, row.lane);
      const mine = messages.find(
        (message) =>
          message.authorId === credentials.botId &&
          message.text.trim() === effect.text.trim() &&
          (message.at === null || message.at >= since) &&
          !taken.has(message.id),
      );
      return mine ? { kind: "found", externalId: mine.id } : { kind: "absent" };
    },
  };
}

function chatHandOver({ portals, clients }: Deps): Carrier<"chat.hand_over"> {
  return {
    async carry(effect, row) {
      const { credentials } = await speaker(portals, row);
      const client = await clients.forPortal(row.portalId);
      await handOver(client, { ...credentials, chatId: effect.chatId }, IN_TIME);
      return null;
    },
    // A dialog that a person has already stays theirs.
    look: async () => ({ kind: "repeatable" }),
  };
}

function taskCreate({ clients }: Deps): Carrier<"task.create"> {
  return {
    async carry(effect, row) {
      const { kind: _kind, ...task } = effect;
      return createTaskOnce(await clients.forPortal(row.portalId), task, IN_TIME);
    },
    async look(effect, row) {
      const client = await clients.forPortal(row.portalId);
      const taskId = await findTask(client, effect.originId, IN_TIME);
      return taskId === null ? { kind: "absent" } : { kind: "found", externalId: taskId };
    },
  };
}

async function speaker(portals: Portals, row: OutboxEffect): Promise<{ bot: Bot; credentials: Credentials }> {
  const bot = await portals.botById(row.botId);
  if (!bot || bot.bitrixBotId === null) {
    throw new AppError("not_found", "The bot is not registered on its portal any more", {
      context: { botId: row.botId },
    });
  }
  const botToken = portals.botToken(bot);
  return { bot, credentials: { botId: bot.bitrixBotId, ...(botToken !== null && { botToken }) } };
}

type Credentials = { botId: string; botToken?: string };

/** Null when the portal will not let us read, which is an answer of its own. */
async function readable<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    const isRefused = error instanceof AppError && ["forbidden", "rejected", "not_found"].includes(error.code);
    if (isRefused) return null;
    throw error;
  }
}
