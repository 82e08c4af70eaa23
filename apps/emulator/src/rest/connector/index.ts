import type { RestMethod } from "../method.ts";
import { changeMessagesMethods } from "./change-messages.ts";
import { channelMethods } from "./channel.ts";
import { chatNameMethods } from "./chat-name.ts";
import { registrationMethods } from "./registration.ts";
import { sendMessagesMethods } from "./send-messages.ts";
import { connectorStatusMethods } from "./status.ts";

/** Channels that applications bring to the Open Lines. */
export const connectorMethods: RestMethod[] = [
  ...registrationMethods,
  ...channelMethods,
  ...sendMessagesMethods,
  ...changeMessagesMethods,
  ...connectorStatusMethods,
  ...chatNameMethods,
];
