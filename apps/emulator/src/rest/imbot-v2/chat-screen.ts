import { showTyping } from "../../chat/show-typing.ts";
import { DONE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, integer, text } from "../params.ts";
import { chatOfBot, ownBot } from "./access.ts";

const STATUS_CODE =
  /^IMBOT_AGENT_ACTION_(?:THINKING|SEARCHING|GENERATING|ANALYZING|PROCESSING|TRANSLATING|CONNECTING|CHECKING|CALCULATING|READING_DOCS|COMPOSING)$/;
const MAX_SECONDS = 600;

/** What people see of a bot beside its messages. Bitrix24 docs: chat-bots-v2/imbot.v2/ui. */
export const chatScreenMethods: RestMethod[] = [
  { name: "imbot.v2.Chat.InputAction.notify", scopes: ["imbot"], missing: "own", run: notify },
  { name: "imbot.v2.Chat.TextField.enabled", scopes: ["imbot"], missing: "own", run: enableTextField },
];

/** A code that is not known shows the usual "is typing"; a duration is kept within what the page names. */
function notify(call: Call): Answer {
  const bot = ownBot(call);
  const chat = chatOfBot(call, bot);
  const code = text(call.params, "statusMessageCode");
  const durationSeconds = Math.min(Math.max(integer(call.params, "duration") ?? 0, 0), MAX_SECONDS);
  showTyping(call.portal, chat, bot.id, { statusCode: STATUS_CODE.test(code) ? code : null, durationSeconds });
  return DONE;
}

function enableTextField(call: Call): Answer {
  const chat = chatOfBot(call, ownBot(call));
  chat.isTextFieldEnabled = flag(call.params, "enabled", true);
  call.portal.live.publish({ type: "dialog", chat });
  return DONE;
}
