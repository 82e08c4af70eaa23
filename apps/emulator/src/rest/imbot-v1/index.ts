import type { RestMethod } from "../method.ts";
import { botV1Methods } from "./bot.ts";
import { chatMemberV1Methods } from "./chat-member.ts";
import { chatV1Methods } from "./chat.ts";
import { commandV1Methods } from "./command.ts";
import { dialogV1Methods } from "./dialog.ts";
import { messageV1Methods } from "./message.ts";

/** The first bot API. */
export const imbotV1Methods: RestMethod[] = [
  ...botV1Methods,
  ...chatV1Methods,
  ...chatMemberV1Methods,
  ...messageV1Methods,
  ...commandV1Methods,
  ...dialogV1Methods,
];
