import { type B24Client, type CallOptions, callTogether, type MethodResult, type Told } from "@botdeck/b24-client";

import type { ClientRecord } from "./client-card.ts";
import { type CrmItem, readItem, readItems } from "./crm-item.ts";
import type { PortalFacts } from "./portal-facts.ts";
import { isNote, standingLookup } from "./standing-lookup.ts";
import { answerOf, must } from "./told.ts";

/** Bitrix24 docs: crm/crm-settings-mode-get */
const SIMPLE_MODE = 2;

/** A contact that has the phone; its card is null when we may not read it, or there are more than two. */
export type Namesake = { id: string; card: CrmItem | null };

/** What the CRM holds before anything is written into it. */
export type Standing = {
  facts: PortalFacts;
  /** The card to write into; null when one has to be made. A contact where there are no leads. */
  card: CrmItem | null;
  /** The contact that the lead is linked to, or that carries the dialog itself. */
  contact: CrmItem | null;
  /** Null when the portal does not let us look. */
  namesakes: readonly Namesake[] | null;
  /** The newest comments of the card's timeline. */
  said: readonly string[];
};

/**
 * Looks, in one request, at all that a record of a client depends on.
 *
 * @throws B24Error when the portal does not let us see its leads, or has no time.
 */
export async function readStanding(
  client: B24Client,
  record: ClientRecord,
  known: PortalFacts | null,
  options: CallOptions,
): Promise<Standing> {
  const told = await callTogether(client, standingLookup(record, known), options);
  const facts = known ?? {
    isSimple: answerOf(told.mode) === SIMPLE_MODE,
    sources: (answerOf(told.sources) ?? []).flatMap(({ STATUS_ID }) => STATUS_ID ?? []),
  };
  const found = answerOf(told.namesakes);
  const cards = [answerOf(told.first), answerOf(told.second)].map((answer) => readItem(answer?.item));
  const namesakes =
    record.phone !== null && found === null
      ? null
      : (found?.CONTACT ?? []).map((id) => ({
          id: String(id),
          card: cards.find((card) => card?.id === String(id)) ?? null,
        }));
  const own = readItems(answerOf(told.contacts)?.items)[0] ?? null;

  if (facts.isSimple) {
    const ours = readItems(answerOf(told.ourContacts)?.items)[0] ?? null;
    const namesake = namesakes?.length === 1 ? (namesakes[0]?.card ?? null) : null;
    const said = own ? told.saidOfContact : ours ? told.saidOfOurContact : told.saidOfNamesake;
    return { facts, card: own ?? ours ?? namesake, contact: null, namesakes, said: textsOf(said) };
  }
  const leads = readItems(told.leads === null ? [] : must(told.leads).items);
  const tracked = leads.find(({ isOpen }) => isOpen || isNote(record)) ?? null;
  const ours = readItems(answerOf(told.ourLeads)?.items)[0] ?? null;
  const linked = readItem(answerOf(told.linked)?.item);
  const isLinked = linked !== null && linked.id === tracked?.contactId;
  const said = tracked ? told.saidOfLead : told.saidOfOurLead;
  return { facts, card: tracked ?? ours, contact: isLinked ? linked : own, namesakes, said: textsOf(said) };
}

function textsOf(comments: Told<MethodResult<"crm.timeline.comment.list">> | null): string[] {
  return (answerOf(comments) ?? []).flatMap(({ COMMENT }) => COMMENT ?? []);
}
