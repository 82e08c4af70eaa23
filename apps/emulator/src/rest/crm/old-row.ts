import { isNumeric, valueOf, type CrmField } from "../../crm/crm-field.ts";
import type { EntityKind } from "../../crm/entity-kind.ts";
import { MULTI_FIELD_TYPES } from "../../crm/multi-fields.ts";
import type { CrmRecord, MultiField } from "../../state/crm.ts";
import { isUserField } from "./user-field.ts";

type Row = Record<string, unknown>;

/** An entity as the old methods answer it: UPPER_CASE, every value a text or null. Bitrix24 docs: crm.lead.get. */
export function oldRow(kind: EntityKind, record: CrmRecord): Row {
  return { ...plainFields(kind, record), ...userFields(record), ...multiFields(record, MULTI_FIELD_TYPES) };
}

/**
 * The part of a row that a list was asked for: no selection means all plain fields, `*` the same, `UF_*` the user fields;
 * phones and so on come by name.
 */
export function selectedRow(kind: EntityKind, record: CrmRecord, select: readonly string[]): Row {
  const isAll = select.length === 0 || select.includes("*");
  const wanted = new Set(["ID", ...select]);
  const plain = isAll ? plainFields(kind, record) : plainFields(kind, record, wanted);
  const own = Object.entries(userFields(record)).filter(([key]) => select.includes("UF_*") || wanted.has(key));
  const types = kind.hasMultiFields ? MULTI_FIELD_TYPES.filter((typeId) => wanted.has(typeId)) : [];
  return { ...plain, ...Object.fromEntries(own), ...multiFields(record, types) };
}

function plainFields(kind: EntityKind, record: CrmRecord, wanted?: ReadonlySet<string>): Row {
  const row: Row = {};
  for (const field of kind.fields) {
    const { old, isInOldRow } = field;
    if (old === null || !isInOldRow || wanted?.has(old) === false) continue;
    row[old] = oldText(field, record);
  }
  return row;
}

function oldText(field: CrmField, record: CrmRecord): unknown {
  const value = valueOf(record, field);
  if (Array.isArray(value)) return value.map(String);
  if (value === null) return field.type === "date" || field.key === "dateClosed" ? "" : null;
  if (field.type === "double") return Number(value).toFixed(2);
  // An entity that there is not is null here, whatever number stands for it.
  if (value === 0 && isNumeric(field.type) && field.type.startsWith("crm_") && field.type !== "crm_category")
    return null;
  return String(value);
}

function userFields(record: CrmRecord): Row {
  const entries = Object.entries(record).flatMap(([key, value]): [string, unknown][] => {
    const text = typeof value === "number" ? String(value) : value;
    if (key.startsWith("parentId")) return [[`PARENT_ID_${key.slice("parentId".length)}`, text]];
    return isUserField(key) ? [[key, text]] : [];
  });
  return Object.fromEntries(entries);
}

/** A type without values is not there. */
function multiFields({ fm }: CrmRecord, types: readonly MultiField["typeId"][]): Row {
  const entries = types.map((type) => [type, fm.filter(({ typeId }) => typeId === type).map(multiField)] as const);
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

function multiField({ id, valueType, value, typeId }: MultiField): Row {
  return { ID: String(id), VALUE_TYPE: valueType, VALUE: value, TYPE_ID: typeId };
}
