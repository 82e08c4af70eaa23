import { field, type CrmField } from "../crm-field.ts";
import { titleOf } from "../title.ts";
import { ADDRESS, COMMUNICATION, FORM, OBSERVERS, ORIGIN, ORIGIN_VERSION, PERSON, primaryOf } from "./shared.ts";
import { RESPONSIBILITY, SOURCE, UTM } from "./shared.ts";

/** Bitrix24 docs: crm.contact.fields. */
export const CONTACT_FIELDS: readonly CrmField[] = [
  field("id", "ID", "integer", "ID", { isReadOnly: true }),
  ...PERSON,
  field("fullName", null, "string", "Full name", { isReadOnly: true, read: titleOf }),
  field("photo", "PHOTO", "file", "Photo"),
  field("typeId", "TYPE_ID", "crm_status", "Contact type", { dictionary: "CONTACT_TYPE" }),
  ...SOURCE,
  ...ADDRESS,
  field("export", "EXPORT", "char", "Included in export", { initial: "Y" }),
  ...COMMUNICATION,
  ...RESPONSIBILITY,
  field("companyId", "COMPANY_ID", "crm_company", "Company", { read: ({ companies }) => primaryOf(companies) }),
  field("companyIds", "COMPANY_IDS", "crm_company", "Companies", {
    isMultiple: true,
    isInOldRow: false,
    read: ({ companies }) => companies.map(({ id }) => id),
  }),
  field("leadId", "LEAD_ID", "crm_lead", "Lead", { isReadOnly: true }),
  ...ORIGIN,
  ORIGIN_VERSION,
  field("faceId", "FACE_ID", "integer", "Face"),
  ...UTM,
  OBSERVERS,
  FORM,
];
