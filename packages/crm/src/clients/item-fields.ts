import { command, type MethodParams } from "@botdeck/b24-client";

import { chooseSource } from "./choose-source.ts";
import type { ClientRecord } from "./client-card.ts";
import type { CrmItem } from "./crm-item.ts";
import type { Language } from "./language.ts";
import { addressOf } from "./open-line.ts";
import { isSamePhone } from "./phones.ts";
import { ORIGINATOR } from "./standing-lookup.ts";
import { harmless, shortened, withAddition } from "./texts.ts";

type AddedFields = MethodParams<"crm.item.add">["fields"];
type ChangedFields = MethodParams<"crm.item.update">["fields"];
type MultiField = { typeId: "PHONE" | "IM"; valueType: string; value: string };

/** What a portal keeps of a name, in characters. */
const MOST_OF_NAME = 50;
const MOST_OF_COMMENT = 10_000;

const TELLS_NAME = {
  en: (name: string) => `Says their name is ${name}`,
  ru: (name: string) => `Называет себя: ${name}`,
} as const satisfies Record<Language, (name: string) => string>;

/** A new lead or contact of a client. */
export function newFields(record: ClientRecord, sources: readonly string[]): AddedFields {
  const { originId, entityId, name, comment } = record;
  return {
    originatorId: ORIGINATOR,
    originId,
    sourceId: chooseSource(sources, entityId) ?? undefined,
    name: name === null ? undefined : shortened(name, MOST_OF_NAME),
    comments: comment === null ? undefined : asComment(comment),
    fm: multiFieldsOf(record),
  };
}

/**
 * What a card lacks of a record. Nothing that stands there is changed: a name only where there is none, a phone beside the
 * others unless it is one of them, the comment at the end unless it was added before, and there another name as well.
 */
export function missingFields(record: ClientRecord, card: CrmItem, language: Language): ChangedFields {
  const { name, comment } = record;
  const otherName = name === null || card.name === "" || isNamed(card, name) ? null : TELLS_NAME[language](name);
  const additions = [comment, otherName].flatMap((text) => (text === null ? [] : [asComment(text)]));
  const comments = additions.reduce((whole, addition) => withAddition(whole, addition) ?? whole, card.comments);
  const added = multiFieldsOf(record).filter(({ typeId, value }) =>
    typeId === "IM" ? !card.openLines.includes(value) : !card.phones.some((phone) => isSamePhone(phone, value)),
  );
  return {
    ...(name !== null && card.name === "" && { name: shortened(name, MOST_OF_NAME) }),
    ...(comments !== card.comments && { comments }),
    ...(added.length > 0 && { fm: asNew(added) }),
  };
}

/** What a contact that others keep lacks: a name, or any phone at all. */
export function emptyFields({ name, phone }: ClientRecord, card: CrmItem): ChangedFields {
  return {
    ...(name !== null && card.name === "" && { name: shortened(name, MOST_OF_NAME) }),
    ...(phone !== null && card.phones.length === 0 && { fm: asNew([phoneField(phone)]) }),
  };
}

/** A contact is nobody without a name. */
export function nameOf({ name, title }: ClientRecord): string {
  return shortened(name ?? title, MOST_OF_NAME);
}

export function updateOf(entityTypeId: number, id: string, fields: ChangedFields) {
  return Object.keys(fields).length === 0 ? null : command("crm.item.update", { entityTypeId, id, fields });
}

/** A part of the name is no other name. */
function isNamed(card: CrmItem, name: string): boolean {
  return card.name.toLowerCase().includes(shortened(name, MOST_OF_NAME).trim().toLowerCase());
}

function multiFieldsOf({ entityId, phone }: ClientRecord): MultiField[] {
  const openLine = { typeId: "IM", valueType: "OPENLINE", value: addressOf(entityId) } as const;
  return [openLine, ...(phone === null ? [] : [phoneField(phone)])];
}

function phoneField(value: string): MultiField {
  return { typeId: "PHONE", valueType: "WORK", value };
}

function asComment(text: string): string {
  return harmless(shortened(text, MOST_OF_COMMENT));
}

/** An update takes values without an id as `n0`, `n1`, … Bitrix24 docs: crm/universal/crm-item-update */
function asNew(values: readonly MultiField[]): readonly unknown[] {
  const named = Object.fromEntries(values.map((value, index) => [`n${index}`, value]));
  // safe: the docs show this map, and list the field as an array
  return named as unknown as readonly unknown[];
}
