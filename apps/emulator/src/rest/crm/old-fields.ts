import type { CrmField, CrmFieldType } from "../../crm/crm-field.ts";
import type { EntityKind } from "../../crm/entity-kind.ts";
import { MULTI_FIELD_TYPES } from "../../crm/multi-fields.ts";

const MULTI_FIELD_TITLES = { PHONE: "Phone", EMAIL: "E-mail", WEB: "Website", IM: "Messenger", LINK: "LINK" };

/** The answer of `crm.lead.fields` and the like. */
export function oldFieldsOf(kind: EntityKind): Record<string, unknown> {
  const own = kind.fields.flatMap((field) => (field.old === null ? [] : [[field.old, describe(field)] as const]));
  const several = kind.hasMultiFields
    ? MULTI_FIELD_TYPES.map((type) => [type, describeMultiField(MULTI_FIELD_TITLES[type])] as const)
    : [];
  return Object.fromEntries([...own, ...several]);
}

/** The kinds of entity that links lead to. */
const PARENTS: Partial<Record<CrmFieldType, number>> = { crm_lead: 1, crm_deal: 2, crm_company: 4, crm_quote: 7 };

/** One field as every `*.fields` method describes it. */
export function describe({
  key,
  type,
  title,
  isRequired,
  isReadOnly,
  isImmutable,
  isMultiple,
  dictionary,
  settings,
}: CrmField): Record<string, unknown> {
  const parentEntityTypeId = PARENTS[type];
  return {
    type,
    isRequired,
    isReadOnly,
    isImmutable,
    isMultiple,
    isDynamic: false,
    ...(key === "contactId" && !isMultiple && { isDeprecated: true }),
    ...(parentEntityTypeId !== undefined && { settings: { parentEntityTypeId, ...settings } }),
    ...(dictionary !== null && { statusType: dictionary }),
    title,
  };
}

function describeMultiField(title: string): Record<string, unknown> {
  return {
    type: "crm_multifield",
    isRequired: false,
    isReadOnly: false,
    isImmutable: false,
    isMultiple: true,
    isDynamic: false,
    title,
  };
}
