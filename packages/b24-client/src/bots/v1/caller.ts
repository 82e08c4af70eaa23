import { AppError } from "@botdeck/core";

import { unsupported } from "../unsupported.ts";
import type { BotCaller } from "../bot-caller.ts";

/** Who calls, in v1's words. A webhook proves its right to the bot by CLIENT_ID. */
export function callerOf({ botId, botToken }: BotCaller): { BOT_ID: string; CLIENT_ID?: string } {
  return { BOT_ID: botId, ...clientOf(botToken) };
}

export function clientOf(botToken: string | undefined): { CLIENT_ID?: string } {
  return botToken === undefined ? {} : { CLIENT_ID: botToken };
}

/** v1 names chats by number. @throws AppError `invalid` for a private dialog, which is no chat. */
export function chatIdOf(dialogId: string): string {
  const chatId = /^chat(\d+)$/.exec(dialogId)?.[1];
  if (chatId === undefined) throw new AppError("invalid", `The dialog ${dialogId} is private and not a chat`);
  return chatId;
}

export const yesNo = (value: boolean): "Y" | "N" => (value ? "Y" : "N");

/** `lightBlue` is LIGHT_BLUE here. */
export const colorOf = (color: string): string => color.replaceAll(/[A-Z]/g, "_$&").toUpperCase();

export const cannot = (what: string, instead: string) => unsupported("v1", what, instead);
/** What a portal with the second version can. */
export const UPDATE_PORTAL = "update the portal's modules im and imbot";
