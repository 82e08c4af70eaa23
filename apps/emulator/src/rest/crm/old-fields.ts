import type { CrmField } from "../../crm/crm-field.ts";
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

/** One field as every `*.fields` method describes it. */
export function describe(
  { type, title, isRequired, isReadOnly, isImmutable, isMultiple, dictionary }: CrmField,
): Record<string, unknown> {
  return {
    type,
    isRequired,
    isReadOnly,
    isImmutable,
    isMultiple,
    isDynamic: false,
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
