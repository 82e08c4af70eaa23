import type { CrmRecord, CrmValue } from "../state/crm.ts";

/** Types of fields as `crm.*.fields` names them. */
export type CrmFieldType =
  | "integer"
  | "double"
  | "string"
  | "text"
  | "char"
  | "boolean"
  | "date"
  | "datetime"
  | "user"
  | "file"
  | "location"
  | "crm_status"
  | "crm_currency"
  | "crm_category"
  | "crm_company"
  | "crm_contact"
  | "crm_lead"
  | "crm_deal"
  | "crm_quote"
  | "crm_multifield";

/** One field of a kind of entity, in both spellings. */
export type CrmField = {
  /** The name in `crm.item.*`, and of the record. */
  key: string;
  /** The name in the old methods; null when they do not know it. */
  old: string | null;
  type: CrmFieldType;
  title: string;
  isReadOnly: boolean;
  /** Given once, when the entity is made. */
  isImmutable: boolean;
  isMultiple: boolean;
  isRequired: boolean;
  /** Known to `crm.item.*`. */
  isInItem: boolean;
  /** Shown by the old methods. */
  isInOldRow: boolean;
  /** The dictionary of a `crm_status`. */
  dictionary: string | null;
  /** What a description of the field says beside the kind it leads to. */
  settings: Record<string, unknown> | null;
  initial: CrmValue;
  /** For what is not kept but follows from the rest. */
  read: ((record: CrmRecord) => CrmValue) | null;
};

const PLAIN: Omit<CrmField, "key" | "old" | "type" | "title"> = {
  isReadOnly: false,
  isImmutable: false,
  isMultiple: false,
  isRequired: false,
  isInItem: true,
  isInOldRow: true,
  dictionary: null,
  settings: null,
  initial: null,
  read: null,
};

export function field(
  key: string,
  old: string | null,
  type: CrmFieldType,
  title: string,
  more: Partial<CrmField> = {},
): CrmField {
  return { ...PLAIN, key, old, type, title, ...more };
}

/** The value of a field as `crm.item.*` types it. */
export function valueOf(record: CrmRecord, { key, read }: CrmField): CrmValue {
  return read === null ? (record[key] ?? null) : read(record);
}

/** Numbers, also those of other records. */
export function isNumeric(type: CrmFieldType): boolean {
  return NUMERIC.has(type);
}

const NUMERIC: ReadonlySet<CrmFieldType> = new Set<CrmFieldType>([
  "integer",
  "double",
  "user",
  "crm_category",
  "crm_company",
  "crm_contact",
  "crm_lead",
  "crm_deal",
  "crm_quote",
]);
