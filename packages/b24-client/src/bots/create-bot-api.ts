import type { B24Client } from "../client.ts";
import type { BotApiVersion } from "../formats/message-limits.ts";
import type { BotApi } from "./bot-api.ts";
import { createBotVerbs as botsV1 } from "./v1/bots.ts";
import { createChatVerbs as chatsV1 } from "./v1/chats.ts";
import { createEventVerbs as eventsV1 } from "./v1/events.ts";
import { createMessageVerbs as messagesV1 } from "./v1/messages.ts";
import { createBotVerbs as botsV2 } from "./v2/bots.ts";
import { createChatVerbs as chatsV2 } from "./v2/chats.ts";
import { createEventVerbs as eventsV2 } from "./v2/events.ts";
import { createMessageVerbs as messagesV2 } from "./v2/messages.ts";

/**
 * The bots of one portal by a version that is known, such as the one a bot was registered with: its events come in that
 * version's form for ever, so it keeps to it. For a new bot ask `detectBotApi`.
 */
export function createBotApi(client: B24Client, version: BotApiVersion): BotApi {
  return version === "v2"
    ? { version, ...botsV2(client), ...messagesV2(client), ...chatsV2(client), ...eventsV2(client) }
    : { version, ...botsV1(client), ...messagesV1(client), ...chatsV1(client), ...eventsV1(client) };
}
