import { type B24Client, type CallOptions, callTogether } from "@botdeck/b24-client";

import type { ClientCard } from "./client-card.ts";
import { CONTACT, LEAD, readItems } from "./crm-item.ts";
import { itemsOf } from "./open-line.ts";
import { answerOf } from "./told.ts";

/**
 * The newest open lead of a client of an open line, and the contact that it is linked to or that carries the dialog, in one
 * request; null for what is not there or may not be seen.
 */
export async function findClientCards(
  client: B24Client,
  entityId: string,
  options?: CallOptions,
): Promise<Pick<ClientCard, "leadId" | "contactId">> {
  const commands = { leads: itemsOf(LEAD, entityId, { stageSemanticId: "P" }), contacts: itemsOf(CONTACT, entityId) };
  const told = await callTogether(client, commands, options);
  const lead = readItems(answerOf(told.leads)?.items).find(({ isOpen }) => isOpen) ?? null;
  const own = readItems(answerOf(told.contacts)?.items)[0] ?? null;
  return { leadId: lead?.id ?? null, contactId: lead?.contactId ?? own?.id ?? null };
}
