type Rows = Record<string, unknown>[];

const DAY_MS = 24 * 3600 * 1000;
const [MANAGER, OPERATOR, EMPLOYEE] = [1, 2, 3];
/** Bitrix24 docs: crm/data-types, entityTypeId. */
const [DEAL, CONTACT, COMPANY] = [2, 3, 4];

/** The number of the first funnel that is added: a new portal has only the one numbered 0. */
const REPAIRS = 1;

const workPhone = (number: number): Rows => [{ VALUE: `+1202555${number}`, VALUE_TYPE: "WORK" }];
const workMail = (name: string): Rows => [{ VALUE: `${name}@client.example`, VALUE_TYPE: "WORK" }];

const companies: Rows = [
  { TITLE: "Demo client: furniture shop", COMPANY_TYPE: "CUSTOMER", INDUSTRY: "OTHER", PHONE: workPhone(3001) },
  { TITLE: "Демо-клиент: мастерская", COMPANY_TYPE: "CUSTOMER", INDUSTRY: "MANUFACTURING", PHONE: workPhone(3002) },
  { TITLE: "Soft Chairs Ltd", COMPANY_TYPE: "CUSTOMER", PHONE: workPhone(3003) },
  { TITLE: "Кафе «Ромашка»", COMPANY_TYPE: "CUSTOMER", PHONE: workPhone(3004) },
];

const contacts: Rows = [
  {
    NAME: "Anna",
    LAST_NAME: "(client)",
    TYPE_ID: "CLIENT",
    PHONE: workPhone(3101),
    EMAIL: workMail("anna"),
    COMPANY_ID: 1,
  },
  { NAME: "Борис", LAST_NAME: "(клиент)", TYPE_ID: "CLIENT", PHONE: workPhone(3102), COMPANY_ID: 2 },
  { NAME: "Mark", LAST_NAME: "(buyer)", TYPE_ID: "CLIENT", EMAIL: workMail("mark"), ASSIGNED_BY_ID: EMPLOYEE },
  { NAME: "Ольга", LAST_NAME: "(поставщик)", TYPE_ID: "SUPPLIER", PHONE: workPhone(3104) },
  { NAME: "Павел", LAST_NAME: "Иванов", TYPE_ID: "CLIENT", PHONE: workPhone(3105), ASSIGNED_BY_ID: EMPLOYEE },
  { NAME: "Пётр", LAST_NAME: "Иванов", TYPE_ID: "CLIENT", PHONE: workPhone(3106), COMPANY_ID: 4 },
  { NAME: "Laura", LAST_NAME: "Schmidt", TYPE_ID: "CLIENT", PHONE: workPhone(3107), COMPANY_ID: 3 },
  { NAME: "Мария", LAST_NAME: "Соколова", TYPE_ID: "CLIENT", PHONE: workPhone(3108) },
];

const leads: Rows = [
  {
    TITLE: "Question about delivery",
    NAME: "Lena",
    SOURCE_ID: "WEB",
    PHONE: workPhone(3201),
    ASSIGNED_BY_ID: OPERATOR,
  },
  { TITLE: "Запрос цены на столы", NAME: "Игорь", SOURCE_ID: "CALL", PHONE: workPhone(3202), OPPORTUNITY: 45_000 },
  { TITLE: "Twelve chairs for an office", SOURCE_ID: "EMAIL", STATUS_ID: "IN_PROCESS", OPPORTUNITY: 96_000 },
  { TITLE: "Обратный звонок", SOURCE_ID: "CALLBACK", STATUS_ID: "PROCESSED", ASSIGNED_BY_ID: EMPLOYEE },
  { TITLE: "Wrong number", SOURCE_ID: "CALL", STATUS_ID: "JUNK" },
];

const deals: Rows = [
  { TITLE: "Office desk, oak", CONTACT_ID: 1, COMPANY_ID: 1, SOURCE_ID: "WEB" },
  { TITLE: "Кухонный гарнитур", CONTACT_ID: 2, COMPANY_ID: 2, OPPORTUNITY: 180_000, ASSIGNED_BY_ID: EMPLOYEE },
  { TITLE: "Lamps, second delivery", CONTACT_ID: 3, OPPORTUNITY: 12_500, ASSIGNED_BY_ID: EMPLOYEE },
  { TITLE: "Шкаф на заказ", CONTACT_ID: 2, OPPORTUNITY: 64_000, ASSIGNED_BY_ID: MANAGER },
  { TITLE: "Bookshelves for a school", CONTACT_ID: 1, COMPANY_ID: 1, OPPORTUNITY: 230_000, ASSIGNED_BY_ID: EMPLOYEE },
];

/** Stages of the deals above by their numbers: every step stands in the history. */
const STEPS: readonly (readonly [id: number, ...stages: string[]])[] = [
  [2, "PREPARATION", "EXECUTING"],
  [3, "PREPARATION", "PREPAYMENT_INVOICE", "WON"],
  [4, "PREPARATION", "LOSE"],
  [5, "PREPARATION"],
];

/** Clients, enquiries and deals in all stages. The rows are those of `SEED_ROWS`; numbers are those a new portal gives. */
export const DEMO_CRM = {
  companies,
  contacts,
  leads,
  deals,
  calls: [
    ...STEPS.flatMap(([id, ...stages]) =>
      stages.map((STAGE_ID) => ({ method: "crm.deal.update", params: { id, fields: { STAGE_ID } } })),
    ),
    {
      method: "crm.deal.productrows.set",
      params: {
        id: 1,
        rows: [
          { PRODUCT_NAME: "Desk, oak", PRICE: 32_000, QUANTITY: 1 },
          { PRODUCT_NAME: "Chair, oak", PRICE: 8000, QUANTITY: 2, DISCOUNT_RATE: 10 },
        ],
      },
    },
    { method: "crm.category.add", params: { entityTypeId: 2, fields: { name: "Ремонт" } } },
    {
      method: "crm.deal.add",
      params: {
        fields: { TITLE: "Починить стул", CATEGORY_ID: REPAIRS, STAGE_ID: `C${REPAIRS}:PREPARATION`, CONTACT_ID: 2 },
      },
    },
    todo(1, "Agree on the day of delivery", 1),
    todo(2, "Позвонить и уточнить размеры", 2),
    todo(5, "Send the offer", -1),
    todo(5, "Позвонить насчёт дивана", 1, CONTACT),
    todo(6, "Договориться о замере", 3, CONTACT),
    todo(7, "Send the catalogue", -2, CONTACT),
    todo(3, "Ask about the next order", 5, COMPANY),
    comment("deal", 2, "Клиент просит светлое дерево."),
    comment("lead", 3, "Asked for an invoice to the company."),
    { method: "crm.type.add", params: { fields: { title: "Equipment" } } },
  ],
};

/** @param days From now until it is due; negative when it is overdue. */
function todo(
  ownerId: number,
  title: string,
  days: number,
  ownerTypeId = DEAL,
): { method: string; params: Record<string, unknown> } {
  const deadline = new Date(Date.now() + days * DAY_MS).toISOString();
  return { method: "crm.activity.todo.add", params: { ownerTypeId, ownerId, title, deadline } };
}

function comment(
  ENTITY_TYPE: string,
  ENTITY_ID: number,
  COMMENT: string,
): { method: string; params: Record<string, unknown> } {
  return { method: "crm.timeline.comment.add", params: { fields: { ENTITY_TYPE, ENTITY_ID, COMMENT } } };
}
