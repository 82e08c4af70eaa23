const BRIEF = {
  ID: "ID",
  XML_ID: "External code",
  ACTIVE: "Active",
  NAME: "First name",
  LAST_NAME: "Last name",
  SECOND_NAME: "Middle name",
  TITLE: "Title",
  LAST_LOGIN: "Last login",
  DATE_REGISTER: "Date of registration",
  TIME_ZONE: "Time zone",
  IS_ONLINE: "Online",
  TIMESTAMP_X: "Changed",
  LAST_ACTIVITY_DATE: "Last seen",
  PERSONAL_GENDER: "Gender",
  PERSONAL_PROFESSION: "Profession",
  PERSONAL_BIRTHDAY: "Date of birth",
  PERSONAL_PHOTO: "Photo",
  PERSONAL_CITY: "City",
  PERSONAL_STATE: "State",
  PERSONAL_COUNTRY: "Country",
  WORK_POSITION: "Position",
  WORK_COMPANY: "Company",
  WORK_DEPARTMENT: "Unit",
  UF_EMPLOYMENT_DATE: "Employed since",
  UF_DEPARTMENT: "Departments",
  USER_TYPE: "Type of user",
};

const CONTACTS = {
  EMAIL: "E-mail",
  PERSONAL_WWW: "Website",
  PERSONAL_ICQ: "Messenger",
  PERSONAL_PHONE: "Personal phone",
  PERSONAL_FAX: "Personal fax",
  PERSONAL_MOBILE: "Mobile phone",
  PERSONAL_PAGER: "Pager",
  PERSONAL_STREET: "Street",
  PERSONAL_ZIP: "Postcode",
  PERSONAL_MAILBOX: "PO box",
  WORK_PHONE: "Work phone",
  WORK_WWW: "Website of the company",
  WORK_FAX: "Work fax",
  WORK_PAGER: "Work pager",
  WORK_STREET: "Street of the office",
  WORK_MAILBOX: "PO box of the company",
  WORK_CITY: "City of the office",
  WORK_STATE: "State of the office",
  WORK_ZIP: "Postcode of the office",
  WORK_COUNTRY: "Country of the office",
  UF_PHONE_INNER: "Extension",
};

const REST = {
  PERSONAL_NOTES: "Notes",
  WORK_PROFILE: "What the company does",
  WORK_NOTES: "Notes on work",
  UF_SKYPE_LINK: "Skype link",
  UF_ZOOM: "Zoom",
  UF_INTERESTS: "Interests",
  UF_SKILLS: "Skills",
  UF_WEB_SITES: "Other websites",
  UF_XING: "Xing",
  UF_LINKEDIN: "LinkedIn",
  UF_FACEBOOK: "Facebook",
  UF_TWITTER: "Twitter",
  UF_SKYPE: "Skype",
  UF_DISTRICT: "District",
};

export type UserField = keyof typeof BRIEF | keyof typeof CONTACTS | keyof typeof REST;

/** Any of these opens the users; each shows more of them than the next. */
export const USER_SCOPES = ["user", "user_basic", "user_brief"];

/**
 * The fields of a user that a caller may see, with their names: `user` sees all, `user_basic` also how to reach them,
 * `user_brief` who they are. Bitrix24 docs: api-reference/user, scopes.
 */
export function fieldsFor(scopes: readonly string[]): Partial<Record<UserField, string>> {
  if (scopes.includes("user")) return { ...BRIEF, ...CONTACTS, ...REST };
  return scopes.includes("user_basic") ? { ...BRIEF, ...CONTACTS } : BRIEF;
}
