import { type B24Client, type CallOptions, callTogether, type Told } from "@botdeck/b24-client";

import { finishFirst } from "../finish-first.ts";
import type { ClientRecord } from "./client-card.ts";
import type { Language } from "./language.ts";
import { planRecord } from "./plan-record.ts";
import type { PortalFactsCache } from "./portal-facts.ts";
import { readStanding } from "./read-standing.ts";
import { must } from "./told.ts";

export type RecordOptions = CallOptions & {
  portalId: string;
  facts: PortalFactsCache;
  /** Of what operators read; English unless told. */
  language?: Language;
};

/**
 * Writes what a bot has learned about a client of an open line into their lead: the open one of the dialog, which the line's
 * tracker may have made, else that of an earlier try, else a new one. The contact with the phone is found or made, and
 * linked; when several have it, an operator is told and nothing is linked. A portal without leads gets a contact.
 *
 * It makes one attempt of at most two requests, and may be repeated: what stands there already is not written again.
 *
 * @returns The id of the lead, or of the contact where there are no leads; null when the portal names none.
 * @throws B24Error when the portal refuses a part of it; the others are written then.
 * @see Bitrix24 docs: crm.item.list, crm.item.add, crm.item.update, crm.duplicate.findbycomm, crm.timeline.comment.add
 */
export async function recordClient(
  client: B24Client,
  given: ClientRecord,
  { portalId, facts, language = "en", ...options }: RecordOptions,
): Promise<string | null> {
  const record = withoutBlanks(given);
  const known = facts.of(portalId);
  const standing = await readStanding(client, record, known, options);
  if (known === null) facts.keep(portalId, standing.facts);
  const plan = planRecord(record, standing, language);
  if (plan.contact === null && plan.card === null && plan.entry === null) return standing.card?.id ?? null;
  const told = await callTogether(client, plan, finishFirst(options));
  const parts: readonly (Told | null)[] = [told.card, told.entry, told.contact];
  for (const part of parts) if (part !== null) must(part);
  return standing.card?.id ?? (told.card === null ? null : (must(told.card).item?.id ?? null));
}

/** An empty answer tells nothing. */
function withoutBlanks(record: ClientRecord): ClientRecord {
  const told = (text: string | null) => (text?.trim() ? text.trim() : null);
  const { name, phone, comment, timeline } = record;
  return { ...record, name: told(name), phone: told(phone), comment: told(comment), timeline: told(timeline) };
}
