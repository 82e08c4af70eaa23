import { attachOfCard, createBotApi } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";
import { effectByKey, type OutboxEffect } from "@botdeck/db";

import type { Carrier } from "../carrier.ts";
import { inTime, type PortalDeps, reach, speaker } from "./portal-deps.ts";

/** The first message may be in doubt for half a minute, in milliseconds. */
const FIRST_MESSAGE_RETRY_MS = 2_000;

/** Makes another message of one that was sent before. Doing it again leaves it as it is. */
export function chatEdit(deps: PortalDeps): Carrier<"chat.edit"> {
  return {
    async carry({ key, dialogId, text, buttons, card }, row, signal) {
      const messageId = await messageOf({ key, dialogId }, row, deps);
      const [client, { bot, credentials }] = await Promise.all([reach(row, deps), speaker(row, deps)]);
      const change = {
        ...credentials,
        messageId,
        text,
        buttons: buttons ?? null,
        ...(card && { attach: attachOfCard(card) }),
      };
      await createBotApi(client, bot.api).updateMessage(change, inTime("chat.edit", signal));
      return messageId;
    },

    look: async () => ({ kind: "repeatable" }),
  };
}

/**
 * @throws AppError `unreachable` while the message is on its way, `not_found` for one that never came to be, or is of another dialog.
 */
async function messageOf(
  { key, dialogId }: { key: string; dialogId: string },
  { portalId, botId }: OutboxEffect,
  { db }: PortalDeps,
): Promise<string> {
  const found = await effectByKey(db, key);
  // The key may come from a command that somebody typed: what this bot said elsewhere, or another one, is not theirs to change.
  const isTheirs = found?.portalId === portalId && found.botId === botId;
  const sent = isTheirs && "dialogId" in found.body && found.body.dialogId === dialogId ? found : null;
  if (sent?.externalId != null) return sent.externalId;
  const isComing = sent !== null && ["ready", "sending", "uncertain"].includes(sent.status);
  if (isComing) {
    const message = "The message that is to be changed is not there yet";
    throw new AppError("unreachable", message, { retryAfterMs: FIRST_MESSAGE_RETRY_MS });
  }
  throw new AppError("not_found", "The message that is to be changed was never sent, or is forgotten by now");
}
