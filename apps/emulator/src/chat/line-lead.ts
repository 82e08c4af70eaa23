import { addRecord } from "../crm/add-record.ts";
import { LEAD } from "../crm/entity-kind.ts";
import { changedMultiFields } from "../crm/multi-fields.ts";
import { profileOf } from "../people/profiles.ts";
import type { Portal } from "../portal.ts";
import type { CrmRecord } from "../state/crm.ts";
import type { Chat } from "../state/model.ts";
import { messengerAddressOf } from "./crm-bindings.ts";
import { personById } from "./find.ts";

/** Where leads of the Open Lines come from, in the portal's dictionary of sources. */
const SOURCE = "WEB";

/** Makes a lead out of a client's dialog and binds the two. A phone that the line knows of the client goes into it. */
export function addLeadOf(portal: Portal, chat: Chat, userId: number): CrmRecord {
  const client = personById(portal.state, chat.ownerId);
  const messenger = { id: null, typeId: "IM", valueType: "OPENLINE", value: messengerAddressOf(chat) } as const;
  const { personalMobile } = profileOf(portal.state, client);
  const phone = { id: null, typeId: "PHONE", valueType: "MOBILE", value: personalMobile } as const;
  const change = {
    title: chat.title,
    name: client.firstName || null,
    lastName: client.lastName || null,
    sourceId: SOURCE,
    fm: changedMultiFields(portal.state, [], [messenger, phone]),
  };
  const lead = addRecord(portal, LEAD, change, userId);
  chat.crmBindings = [{ type: "LEAD", id: lead.id }, ...(chat.crmBindings ?? [])];
  portal.live.publish({ type: "dialog", chat });
  return lead;
}
