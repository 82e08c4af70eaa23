/** Keys of a record that its kind does not name: user fields, and the parents of other kinds. */
const USER_FIELD = /^UF_[A-Z0-9_]+$/;
const PARENT_FIELD = /^(?:PARENT_ID_|parentId)(?<entityTypeId>\d+)$/;

/**
 * Under which key a record keeps a user field or a parent, from any spelling of its name: `UF_CRM_12`, `ufCrm_12`,
 * `ufCrmColor`, `PARENT_ID_1040`. null for another name.
 */
export function userFieldOf(name: string): string | null {
  if (USER_FIELD.test(name)) return name;
  const parent = PARENT_FIELD.exec(name)?.groups?.["entityTypeId"];
  if (parent !== undefined) return `parentId${parent}`;
  if (!name.startsWith("ufCrm")) return null;
  return name
    .replaceAll(/[A-Z]/g, (letter) => `_${letter}`)
    .replace(/^uf_Crm(?=\d)/, "uf_Crm_")
    .toUpperCase();
}

export function isUserField(key: string): boolean {
  return USER_FIELD.test(key);
}

/** How `crm.item.*` writes a user field: `UF_CRM_12` → `ufCrm_12`, `UF_CRM_5_12` → `ufCrm5_12`, `UF_CRM_COLOR` → `ufCrmColor`. */
export function itemUserField(key: string): string {
  const camel = key.toLowerCase().replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  // The number of a smart process stands right after the name: only another number keeps its underscore.
  return camel.replace(/^ufCrm_(?=\d+(?:_|[A-Z]))/, "ufCrm");
}
