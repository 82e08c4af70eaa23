import { showTyping } from "../../chat/show-typing.ts";
import { chatDetails } from "../../wire/v2-chat.ts";
import { DONE } from "../method.ts";
import type { RestMethod } from "../method.ts";
import { integer, text } from "../params.ts";
import { chatOfBot, ownBot } from "./access.ts";

/** Bitrix24 docs: chat-bots-v2/imbot.v2/chats. */
export const chatMethods: RestMethod[] = [
  {
    name: "imbot.v2.Chat.get",
    missing: "own",
    scopes: ["imbot"],
    run(call) {
      const bot = ownBot(call);
      return { result: { chat: chatDetails(call.portal.state, chatOfBot(call, bot), bot.id) } };
    },
  },
  {
    name: "imbot.v2.Chat.InputAction.notify",
    missing: "own",
    scopes: ["imbot"],
    run(call) {
      const bot = ownBot(call);
      showTyping(call.portal, chatOfBot(call, bot), bot.id, {
        statusCode: text(call.params, "statusMessageCode") || null,
        durationSeconds: integer(call.params, "duration") ?? 0,
      });
      return DONE;
    },
  },
];
