import type { Binding, CrmRecord, MultiField } from "../../state/crm.ts";
import { field, type CrmField } from "../crm-field.ts";

const READ_ONLY = { isReadOnly: true };
const OLD_ONLY = { isInItem: false };

/** Who made an entity, who answers for it and when it was touched. */
export const RESPONSIBILITY: readonly CrmField[] = [
  field("assignedById", "ASSIGNED_BY_ID", "user", "Responsible"),
  field("opened", "OPENED", "char", "Available to everyone", { initial: "Y" }),
  field("comments", "COMMENTS", "string", "Comment"),
  field("createdBy", "CREATED_BY_ID", "user", "Created by", READ_ONLY),
  field("updatedBy", "MODIFY_BY_ID", "user", "Modified by", READ_ONLY),
  field("createdTime", "DATE_CREATE", "datetime", "Created on", READ_ONLY),
  field("updatedTime", "DATE_MODIFY", "datetime", "Modified on", READ_ONLY),
  field("lastActivityTime", "LAST_ACTIVITY_TIME", "datetime", "Last activity", READ_ONLY),
  field("lastActivityBy", "LAST_ACTIVITY_BY", "user", "Last activity by", READ_ONLY),
];

export const MOVES: readonly CrmField[] = [
  field("movedBy", "MOVED_BY_ID", "user", "Moved by", READ_ONLY),
  field("movedTime", "MOVED_TIME", "datetime", "Moved on", READ_ONLY),
];

export const SOURCE: readonly CrmField[] = [
  field("sourceId", "SOURCE_ID", "crm_status", "Source", { dictionary: "SOURCE" }),
  field("sourceDescription", "SOURCE_DESCRIPTION", "string", "Source information"),
];

export const ORIGIN: readonly CrmField[] = [
  field("originatorId", "ORIGINATOR_ID", "string", "External source"),
  field("originId", "ORIGIN_ID", "string", "Item ID in the external source"),
];

export const ORIGIN_VERSION = field("originVersion", "ORIGIN_VERSION", "string", "Original version");

export const UTM: readonly CrmField[] = [
  field("utmSource", "UTM_SOURCE", "string", "Ad system"),
  field("utmMedium", "UTM_MEDIUM", "string", "Medium"),
  field("utmCampaign", "UTM_CAMPAIGN", "string", "Ad campaign UTM"),
  field("utmContent", "UTM_CONTENT", "string", "Campaign contents"),
  field("utmTerm", "UTM_TERM", "string", "Campaign search term"),
];

export const MONEY: readonly CrmField[] = [
  field("opportunity", "OPPORTUNITY", "double", "Amount", { initial: 0 }),
  field("currencyId", "CURRENCY_ID", "crm_currency", "Currency"),
  field("isManualOpportunity", "IS_MANUAL_OPPORTUNITY", "char", "Amount is entered by hand", { initial: "N" }),
];

export const PERSON: readonly CrmField[] = [
  field("honorific", "HONORIFIC", "crm_status", "Salutation", { dictionary: "HONORIFIC" }),
  field("name", "NAME", "string", "First name"),
  field("secondName", "SECOND_NAME", "string", "Middle name"),
  field("lastName", "LAST_NAME", "string", "Last name"),
  field("birthdate", "BIRTHDATE", "date", "Birth date"),
  field("post", "POST", "string", "Position"),
];

export const ADDRESS: readonly CrmField[] = [
  field("address", "ADDRESS", "string", "Address"),
  field("address2", "ADDRESS_2", "string", "Address (line 2)", OLD_ONLY),
  field("addressCity", "ADDRESS_CITY", "string", "City", OLD_ONLY),
  field("addressPostalCode", "ADDRESS_POSTAL_CODE", "string", "Postal code", OLD_ONLY),
  field("addressRegion", "ADDRESS_REGION", "string", "Region", OLD_ONLY),
  field("addressProvince", "ADDRESS_PROVINCE", "string", "Province", OLD_ONLY),
  field("addressCountry", "ADDRESS_COUNTRY", "string", "Country", OLD_ONLY),
  field("addressCountryCode", "ADDRESS_COUNTRY_CODE", "string", "Country code", OLD_ONLY),
  field("addressLocAddrId", "ADDRESS_LOC_ADDR_ID", "integer", "Location address ID", OLD_ONLY),
];

/** The company of a lead or deal, and its contacts. */
export const CLIENT: readonly CrmField[] = [
  field("companyId", "COMPANY_ID", "crm_company", "Company"),
  field("contactId", "CONTACT_ID", "crm_contact", "Contact", { read: ({ contacts }) => primaryOf(contacts) }),
  field("contactIds", "CONTACT_IDS", "crm_contact", "Contacts", {
    isMultiple: true,
    isInOldRow: false,
    read: ({ contacts }) => contacts.map(({ id }) => id),
  }),
];

export const OBSERVERS = field("observers", null, "user", "Observers", { isMultiple: true, initial: [] });
export const FORM = field("webformId", null, "integer", "Created by a CRM form");

/** Whether there is a phone and so on; known to those that have multi-fields. */
export const COMMUNICATION: readonly CrmField[] = [
  field("hasPhone", "HAS_PHONE", "char", "Phone specified", { ...READ_ONLY, read: has(isOf("PHONE")) }),
  field("hasEmail", "HAS_EMAIL", "char", "E-mail specified", { ...READ_ONLY, read: has(isOf("EMAIL")) }),
  field("hasImol", "HAS_IMOL", "char", "Open line specified", { ...READ_ONLY, read: has(isOpenLine) }),
  ...shown("phoneMobile", isOf("PHONE", "MOBILE")),
  ...shown("phoneWork", isOf("PHONE", "WORK")),
  ...shown("phoneMailing", isOf("PHONE", "MAILING")),
  ...shown("emailHome", isOf("EMAIL", "HOME")),
  ...shown("emailWork", isOf("EMAIL", "WORK")),
  ...shown("emailMailing", isOf("EMAIL", "MAILING")),
  ...shown("imol", isOpenLine),
  ...shown("email", isOf("EMAIL")),
  ...shown("phone", isOf("PHONE")),
];

/** The primary one of a list of ties. */
export function primaryOf(bindings: readonly Binding[]): number | null {
  return (bindings.find(({ isPrimary }) => isPrimary) ?? bindings[0])?.id ?? null;
}

type IsWanted = (value: MultiField) => boolean;

function isOf(typeId: MultiField["typeId"], valueType?: string): IsWanted {
  return (value) => value.typeId === typeId && (valueType === undefined || value.valueType === valueType);
}

/** An address in the open lines: `imol|livechat|1|67|21`. */
export function isOpenLine({ typeId, value }: MultiField): boolean {
  return typeId === "IM" && value.startsWith("imol|");
}

function has(isWanted: IsWanted): (record: CrmRecord) => string {
  return ({ fm }) => (fm.some(isWanted) ? "Y" : "N");
}

function shown(key: string, isWanted: IsWanted): CrmField[] {
  const read = ({ fm }: CrmRecord): string => fm.find(isWanted)?.value ?? "";
  return [field(key, null, "string", key, { ...READ_ONLY, read })];
}
