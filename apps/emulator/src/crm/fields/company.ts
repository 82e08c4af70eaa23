import { field, type CrmField } from "../crm-field.ts";
import { ADDRESS, COMMUNICATION, FORM, OBSERVERS, ORIGIN, ORIGIN_VERSION, RESPONSIBILITY, UTM } from "./shared.ts";

const REGISTERED_ADDRESS = ADDRESS.map(({ key, old, type, title }) =>
  field(`reg${key[0]?.toUpperCase()}${key.slice(1)}`, `REG_${old}`, type, `Registered: ${title}`, { isInItem: false }),
);

/** Bitrix24 docs: crm.company.fields. */
export const COMPANY_FIELDS: readonly CrmField[] = [
  field("id", "ID", "integer", "ID", { isReadOnly: true }),
  field("title", "TITLE", "string", "Company name", { isRequired: true }),
  field("typeId", "COMPANY_TYPE", "crm_status", "Company type", { dictionary: "COMPANY_TYPE" }),
  field("logo", "LOGO", "file", "Logo"),
  ...ADDRESS,
  field("addressLegal", "ADDRESS_LEGAL", "string", "Legal address", { isInItem: false }),
  ...REGISTERED_ADDRESS,
  field("bankingDetails", "BANKING_DETAILS", "string", "Bank details"),
  field("industry", "INDUSTRY", "crm_status", "Industry", { dictionary: "INDUSTRY" }),
  field("employees", "EMPLOYEES", "crm_status", "Employees", { dictionary: "EMPLOYEES" }),
  field("currencyId", "CURRENCY_ID", "crm_currency", "Currency"),
  field("revenue", "REVENUE", "double", "Annual income", { initial: 0 }),
  ...COMMUNICATION,
  field("isMyCompany", "IS_MY_COMPANY", "char", "My company", { initial: "N" }),
  ...RESPONSIBILITY,
  field("contactId", "CONTACT_ID", "crm_contact", "Contact", {
    isMultiple: true,
    isInItem: false,
    isInOldRow: false,
    read: () => [],
  }),
  field("leadId", "LEAD_ID", "crm_lead", "Lead", { isReadOnly: true }),
  ...ORIGIN,
  ORIGIN_VERSION,
  ...UTM,
  field("lastCommunicationTime", "LAST_COMMUNICATION_TIME", "string", "Last communication", { isReadOnly: true }),
  OBSERVERS,
  FORM,
];
