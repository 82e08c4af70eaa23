import { command, earlier } from "@botdeck/b24-client";

import { type ChosenContact, chooseContact, othersWithPhone } from "./choose-contact.ts";
import type { ClientRecord } from "./client-card.ts";
import type { Language } from "./language.ts";
import { CONTACT, LEAD } from "./crm-item.ts";
import { emptyFields, missingFields, nameOf, newFields, updateOf } from "./item-fields.ts";
import type { Standing } from "./read-standing.ts";
import { timelineEntry } from "./timeline-entry.ts";

/** The calls that write a record down, in the order in which they use each other's results; null for what is there already. */
export function planRecord(record: ClientRecord, standing: Standing, language: Language) {
  const { facts, card, said } = standing;
  const chosen: ChosenContact = facts.isSimple ? { kind: "none" } : chooseContact(record, standing);
  const others = othersWithPhone(standing, chosen);
  const entry = timelineEntry(record, { others, said, language });
  const ENTITY_TYPE = facts.isSimple ? "contact" : "lead";
  const ENTITY_ID = card?.id ?? earlier("card", "item", "id");
  return {
    contact: contactCall(record, standing, chosen),
    card: facts.isSimple ? contactCard(record, standing, language) : leadCard(record, standing, chosen, language),
    entry:
      entry === null
        ? null
        : command("crm.timeline.comment.add", { fields: { ENTITY_TYPE, ENTITY_ID, COMMENT: entry } }),
  };
}

function contactCall(record: ClientRecord, { facts }: Standing, chosen: ChosenContact) {
  if (chosen.kind === "none") return null;
  if (chosen.kind === "known") {
    return chosen.card === null ? null : updateOf(CONTACT, chosen.id, emptyFields(record, chosen.card));
  }
  const { comments: _ofTheLead, ...fields } = newFields(record, facts.sources);
  return command("crm.item.add", { entityTypeId: CONTACT, fields: { ...fields, name: nameOf(record) } });
}

function leadCard(record: ClientRecord, { facts, card }: Standing, chosen: ChosenContact, language: Language) {
  const contactId = idOf(chosen);
  const link = contactId === null || card?.contactId != null ? {} : { contactId };
  if (card !== null) return updateOf(LEAD, card.id, { ...missingFields(record, card, language), ...link });
  const fields = { ...newFields(record, facts.sources), title: record.title, ...link };
  return command("crm.item.add", { entityTypeId: LEAD, fields });
}

function idOf(chosen: ChosenContact): string | null {
  switch (chosen.kind) {
    case "new":
      return earlier("contact", "item", "id");
    case "known":
      return chosen.id;
    case "none":
      return null;
  }
}

/** Where there are no leads, the contact is the client's card. */
function contactCard(record: ClientRecord, { facts, card }: Standing, language: Language) {
  if (card !== null) return updateOf(CONTACT, card.id, missingFields(record, card, language));
  const fields = { ...newFields(record, facts.sources), name: nameOf(record) };
  return command("crm.item.add", { entityTypeId: CONTACT, fields });
}
