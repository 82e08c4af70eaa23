import { isNumeric, valueOf, type CrmField } from "../../crm/crm-field.ts";
import type { EntityKind } from "../../crm/entity-kind.ts";
import { isOpenLine } from "../../crm/fields/shared.ts";
import { isMultiFieldType } from "../../crm/multi-fields.ts";
import type { CrmRecord } from "../../state/crm.ts";
import type { ReadColumn } from "../row-filter.ts";
import type { Spelling } from "./fault.ts";
import { userFieldOf } from "./user-field.ts";

type Read = (record: CrmRecord) => unknown;

/** How filters and orders read the fields of a kind. */
export function columnsOf(kind: EntityKind, spelling: Spelling): ReadColumn<CrmRecord> {
  return (given) => {
    const name = spelling === "old" ? given.toUpperCase() : given;
    const field = kind.fields.find((one) => (spelling === "old" ? one.isInOldRow && one.old : one.key) === name);
    if (field !== undefined) return severalOf(field) ?? valueReader(field);
    const typeId = name.toUpperCase();
    if (kind.hasMultiFields && spelling === "old" && isMultiFieldType(typeId)) return valuesOfType(typeId);
    const key = userFieldOf(name);
    return key === null ? null : (record) => record[key] ?? "";
  };
}

function valueReader(field: CrmField): Read {
  if (isNumeric(field.type)) return (record) => valueOf(record, field) ?? 0;
  return (record) => valueOf(record, field) ?? "";
}

/** Fields that show one of several: a filter finds each of them. */
function severalOf({ key, read }: CrmField): Read | null {
  if (read === null) return null;
  if (key === "contactId") return ({ contacts }) => contacts.map(({ id }) => id);
  if (key === "companyId") return ({ companies }) => companies.map(({ id }) => id);
  if (key === "imol") return ({ fm }) => fm.filter(isOpenLine).map(({ value }) => value);
  if (key === "phone" || key === "email") return valuesOfType(key.toUpperCase());
  return null;
}

function valuesOfType(type: string): Read {
  return ({ fm }) => fm.filter(({ typeId }) => typeId === type).map(({ value }) => value);
}
