import { privateChatOf } from "../../chat/chats.ts";
import { canSee } from "../../chat/can-see.ts";
import { notifyBotOfContext } from "../../events/notify-bots.ts";
import type { Bot, Chat } from "../../state/model.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { missingParameter } from "../check-params.ts";
import { text } from "../params.ts";
import { forbidden } from "../rest-error.ts";

/** What the messenger calls when a link with `BOT_CONTEXT` was opened. Bitrix24 docs: imbot.v2/bot-context. */
export const contextMethods: RestMethod[] = [
  { name: "im.v2.Chat.Bot.sendContext", scopes: ["im"], missing: "own", run: sendContext },
];

/** `dialogId` names a bot, whose dialog is opened, or a group; then every bot of it learns the context. */
function sendContext(call: Call): Answer {
  const { portal, params, caller } = call;
  const dialogId = text(params, "dialogId");
  if (dialogId === "") throw missingParameter("dialogId");
  if (params["context"] === undefined) throw missingParameter("context");
  const { chat, bots } = readDialog(call, dialogId);
  for (const bot of bots) notifyBotOfContext(portal, bot, chat, caller.user.id, params["context"]);
  return TRUE;
}

function readDialog({ portal, caller }: Call, dialogId: string): { chat: Chat; bots: Bot[] } {
  const { bots, chats } = portal.state;
  const bot = bots.get(Number(dialogId));
  if (bot !== undefined) return { chat: privateChatOf(portal, caller.user.id, bot.id), bots: [bot] };
  const chat = chats.get(Number(/^chat(\d+)$/.exec(dialogId)?.[1]));
  if (chat === undefined || !canSee(caller.user, chat)) throw forbidden("ACCESS_DENIED", "Access denied");
  return { chat, bots: chat.memberIds.flatMap((id) => bots.get(id) ?? []) };
}
