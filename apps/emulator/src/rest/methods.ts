import { appMethods } from "./app/index.ts";
import { calendarMethods } from "./calendar/index.ts";
import { catalogMethods } from "./catalog/index.ts";
import { connectorMethods } from "./connector/index.ts";
import { crmMethods } from "./crm/index.ts";
import { diskMethods } from "./disk/index.ts";
import { listsMethods } from "./lists/index.ts";
import { messengerMethods } from "./messenger/index.ts";
import { peopleMethods } from "./people/index.ts";
import { saleMethods } from "./sale/index.ts";
import { telephonyMethods } from "./telephony/index.ts";
import { eventMethods } from "./event.ts";
import { imMethods } from "./im.ts";
import { botV1Methods } from "./imbot-v1/bot.ts";
import { commandV1Methods } from "./imbot-v1/command.ts";
import { messageV1Methods } from "./imbot-v1/message.ts";
import { botMethods } from "./imbot-v2/bot.ts";
import { chatMethods } from "./imbot-v2/chat.ts";
import { commandMethods } from "./imbot-v2/command.ts";
import { eventFetchMethods } from "./imbot-v2/event.ts";
import { fileMethods } from "./imbot-v2/file.ts";
import { messageMethods } from "./imbot-v2/message.ts";
import { messageReadMethods } from "./imbot-v2/message-read.ts";
import type { RestMethod } from "./method.ts";
import { botSessionMethods } from "./open-line/bot-session.ts";
import { openLineConfigMethods } from "./open-line/config.ts";
import { openLineDialogMethods } from "./open-line/dialog.ts";
import { openLineHistoryMethods } from "./open-line/history.ts";
import { systemMethods } from "./system.ts";
import { taskMethods } from "./task/index.ts";

/** Every method the portal answers, except `batch`, which runs the others. */
export const METHODS: readonly RestMethod[] = [
  ...systemMethods,
  ...eventMethods,
  ...botMethods,
  ...chatMethods,
  ...messageMethods,
  ...messageReadMethods,
  ...commandMethods,
  ...eventFetchMethods,
  ...fileMethods,
  ...botV1Methods,
  ...messageV1Methods,
  ...commandV1Methods,
  ...botSessionMethods,
  ...openLineDialogMethods,
  ...openLineHistoryMethods,
  ...openLineConfigMethods,
  ...imMethods,
  ...taskMethods,
  ...crmMethods,
  ...calendarMethods,
  ...listsMethods,
  ...peopleMethods,
  ...diskMethods,
  ...catalogMethods,
  ...saleMethods,
  ...telephonyMethods,
  ...connectorMethods,
  ...messengerMethods,
  ...appMethods,
];
