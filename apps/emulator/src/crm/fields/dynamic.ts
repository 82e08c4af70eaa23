import { field, type CrmField } from "../crm-field.ts";
import { CLIENT, FORM, MONEY, MOVES, OBSERVERS, RESPONSIBILITY, SOURCE } from "./shared.ts";

/** An item of a smart process. Bitrix24 docs: crm.item.fields. */
export const DYNAMIC_FIELDS: readonly CrmField[] = [
  field("id", null, "integer", "ID", { isReadOnly: true }),
  field("title", null, "string", "Name"),
  field("xmlId", null, "string", "External code"),
  ...RESPONSIBILITY.filter(({ key }) => key !== "comments"),
  FORM,
  field("begindate", null, "date", "Start date"),
  field("closedate", null, "date", "End date"),
  ...CLIENT,
  field("contacts", null, "crm_contact", "Contacts", {
    isMultiple: true,
    isReadOnly: true,
    read: ({ contacts }) => contacts.map(({ id }) => id),
  }),
  OBSERVERS,
  field("categoryId", null, "crm_category", "Pipeline"),
  ...MOVES,
  field("stageId", null, "crm_status", "Stage"),
  field("stageSemanticId", null, "string", "Stage group", { isReadOnly: true }),
  field("previousStageId", null, "crm_status", "Previous stage", { isReadOnly: true }),
  ...SOURCE,
  ...MONEY,
  field("taxValue", null, "double", "Tax total", { initial: 0 }),
  field("mycompanyId", null, "crm_company", "Your company details", {
    settings: { isMyCompany: true, isEmbeddedEditorEnabled: true },
  }),
  field("parentId1", null, "crm_lead", "Lead"),
  field("parentId2", null, "crm_deal", "Deal"),
];
