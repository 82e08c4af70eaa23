import { createPortalFactsCache } from "@botdeck/crm";

import type { Carriers } from "./carrier.ts";
import { chatEdit } from "./carriers/chat-edit.ts";
import { chatLeave } from "./carriers/chat-leave.ts";
import { chatSend } from "./carriers/chat-send.ts";
import { crmRecord } from "./carriers/crm-record.ts";
import { chatHandOver, chatTransfer } from "./carriers/hand-overs.ts";
import type { PortalDeps } from "./carriers/portal-deps.ts";
import { taskComment } from "./carriers/task-comment.ts";
import { taskCreate } from "./carriers/task-create.ts";

/** Carriers of everything that is a REST call to the effect's portal. */
export function createPortalCarriers(given: Omit<PortalDeps, "facts">): Carriers {
  const deps = { ...given, facts: createPortalFactsCache() };
  return {
    "chat.send": chatSend(deps),
    "chat.edit": chatEdit(deps),
    "chat.leave": chatLeave(deps),
    "chat.hand_over": chatHandOver(deps),
    "chat.transfer": chatTransfer(deps),
    "task.create": taskCreate(deps),
    "task.comment": taskComment(deps),
    "crm.record": crmRecord(deps),
  };
}
