import { valueOf, type CrmField } from "../../crm/crm-field.ts";
import { COMPANY, CONTACT, DEAL, LEAD, type EntityKind } from "../../crm/entity-kind.ts";
import type { CrmRecord, MultiField } from "../../state/crm.ts";
import { isUserField, itemUserField, userFieldOf } from "./user-field.ts";

type Row = Record<string, unknown>;

/** Columns of the portal's tables that come with every item and are never filled over REST. */
const EMPTY_COLUMNS: ReadonlyMap<number, readonly string[]> = new Map([
  [
    LEAD.entityTypeId,
    [
      "dateCreateShort",
      "dateModifyShort",
      "isConvert",
      "productId",
      "shortName",
      "login",
      "searchContent",
      "skype",
      "icq",
    ],
  ],
  [
    DEAL.entityTypeId,
    [
      "dateCreateShort",
      "dateModifyShort",
      "productId",
      "begindateShort",
      "closedateShort",
      "eventDate",
      "eventDateShort",
      "eventId",
      "eventDescription",
      "searchContent",
      "orderStage",
      "isWork",
      "isWon",
      "isLose",
      "receivedAmount",
      "lostAmount",
      "hasProducts",
    ],
  ],
  [CONTACT.entityTypeId, ["shortName", "login", "searchContent", "skype", "icq"]],
  [COMPANY.entityTypeId, ["addressLegal", "searchContent", "skype", "icq"]],
]);

/** No company and no contact are 0, other links are null. */
const ZERO_WHEN_EMPTY = new Set(["companyId", "contactId"]);

/** An entity as `crm.item.*` answers it: camelCase, native types. Bitrix24 docs: crm.item.get. */
export function itemRow(kind: EntityKind, record: CrmRecord, useOriginalUfNames: boolean): Row {
  const row: Row = Object.fromEntries((EMPTY_COLUMNS.get(kind.entityTypeId) ?? []).map((key) => [key, null]));
  for (const field of itemFields(kind)) row[field.key] = itemValue(record, field);
  for (const [key, value] of Object.entries(record)) {
    if (key.startsWith("parentId")) row[key] = value;
    else if (isUserField(key)) row[useOriginalUfNames ? key : itemUserField(key)] = value;
  }
  if (kind.hasMultiFields) row["fm"] = record.fm.map(multiField);
  row["entityTypeId"] = kind.entityTypeId;
  return row;
}

/** Only what was selected, and the id. `fm` comes only with everything. */
export function selectedItem(
  kind: EntityKind,
  record: CrmRecord,
  select: readonly string[],
  useOriginalUfNames: boolean,
): Row {
  if (select.length === 0 || select.includes("*")) return itemRow(kind, record, useOriginalUfNames);
  const wanted = new Set(["id", ...select]);
  const plain = itemFields(kind).filter(({ key }) => wanted.has(key));
  const row: Row = Object.fromEntries(plain.map((field) => [field.key, itemValue(record, field)]));
  for (const name of select) {
    const key = userFieldOf(name);
    if (key !== null) row[isUserField(key) && !useOriginalUfNames ? itemUserField(key) : key] = record[key] ?? null;
  }
  return row;
}

function itemFields(kind: EntityKind): CrmField[] {
  return kind.fields.filter(({ isInItem }) => isInItem);
}

function itemValue(record: CrmRecord, field: CrmField): unknown {
  return valueOf(record, field) ?? (ZERO_WHEN_EMPTY.has(field.key) ? 0 : null);
}

function multiField({ id, valueType, value, typeId }: MultiField): Row {
  return { id, valueType, value, typeId };
}
