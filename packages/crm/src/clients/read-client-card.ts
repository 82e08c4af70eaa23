import { type B24Client, B24Error, type CallOptions, callTogether, command, earlier } from "@botdeck/b24-client";

import { boundContact } from "./bound-contact.ts";
import type { ClientCard } from "./client-card.ts";
import { CONTACT, LEAD, readItem, readItems } from "./crm-item.ts";
import { itemsOf } from "./open-line.ts";
import { toE164 } from "./phones.ts";
import { answerOf } from "./told.ts";

const NOBODY: ClientCard = { leadId: null, contactId: null, phone: null, ownPhone: null, name: null };

/**
 * What the portal knows of a client of an open line, in one request: the newest open lead of the dialog, the contact that
 * it is linked to or that carries the dialog itself, and the phone that messengers such as WhatsApp tell. What stands in the
 * CRM may be what the client has typed: it proves nothing about who they are.
 *
 * @returns An empty card when the portal does not let us see its CRM.
 * @throws B24Error when it does not answer, or has no time.
 */
export async function readClientCard(
  client: B24Client,
  { entityId, personId, chatId }: { entityId: string; personId: string; chatId: string },
  options?: CallOptions,
): Promise<ClientCard> {
  const commands = {
    leads: itemsOf(LEAD, entityId, { stageSemanticId: "P" }),
    linked: command("crm.item.get", { entityTypeId: CONTACT, id: earlier("leads", "items", "0", "contactId") }),
    contacts: itemsOf(CONTACT, entityId),
    dialog: command("imopenlines.dialog.get", { CHAT_ID: chatId }),
    person: command("im.user.get", { ID: personId }),
  };
  const told = await callTogether(client, commands, options).catch(refused);
  if (told === null) return NOBODY;
  const lead = readItems(answerOf(told.leads)?.items).find(({ isOpen }) => isOpen) ?? null;
  const own = readItems(answerOf(told.contacts)?.items)[0] ?? null;
  const linked = readItem(answerOf(told.linked)?.item);
  const contact = linked !== null && linked.id === lead?.contactId ? linked : own;
  const person = answerOf(told.person);
  const phones = person?.phones;
  const ownPhone = firstPhone([phones?.personal_mobile, phones?.work_phone]);
  const written = firstPhone([...(lead?.phones ?? []), ...(contact?.phones ?? [])]);
  return {
    leadId: lead?.id ?? null,
    contactId: lead?.contactId ?? contact?.id ?? boundContact(answerOf(told.dialog)?.entity_data_2),
    phone: written ?? ownPhone,
    ownPhone,
    name: [contact?.name, lead?.name, person?.name].find((name) => name != null && name !== "") ?? null,
  };
}

const firstPhone = (phones: readonly (string | null | undefined)[]): string | null =>
  phones.map((phone) => toE164(phone ?? "")).find((phone) => phone !== null) ?? null;

/** Only a portal that does not answer is an error. */
function refused(error: unknown): null {
  if (error instanceof B24Error && error.code === "forbidden") return null;
  throw error;
}
