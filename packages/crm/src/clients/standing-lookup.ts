import { command, earlier } from "@botdeck/b24-client";

import type { ClientRecord } from "./client-card.ts";
import { CONTACT, LEAD } from "./crm-item.ts";
import { itemsOf } from "./open-line.ts";
import { spellingsOf } from "./phones.ts";
import type { PortalFacts } from "./portal-facts.ts";

/** Whose record it is, in the CRM's own field for that. */
export const ORIGINATOR = "botdeck";

/** A mere note finds its place on a closed lead, too, and makes no new one there. */
export function isNote({ name, phone, comment }: ClientRecord): boolean {
  return name === null && phone === null && comment === null;
}

/**
 * The calls that tell all that a record depends on. Comments are read of every card that may turn out to be the one: which
 * it is shows only in the answers.
 *
 * @param known Null asks for the facts of the portal as well.
 */
export function standingLookup(record: ClientRecord, known: PortalFacts | null) {
  const { entityId, phone } = record;
  const mayHaveLeads = known?.isSimple !== true;
  const mayBeSimple = known?.isSimple !== false;
  const ifLeads = <Value>(value: Value): Value | null => (mayHaveLeads ? value : null);
  const ifSimple = <Value>(value: Value): Value | null => (mayBeSimple ? value : null);
  const ifPhone = <Value>(value: Value): Value | null => (phone === null ? null : value);
  const comments = (type: string, id: string) => (record.timeline === null ? ifPhone : asIs)(commentsOf(type, id));
  return {
    mode: known === null ? command("crm.settings.mode.get", {}) : null,
    sources: known === null ? SOURCES : null,
    leads: ifLeads(itemsOf(LEAD, entityId, isNote(record) ? {} : { stageSemanticId: "P" })),
    ourLeads: ifLeads(ofOrigin(LEAD, record)),
    linked: ifLeads(contactOf(earlier("leads", "items", "0", "contactId"))),
    contacts: itemsOf(CONTACT, entityId),
    ourContacts: ifSimple(ofOrigin(CONTACT, record)),
    namesakes: phone === null ? null : contactsWith(phone),
    first: ifPhone(contactOf(earlier("namesakes", "CONTACT", "0"))),
    second: ifPhone(contactOf(earlier("namesakes", "CONTACT", "1"))),
    saidOfLead: ifLeads(comments("lead", earlier("leads", "items", "0", "id"))),
    saidOfOurLead: ifLeads(comments("lead", earlier("ourLeads", "items", "0", "id"))),
    saidOfContact: ifSimple(comments("contact", earlier("contacts", "items", "0", "id"))),
    saidOfOurContact: ifSimple(comments("contact", earlier("ourContacts", "items", "0", "id"))),
    saidOfNamesake: ifSimple(ifPhone(comments("contact", earlier("namesakes", "CONTACT", "0")))),
  };
}

const SOURCES = command("crm.status.list", { filter: { ENTITY_ID: "SOURCE" }, order: { SORT: "ASC" } });

const asIs = <Value>(value: Value): Value => value;

function ofOrigin(entityTypeId: number, { originId }: ClientRecord) {
  const filter = { originatorId: ORIGINATOR, originId };
  return command("crm.item.list", { entityTypeId, select: ["*"], filter, order: { id: "DESC" } });
}

function contactOf(id: string) {
  return command("crm.item.get", { entityTypeId: CONTACT, id });
}

/** Bitrix24 docs: crm.duplicate.findbycomm */
function contactsWith(phone: string) {
  return command("crm.duplicate.findbycomm", { type: "PHONE", values: spellingsOf(phone), entity_type: "CONTACT" });
}

/** The newest fifty, among which is what an earlier try has written minutes ago. Bitrix24 docs: crm.timeline.comment.list */
function commentsOf(ENTITY_TYPE: string, ENTITY_ID: string) {
  return command("crm.timeline.comment.list", { filter: { ENTITY_TYPE, ENTITY_ID }, order: { ID: "DESC" } });
}
