type Description = Record<string, unknown>;

function plain(type: string, title: string, marks: Description = {}): Description {
  const none = { isRequired: false, isReadOnly: false, isImmutable: false, isMultiple: false, isDynamic: false };
  return { type, ...none, ...marks, title };
}

/** The answer of `crm.status.fields`. */
export const STATUS_FIELDS: Readonly<Record<string, Description>> = {
  ID: plain("integer", "ID", { isReadOnly: true }),
  ENTITY_ID: plain("string", "Entity ID", { isRequired: true, isImmutable: true }),
  STATUS_ID: plain("string", "Status", { isRequired: true, isImmutable: true }),
  SORT: plain("integer", "Sorting"),
  NAME: plain("string", "Name", { isRequired: true }),
  NAME_INIT: plain("string", "Default name", { isReadOnly: true }),
  SYSTEM: plain("char", "System", { isReadOnly: true }),
  CATEGORY_ID: plain("integer", "CATEGORY_ID", { isImmutable: true }),
  COLOR: plain("string", "COLOR"),
  SEMANTICS: plain("char", "SEMANTICS", { isImmutable: true }),
  EXTRA: plain("crm_status_extra", "Additional fields"),
};
