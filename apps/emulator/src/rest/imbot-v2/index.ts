import type { RestMethod } from "../method.ts";
import { botMethods } from "./bot.ts";
import { chatMemberMethods } from "./chat-member.ts";
import { chatScreenMethods } from "./chat-screen.ts";
import { chatMethods } from "./chat.ts";
import { commandMethods } from "./command.ts";
import { contextMethods } from "./context.ts";
import { eventFetchMethods } from "./event.ts";
import { fileMethods } from "./file.ts";
import { messageReadMethods } from "./message-read.ts";
import { messageMethods } from "./message.ts";
import { reactionMethods } from "./reaction.ts";

/** The second bot API. */
export const imbotV2Methods: RestMethod[] = [
  ...botMethods,
  ...chatMethods,
  ...chatMemberMethods,
  ...chatScreenMethods,
  ...messageMethods,
  ...messageReadMethods,
  ...reactionMethods,
  ...commandMethods,
  ...contextMethods,
  ...eventFetchMethods,
  ...fileMethods,
];
