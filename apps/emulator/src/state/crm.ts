/** Leads, deals, contacts, companies and what belongs to them. Collections are maps by the record's `id`. */
export type CrmState = {
  /** 1 classic, 2 simple (without leads). */
  crmMode: number;
  leads: Map<number, CrmRecord>;
  deals: Map<number, CrmRecord>;
  contacts: Map<number, CrmRecord>;
  companies: Map<number, CrmRecord>;
  /** Items of smart processes; `entityTypeId` says of which one. Their ids are of one series. */
  dynamicItems: Map<number, CrmRecord>;
  crmTypes: Map<number, CrmType>;
  /** Funnels. The first one of deals appears when somebody asks: read them through `categoriesOf` of src/crm/stages.ts. */
  crmCategories: Map<number, CrmCategory>;
  /** Dictionaries and stages. Empty until somebody asks: read them through `statusesOf` of src/crm/statuses.ts. */
  crmStatuses: Map<number, CrmStatus>;
  /** Empty until somebody asks: read them through `currenciesOf` of src/crm/currencies.ts. */
  crmCurrencies: Map<string, CrmCurrency>;
  stageChanges: Map<number, StageChange>;
  productRows: Map<number, ProductRow>;
  activities: Map<number, Activity>;
  timelineComments: Map<number, TimelineComment>;
};

/**
 * A lead, deal, contact, company or item of a smart process: values by the names and with the types of `crm.item.*`,
 * whatever method wrote them (switches are `Y`/`N`, moments ISO texts). Every kind of entity has all these fields;
 * those it does not know stay null. What else an entity has (`sourceDescription`, `utmSource`, `post`, …) and user fields
 * under their own name (`UF_CRM_…`) stand beside them.
 */
export type CrmRecord = {
  id: number;
  /** 1 lead, 2 deal, 3 contact, 4 company, above 127 a smart process. */
  entityTypeId: number;
  /** Contacts have none: see `titleOf` of src/crm/title.ts. */
  title: string | null;
  name: string | null;
  secondName: string | null;
  lastName: string | null;
  /** A lead's STATUS_ID, a deal's STAGE_ID (`NEW`, `C5:WON`); contacts and companies have none. */
  stageId: string | null;
  /** P in work, S won, F lost. */
  stageSemanticId: string | null;
  /** The funnel; 0 is the first one of deals. */
  categoryId: number | null;
  opportunity: number | null;
  currencyId: string | null;
  assignedById: number;
  opened: string;
  comments: string | null;
  sourceId: string | null;
  /** Whoever wrote it from outside, and its number there. */
  originatorId: string | null;
  originId: string | null;
  xmlId: string | null;
  /** The company of a lead or deal. A contact may have several: see `companies`. */
  companyId: number | null;
  /** Contacts of a lead, deal or item. */
  contacts: Binding[];
  /** Companies of a contact. */
  companies: Binding[];
  observers: number[];
  /** Phones, mail addresses, sites and messengers. */
  fm: MultiField[];
  createdTime: string;
  updatedTime: string;
  createdBy: number;
  updatedBy: number;
  movedTime: string | null;
  movedBy: number | null;
  /** Moves with every activity and comment. */
  lastActivityTime: string;
  lastActivityBy: number;
  [field: string]: CrmValue;
};

export type CrmValue = string | number | null | (string | number)[] | Binding[] | MultiField[];

/** A tie to a contact or company; at most one of a list is the primary one. */
export type Binding = { id: number; sort: number; isPrimary: boolean };

/** A phone, mail address, site or messenger of an entity. */
export type MultiField = {
  id: number;
  typeId: "PHONE" | "EMAIL" | "WEB" | "IM" | "LINK";
  /** WORK, HOME, MOBILE, OTHER, OPENLINE, … */
  valueType: string;
  value: string;
};

export type CrmType = {
  id: number;
  /** The number of its items' kind, above 127. */
  entityTypeId: number;
  title: string;
  code: string;
  createdBy: number;
  createdTime: string;
  updatedTime: string;
  updatedBy: number;
  /** Other switches of the type, such as `isStagesEnabled`: `Y` or `N`. */
  switches: Record<string, string>;
};

/** A funnel. */
export type CrmCategory = {
  id: number;
  entityTypeId: number;
  name: string;
  sort: number;
  isDefault: boolean;
  originId: string;
  originatorId: string;
};

/** An entry of a dictionary: a source, a lead status, a stage of a funnel. */
export type CrmStatus = {
  id: number;
  /** The dictionary: `SOURCE`, `STATUS`, `DEAL_STAGE`, `DEAL_STAGE_5`, … */
  entityId: string;
  statusId: string;
  name: string;
  nameInit: string;
  sort: number;
  isSystem: boolean;
  /** The funnel of a stage outside the first one. */
  categoryId: number | null;
  color: string | null;
  /** S won, F lost; null in work, and for all that is no stage. */
  semantics: string | null;
};

export type CrmCurrency = {
  /** `RUB` */
  id: string;
  fullName: { en: string; ru: string };
  formatString: { en: string; ru: string };
  /** The price of one in the base currency. */
  amount: number;
  sort: number;
  isBase: boolean;
};

/** One entry of an item's way through its stages. */
export type StageChange = {
  id: number;
  entityTypeId: number;
  ownerId: number;
  /** 1 created, 2 moved on, 3 came to an end, 5 moved to another funnel. */
  kind: 1 | 2 | 3 | 5;
  at: string;
  categoryId: number;
  stageId: string;
  stageSemanticId: string;
};

export type ProductRow = {
  id: number;
  /** `L`, `D`, `C`, `CO` or `T` with the type's number in hexadecimal. */
  ownerType: string;
  ownerId: number;
  /** 0 for a row that names no product of the catalog. */
  productId: number;
  productName: string;
  price: number;
  priceExclusive: number;
  priceNetto: number;
  priceBrutto: number;
  quantity: number;
  /** 1 absolute, 2 per cent. */
  discountTypeId: number;
  discountRate: number;
  discountSum: number;
  taxRate: number | null;
  taxIncluded: string;
  customized: string;
  measureCode: number;
  measureName: string;
  sort: number;
  xmlId: string;
  type: number;
  storeId: number | null;
};

export type Activity = {
  id: number;
  /** The entity it was made for; also the first of `bindings`. */
  ownerTypeId: number;
  ownerId: number;
  bindings: { entityTypeId: number; entityId: number }[];
  /** 1 meeting, 2 call, 3 task, 4 e-mail, 6 of a provider (a to-do is `CRM_TODO`). */
  typeId: number;
  providerId: string | null;
  providerTypeId: string | null;
  subject: string;
  description: string;
  /** 1 text, 2 BB codes, 3 HTML. */
  descriptionType: number;
  isCompleted: boolean;
  responsibleId: number;
  authorId: number;
  editorId: number;
  /** 1 low, 2 normal, 3 high. */
  priority: number;
  /** 0 none, 1 incoming, 2 outgoing. */
  direction: number;
  startTime: string | null;
  endTime: string | null;
  deadline: string | null;
  createdTime: string;
  updatedTime: string;
  /** With whom: `{TYPE, VALUE, ENTITY_ID, ENTITY_TYPE_ID}` as it was given. */
  communications: Record<string, string>[];
  /** Ids of `files`. */
  fileIds: number[];
  /** What else was given, by its UPPER_CASE name, and a to-do's `colorId` and `pingOffsets`. */
  more: Record<string, unknown>;
};

export type TimelineComment = {
  id: number;
  /** Entities whose timeline shows it; the first one is where it was written. */
  bindings: { entityType: string; entityId: number }[];
  authorId: number;
  at: string;
  text: string;
  /** Ids of `files`. */
  fileIds: number[];
};

export function emptyCrm(): CrmState {
  return {
    crmMode: 1,
    leads: new Map(),
    deals: new Map(),
    contacts: new Map(),
    companies: new Map(),
    dynamicItems: new Map(),
    crmTypes: new Map(),
    crmCategories: new Map(),
    crmStatuses: new Map(),
    crmCurrencies: new Map(),
    stageChanges: new Map(),
    productRows: new Map(),
    activities: new Map(),
    timelineComments: new Map(),
  };
}
