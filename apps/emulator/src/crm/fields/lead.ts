import { field, type CrmField } from "../crm-field.ts";
import { ADDRESS, CLIENT, COMMUNICATION, FORM, MONEY, MOVES, OBSERVERS, ORIGIN, PERSON } from "./shared.ts";
import { RESPONSIBILITY, SOURCE, UTM } from "./shared.ts";

/** Bitrix24 docs: crm.lead.fields and crm.item.get. */
export const LEAD_FIELDS: readonly CrmField[] = [
  field("id", "ID", "integer", "ID", { isReadOnly: true }),
  field("title", "TITLE", "string", "Lead name"),
  ...PERSON,
  field("companyTitle", "COMPANY_TITLE", "string", "Company name"),
  ...SOURCE,
  field("stageId", "STATUS_ID", "crm_status", "Stage", { dictionary: "STATUS" }),
  field("statusDescription", "STATUS_DESCRIPTION", "string", "Stage information"),
  field("stageSemanticId", "STATUS_SEMANTIC_ID", "string", "Stage group", { isReadOnly: true }),
  ...ADDRESS,
  ...MONEY,
  ...COMMUNICATION,
  ...RESPONSIBILITY,
  ...MOVES,
  ...CLIENT,
  field("isReturnCustomer", "IS_RETURN_CUSTOMER", "char", "Repeat lead", { isReadOnly: true, initial: "N" }),
  field("dateClosed", "DATE_CLOSED", "datetime", "Completed on", { isReadOnly: true }),
  ...ORIGIN,
  ...UTM,
  OBSERVERS,
  FORM,
];
