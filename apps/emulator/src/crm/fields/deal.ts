import { field, type CrmField } from "../crm-field.ts";
import { CLIENT, FORM, MONEY, MOVES, OBSERVERS, ORIGIN, RESPONSIBILITY, SOURCE, UTM } from "./shared.ts";

const READ_ONLY = { isReadOnly: true };

/** Bitrix24 docs: crm.deal.fields and crm.item.add. */
export const DEAL_FIELDS: readonly CrmField[] = [
  field("id", "ID", "integer", "ID", READ_ONLY),
  field("title", "TITLE", "string", "Name"),
  field("typeId", "TYPE_ID", "crm_status", "Type", { dictionary: "DEAL_TYPE" }),
  field("categoryId", "CATEGORY_ID", "crm_category", "Pipeline", { isImmutable: true }),
  field("stageId", "STAGE_ID", "crm_status", "Stage", { dictionary: "DEAL_STAGE" }),
  field("stageSemanticId", "STAGE_SEMANTIC_ID", "string", "Stage group", READ_ONLY),
  field("isNew", "IS_NEW", "char", "New deal", READ_ONLY),
  field("isRecurring", "IS_RECURRING", "char", "Recurring deal", { initial: "N" }),
  field("isReturnCustomer", "IS_RETURN_CUSTOMER", "char", "Repeat deal", { initial: "N" }),
  field("isRepeatedApproach", "IS_REPEATED_APPROACH", "char", "Repeat inquiry", { initial: "N" }),
  field("probability", "PROBABILITY", "integer", "Probability"),
  ...MONEY,
  field("taxValue", "TAX_VALUE", "double", "Tax rate", { initial: 0 }),
  ...CLIENT,
  field("quoteId", "QUOTE_ID", "crm_quote", "Quote", READ_ONLY),
  field("begindate", "BEGINDATE", "date", "Start date"),
  field("closedate", "CLOSEDATE", "date", "End date"),
  field("closed", "CLOSED", "char", "Closed", { initial: "N" }),
  ...RESPONSIBILITY,
  ...MOVES,
  ...SOURCE,
  field("leadId", "LEAD_ID", "crm_lead", "Lead", READ_ONLY),
  field("additionalInfo", "ADDITIONAL_INFO", "string", "Additional information"),
  field("locationId", "LOCATION_ID", "location", "Location"),
  ...ORIGIN,
  ...UTM,
  OBSERVERS,
  FORM,
];
