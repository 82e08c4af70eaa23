import {
  type B24Client,
  type CallOptions,
  createBotApi,
  escapeBb,
  handOver,
  listDialogMessages,
} from "@botdeck/b24-client";
import { createTaskOnce, findTask } from "@botdeck/crm";
import { AppError, type Effect, EFFECT_LANE } from "@botdeck/core";
import {
  attributedMessageIds,
  BUDGET_WAIT_MS,
  type Bot,
  type DatabaseHandle,
  findConversation,
  type OutboxEffect,
  type Portals,
} from "@botdeck/db";
import type { PortalClients } from "@botdeck/portal-clients";

import type { KnownRows } from "../known-rows.ts";
import type { Carrier, Carriers } from "./carrier.ts";
import { markRepeated } from "./mark-repeated.ts";

type Deps = {
  db: DatabaseHandle["db"];
  known: Pick<KnownRows, "portalById" | "botById">;
  portals: Pick<Portals, "botToken">;
  clients: PortalClients;
};

/** All calls of one delivery together end with its lease: else another process would take it over while this one is at it. */
const inTime = (kind: "chat.send" | "chat.hand_over" | "task.create", signal: AbortSignal): CallOptions => ({
  lane: EFFECT_LANE[kind],
  maxWaitMs: BUDGET_WAIT_MS,
  signal,
});

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

function chatSend(deps: Deps): Carrier<"chat.send"> {
  const { db } = deps;
  return {
    async carry(effect, row, signal) {
      const [client, { bot, credentials }] = await Promise.all([reach(row, deps), speaker(deps, row)]);
      const { dialogId, buttons, forOperators } = effect;
      const text = row.resends === 0 ? asPosted(effect) : await asRepeated(effect, row, db);
      const message = { ...credentials, dialogId, text, buttons, forOperators };
      const { messageId } = await createBotApi(client, bot.api).sendMessage(message, inTime("chat.send", signal));
      return messageId;
    },

    /** Reads the dialog back: a message of this bot with this text, not older than the attempt and not another effect's. */
    async look(effect, row, signal) {
      const [client, { credentials }] = await Promise.all([reach(row, deps), speaker(deps, row)]);
      const since = new Date((row.startedAt ?? row.createdAt).getTime() - CLOCK_SKEW_MS);
      const conversation = row.conversationId === null ? null : await findConversation(db, row.conversationId);
      const openLineChatId = conversation?.dialogType === "open_line" ? conversation.chatId : null;
      const dialog = { dialogId: effect.dialogId, openLineChatId };
      const messages = await readable(() => listDialogMessages(client, dialog, inTime("chat.send", signal)));
      if (messages === null) return { kind: "unreadable" };
      const taken = conversation === null ? new Set<string>() : await attributedMessageIds(db, conversation.id);
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

function chatHandOver(deps: Deps): Carrier<"chat.hand_over"> {
  return {
    async carry(effect, row, signal) {
      const [client, { credentials }] = await Promise.all([reach(row, deps), speaker(deps, row)]);
      await handOver(client, { ...credentials, chatId: effect.chatId }, inTime("chat.hand_over", signal));
      return null;
    },
    // A dialog that a person has already stays theirs.
    look: async () => ({ kind: "repeatable" }),
  };
}

function taskCreate(deps: Deps): Carrier<"task.create"> {
  return {
    async carry(effect, row, signal) {
      const { kind: _kind, ...task } = effect;
      return createTaskOnce(await reach(row, deps), task, inTime("task.create", signal));
    },
    async look(effect, row, signal) {
      const client = await reach(row, deps);
      const taskId = await findTask(client, effect.originId, inTime("task.create", signal));
      return taskId === null ? { kind: "absent" } : { kind: "found", externalId: taskId };
    },
  };
}

/** A note for operators quotes what the client wrote, which must not speak BB code in the bot's name. */
function asPosted({ text, forOperators }: { text: string; forOperators?: boolean | undefined }): string {
  return forOperators === true ? escapeBb(text) : text;
}

async function asRepeated(effect: Effect & { kind: "chat.send" }, row: OutboxEffect, db: Deps["db"]): Promise<string> {
  const conversation = row.conversationId === null ? null : await findConversation(db, row.conversationId);
  return markRepeated(asPosted(effect), conversation?.language ?? null);
}

/**
 * @throws AppError `unauthorized` for a portal that removed the app: what waits for it is kept, and leaves when the app is
 * installed again.
 */
async function reach({ portalId }: OutboxEffect, { known, clients }: Deps): Promise<B24Client> {
  const portal = await known.portalById(portalId);
  const context = { portalId };
  if (!portal) throw new AppError("not_found", "The portal is not connected any more", { context });
  if (portal.state === "removed") {
    const message = `${portal.domain} has removed the app: this waits until it is installed there again`;
    throw new AppError("unauthorized", message, { context });
  }
  return clients.for(portal);
}

async function speaker({ portals, known }: Deps, row: OutboxEffect): Promise<{ bot: Bot; credentials: Credentials }> {
  const bot = await known.botById(row.botId);
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
