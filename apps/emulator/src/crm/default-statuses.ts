/** An entry of a dictionary: code, name, and for stages a colour and what they mean. */
export type DefaultStatus = readonly [statusId: string, name: string, color?: string, semantics?: "S" | "F"];

/** The stages that every funnel of deals starts with, without its prefix. */
export const DEAL_STAGES: readonly DefaultStatus[] = [
  ["NEW", "New", "#39A8EF"],
  ["PREPARATION", "Create paperwork", "#2FC6F6"],
  ["PREPAYMENT_INVOICE", "Invoice", "#55D0E0"],
  ["EXECUTING", "In progress", "#47E4C2"],
  ["FINAL_INVOICE", "Final invoice", "#FFA900"],
  ["WON", "Deal won", "#7BD500", "S"],
  ["LOSE", "Deal lost", "#FF5752", "F"],
  ["APOLOGY", "Analyze failure", "#FF5752", "F"],
];

/** The stages that a smart process starts with, without their prefix. */
export const DYNAMIC_STAGES: readonly DefaultStatus[] = [
  ["NEW", "Start", "#22B9FF"],
  ["PREPARATION", "Preparation", "#88B9FF"],
  ["CLIENT", "Client approval", "#10E5FC"],
  ["SUCCESS", "Success", "#00FF00", "S"],
  ["FAIL", "Failed", "#FF0000", "F"],
];

/** What a new portal has, by dictionary. Bitrix24 docs: crm.status.list. */
export const DEFAULT_STATUSES: Readonly<Record<string, readonly DefaultStatus[]>> = {
  STATUS: [
    ["NEW", "Unassigned", "#39A8EF"],
    ["IN_PROCESS", "In progress", "#2FC6F6"],
    ["PROCESSED", "Processed", "#55D0E0"],
    ["CONVERTED", "Good lead", "#7BD500", "S"],
    ["JUNK", "Junk lead", "#FF5752", "F"],
  ],
  SOURCE: [
    ["CALL", "Call"],
    ["EMAIL", "E-mail"],
    ["WEB", "Website"],
    ["ADVERTISING", "Advertising"],
    ["PARTNER", "Existing client"],
    ["RECOMMENDATION", "By recommendation"],
    ["TRADE_SHOW", "Trade show"],
    ["WEBFORM", "CRM form"],
    ["CALLBACK", "Callback"],
    ["RC_GENERATOR", "Sales boost"],
    ["STORE", "Online store"],
    ["OTHER", "Other"],
  ],
  DEAL_STAGE: DEAL_STAGES,
  DEAL_TYPE: [
    ["SALE", "Sale"],
    ["COMPLEX", "Integrated sale"],
    ["GOODS", "Goods"],
    ["SERVICES", "Services"],
    ["SERVICE", "After-sale service"],
  ],
  CONTACT_TYPE: [
    ["CLIENT", "Client"],
    ["SUPPLIER", "Supplier"],
    ["PARTNER", "Partner"],
    ["OTHER", "Other"],
  ],
  COMPANY_TYPE: [
    ["CUSTOMER", "Client"],
    ["SUPPLIER", "Supplier"],
    ["COMPETITOR", "Competitor"],
    ["PARTNER", "Partner"],
    ["OTHER", "Other"],
  ],
  INDUSTRY: [
    ["IT", "Information technology"],
    ["TELECOM", "Telecommunication"],
    ["MANUFACTURING", "Manufacturing"],
    ["BANKING", "Banking"],
    ["CONSULTING", "Consulting"],
    ["DELIVERY", "Delivery"],
    ["OTHER", "Other"],
  ],
  EMPLOYEES: [
    ["EMPLOYEES_1", "less than 50"],
    ["EMPLOYEES_2", "50 to 250"],
    ["EMPLOYEES_3", "250 to 500"],
    ["EMPLOYEES_4", "over 500"],
  ],
  HONORIFIC: [
    ["HNR_EN_1", "Mr."],
    ["HNR_EN_2", "Mrs."],
    ["HNR_EN_3", "Ms."],
    ["HNR_EN_4", "Dr."],
  ],
  EVENT_TYPE: [
    ["INFO", "Information"],
    ["PHONE", "Phone call"],
    ["MESSAGE", "E-mail sent"],
  ],
};
