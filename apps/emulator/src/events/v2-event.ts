import type { Portal } from "../portal.ts";
import { dialogIdFor, personById } from "../chat/find.ts";
import type { Bot } from "../state/model.ts";
import { chatView } from "../wire/v2-chat.ts";
import { messageView } from "../wire/v2-message.ts";
import { userView } from "../wire/v2-user.ts";
import type { Notice } from "./notice.ts";

export const V2_EVENT_NAMES = {
  join: "ONIMBOTV2JOINCHAT",
  "message.add": "ONIMBOTV2MESSAGEADD",
  "message.update": "ONIMBOTV2MESSAGEUPDATE",
  "message.delete": "ONIMBOTV2MESSAGEDELETE",
  command: "ONIMBOTV2COMMANDADD",
  reaction: "ONIMBOTV2REACTIONCHANGE",
  context: "ONIMBOTV2CONTEXTGET",
  delete: "ONIMBOTV2DELETE",
} satisfies Record<Notice["kind"], string>;

/**
 * The `data` of a v2 event without its `bot`, with JSON types; the form encoding turns them into text.
 *
 * Bitrix24 docs: chat-bots-v2/imbot.v2/events/events.
 */
export function v2EventData(portal: Portal, bot: Pick<Bot, "id">, notice: Notice): Record<string, unknown> {
  if (notice.kind === "delete") return {};
  const actor = personById(portal.state, notice.actorId);
  const place = {
    chat: chatView(portal.state, notice.chat, bot.id),
    user: userView(portal.state, actor),
    language: actor.language,
  };
  switch (notice.kind) {
    case "join":
      return { dialogId: dialogIdFor(notice.chat, bot.id), ...place };
    case "context":
      return { dialogId: dialogIdFor(notice.chat, bot.id), context: notice.context, ...place };
    case "reaction": {
      const { reaction, action, message } = notice;
      return { reaction, action, message: messageView(portal.state, message), ...place };
    }
    case "message.delete":
      return { messageId: notice.message.id, ...place };
    case "message.add":
    case "message.update":
      return { message: messageView(portal.state, notice.message), ...place };
    case "command": {
      const { command, params, context } = notice;
      const called = { id: command.id, command: `/${command.name}`, params, context };
      return { command: called, message: messageView(portal.state, notice.message), ...place };
    }
  }
}
