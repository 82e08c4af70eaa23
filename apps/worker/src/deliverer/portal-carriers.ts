import { createCallWayCache, createPortalFactsCache, createSaleWordsCache } from "@botdeck/crm";

import type { Carriers } from "./carrier.ts";
import { activityAdd } from "./carriers/activity-add.ts";
import { callStart } from "./carriers/call-start.ts";
import { chatCreate } from "./carriers/chat-create.ts";
import { chatEdit } from "./carriers/chat-edit.ts";
import { chatFile } from "./carriers/chat-file.ts";
import { chatLeave } from "./carriers/chat-leave.ts";
import { chatNotify } from "./carriers/chat-notify.ts";
import { chatSayAs } from "./carriers/chat-say-as.ts";
import { chatSend } from "./carriers/chat-send.ts";
import { crmRecord } from "./carriers/crm-record.ts";
import { chatFinish, chatHandOver, chatTransfer } from "./carriers/hand-overs.ts";
import type { PortalDeps } from "./carriers/portal-deps.ts";
import { createPeopleByDefault } from "../notifications/people-by-default.ts";
import { createDirectories } from "../services/directories.ts";
import { createOwnerOf } from "../services/owner-of.ts";
import { recordAssign } from "./carriers/record-assign.ts";
import { recordRead } from "./carriers/record-read.ts";
import { taskChange } from "./carriers/task-change.ts";
import { taskComment } from "./carriers/task-comment.ts";
import { taskCreate } from "./carriers/task-create.ts";

/**
 * Carriers of everything that is a REST call to the effect's portal.
 *
 * @param given.callWays Shared with who asks portals for their telephony in the same process; one of its own unless given.
 */
export function createPortalCarriers(
  given: Omit<PortalDeps, "facts" | "callWays" | "saleWords" | "directoryOf" | "peopleByDefault"> &
    Partial<Pick<PortalDeps, "callWays">>,
): Carriers {
  const { callWays = createCallWayCache(), clients, rules } = given;
  const ownerOf = createOwnerOf((portalId) => clients.forPortal(portalId));
  const deps: PortalDeps = {
    ...given,
    facts: createPortalFactsCache(),
    saleWords: createSaleWordsCache(),
    directoryOf: createDirectories(clients),
    peopleByDefault: createPeopleByDefault({ rules, ownerOf }),
    callWays,
  };
  return {
    "chat.send": chatSend("chat.send", deps),
    "chat.say_as": chatSayAs(deps),
    "chat.finish": chatFinish(deps),
    "chat.notify": chatNotify(deps),
    "chat.create": chatCreate(deps),
    "chat.edit": chatEdit(deps),
    "chat.file": chatFile(deps),
    "chat.leave": chatLeave(deps),
    "chat.hand_over": chatHandOver(deps),
    "chat.transfer": chatTransfer(deps),
    "task.create": taskCreate(deps),
    "task.comment": taskComment(deps),
    "task.change": taskChange(deps),
    "activity.add": activityAdd(deps),
    "call.start": callStart(deps),
    "crm.record": crmRecord(deps),
    "record.read": recordRead(deps),
    "record.assign": recordAssign(deps),
  };
}
