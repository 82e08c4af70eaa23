import { postMessage } from "../../chat/post-message.ts";
import type { Portal } from "../../portal.ts";
import type { Bot, Chat, Message } from "../../state/model.ts";
import type { Call } from "../method.ts";
import { integer, record } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";

/** Bitrix24 docs: chat-message-send, forwardIds. */
const MAX_FORWARDED = 100;

type Forwarded = { uuid: string; original: Message };

/** The messages that `forwardIds` names, by the caller's uuids. @throws RestError for one of a chat the bot is not in. */
export function readForwarded({ portal }: Call, bot: Bot, fields: Params): Forwarded[] {
  const ids = record(fields, "forwardIds");
  if (Object.keys(ids).length > MAX_FORWARDED) throw badRequest("SENDING_FAILED", "Sending failed");
  return Object.keys(ids).map((uuid) => {
    const original = portal.state.messages.get(integer(ids, uuid) ?? 0);
    if (original === undefined || original.isDeleted) throw badRequest("SENDING_FAILED", "Sending failed");
    const isMember = portal.state.chats.get(original.chatId)?.memberIds.includes(bot.id) === true;
    if (!isMember) throw forbidden("ACCESS_DENIED", "Access denied");
    return { uuid, original };
  });
}

/** Copies messages into a chat; a copy of a copy names the first one. */
export function forwardMessages(
  portal: Portal,
  chat: Chat,
  authorId: number,
  forwarded: Forwarded[],
): { uuid: string; id: number }[] {
  return forwarded.map(({ uuid, original }) => {
    const { text, attach, fileIds } = original;
    const forwardOfId = original.forwardOfId ?? original.id;
    const { id } = postMessage(portal, chat, { authorId, text, attach, fileIds, forwardOfId });
    return { uuid, id };
  });
}
