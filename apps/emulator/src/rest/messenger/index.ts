import type { RestMethod } from "../method.ts";
import { chatUserMethods } from "./chat-users.ts";
import { chatMethods } from "./chat.ts";
import { counterMethods } from "./counters.ts";
import { departmentMethods } from "./department.ts";
import { dialogMessageMethods } from "./dialog-messages.ts";
import { dialogMethods } from "./dialog.ts";
import { imDiskMethods } from "./disk.ts";
import { messageActionMethods } from "./message-share.ts";
import { messageMethods } from "./message.ts";
import { notifyListMethods } from "./notify-list.ts";
import { notifyMarkMethods } from "./notify-mark.ts";
import { notifyMethods } from "./notify.ts";
import { recentMethods } from "./recent.ts";
import { revisionMethods } from "./revision.ts";
import { searchLastMethods } from "./search-last.ts";
import { searchMethods } from "./search.ts";
import { userMethods } from "./user.ts";
import { v2EventMethods } from "./v2-event.ts";
import { v2FileMethods } from "./v2-file.ts";

/** The messenger as the calling user has it. Bitrix24 docs: api-reference/chats. */
export const messengerMethods: RestMethod[] = [
  ...chatMethods,
  ...chatUserMethods,
  ...dialogMethods,
  ...dialogMessageMethods,
  ...messageMethods,
  ...messageActionMethods,
  ...notifyMethods,
  ...notifyListMethods,
  ...notifyMarkMethods,
  ...recentMethods,
  ...searchMethods,
  ...searchLastMethods,
  ...counterMethods,
  ...departmentMethods,
  ...userMethods,
  ...imDiskMethods,
  ...v2EventMethods,
  ...v2FileMethods,
  ...revisionMethods,
];
