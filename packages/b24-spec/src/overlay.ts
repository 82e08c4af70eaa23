import type { AnswerKind, ValueKind } from "./method-spec.ts";

/** A correction of one method's description. Every one says why. */
export type Correction = {
  reason: string;
  scope?: string | null;
  kind?: "read" | "write";
  page?: string;
  /** By parameter, or `fields.TITLE` for one inside; null takes a parameter away. New names are added. */
  params?: Record<string, { kind?: ValueKind; isRequired?: boolean } | null>;
  /** Replaces the documented answer (the value under `result`). */
  result?: unknown;
  /** Fields of the answer that are always there, such as `bot.id` or `messages.[].id`: typed without null, checked when read. */
  certain?: readonly string[];
  /** How answer fields are read, by the same paths, where the example misleads or does not show them. */
  reads?: Record<string, AnswerKind>;
  /** Stands beside the result of a list. */
  total?: number;
  needsApp?: true;
  isBatchable?: false;
  isRest3?: true;
};

/** A crm_item_product_row as the prose lists its fields. */
const PRODUCT_ROW = {
  id: 17_647,
  ownerId: 13_142,
  ownerType: "D",
  productId: 9621,
  productName: "Product",
  price: 79_999,
  priceExclusive: 79_999,
  priceNetto: 79_999,
  priceBrutto: 79_999,
  quantity: 1,
  discountTypeId: 2,
  discountRate: 0,
  discountSum: 0,
  taxRate: 0,
  taxIncluded: "N",
  customized: "Y",
  measureCode: 796,
  measureName: "pcs",
  sort: 10,
  type: 4,
};

/**
 * Hand-made corrections of the documentation's data, by method. The data was parsed from prose: it marks both halves of
 * an either-or as required, lists answer fields as parameters of methods that have none, and knows no answers of some.
 */
export const OVERLAY: Record<string, Correction> = {
  // Methods without a file.
  batch: {
    reason: "no file",
    scope: null,
    kind: "write",
    isBatchable: false,
    page: "/settings/how-to-call-rest-api/batch.html",
    params: { cmd: { kind: "any", isRequired: true }, halt: { kind: "boolean" } },
    result: { result: [], result_error: [], result_total: [], result_next: [], result_time: [] },
  },
  "server.time": { reason: "no file", scope: null, kind: "read", result: "2024-08-05T09:02:13+00:00" },
  profile: {
    reason: "no file",
    scope: null,
    kind: "read",
    result: {
      ID: "1",
      ADMIN: true,
      NAME: "Demo",
      LAST_NAME: "User",
      PERSONAL_GENDER: "",
      PERSONAL_PHOTO: "",
      TIME_ZONE: "",
      TIME_ZONE_OFFSET: 3600,
    },
    certain: ["ID"],
  },
  scope: {
    reason: "no file",
    scope: null,
    kind: "read",
    params: { full: { kind: "boolean" } },
    result: ["crm", "im"],
  },
  methods: {
    reason: "no file",
    scope: null,
    kind: "read",
    params: { scope: { kind: "string" }, full: { kind: "boolean" } },
    result: ["batch", "profile"],
  },
  "app.info": {
    reason: "no file",
    scope: null,
    kind: "read",
    needsApp: true,
    result: {
      ID: 5,
      CODE: "local.demo",
      VERSION: 1,
      STATUS: "L",
      INSTALLED: true,
      PAYMENT_EXPIRED: "N",
      DAYS: null,
      LANGUAGE_ID: "en",
      LICENSE: "en_basic",
      LICENSE_TYPE: "basic",
      LICENSE_FAMILY: "basic",
    },
  },

  // What the platform counts on in an answer.
  "imopenlines.session.history.get": {
    reason: "the page shows no answer of its own; the form is that of the older page, with its glued keys",
    result: {
      chatId: 1763,
      sessionId: 343,
      canJoin: "Y",
      canVoteHead: "N",
      userId: "chat1763",
      message: {
        85851: {
          id: 85851,
          chatid: 1763,
          senderid: "27",
          recipientid: "chat1763",
          date: "2026-03-16T17:51:22+03:00",
          text: "Hello",
          textlegacy: "Hello",
          params: {},
        },
      },
      usersMessage: {},
      users: {},
    },
    certain: ["chatId", "sessionId", "message", "message.{}.id", "message.{}.senderid"],
  },
  "imbot.v2.Revision.get": { reason: "decides between v1 and v2", certain: ["rest"] },
  "imbot.v2.Bot.register": {
    reason: "the bot's number is what all else needs",
    certain: ["bot", "bot.id", "bot.code", "bot.type"],
  },
  "imbot.v2.Bot.update": { reason: "as Bot.register", certain: ["bot", "bot.id"] },
  "imbot.v2.Bot.get": { reason: "as Bot.register", certain: ["bot", "bot.id", "bot.code", "bot.type"] },
  "imbot.v2.Bot.list": { reason: "bots are told apart by these", certain: ["bots", "bots.[].id", "bots.[].code"] },
  "imbot.v2.Chat.Message.send": {
    reason: "skipConnector and silentConnector are in the prose and not in the table; a keyboard may also be a map",
    params: {
      "fields.keyboard": { kind: "any" },
      "fields.attach": { kind: "any" },
      "fields.skipConnector": { kind: "boolean" },
      "fields.silentConnector": { kind: "boolean" },
    },
    certain: ["id"],
  },
  "imbot.v2.Chat.Message.update": {
    reason: "a keyboard may also be a map, or N to take it away",
    params: { "fields.keyboard": { kind: "any" }, "fields.attach": { kind: "any" } },
  },
  "imbot.v2.Chat.Message.getContext": {
    reason: "messages are found again by these",
    certain: ["messages", "messages.[].id", "messages.[].authorId"],
  },
  "imbot.v2.Command.register": { reason: "buttons and events name it", certain: ["command", "command.id"] },
  "imbot.v2.Command.list": {
    reason: "commands are told apart by these",
    certain: ["commands", "commands.[].id", "commands.[].command"],
  },
  "imbot.v2.Event.get": {
    reason: "an event without these cannot be kept",
    certain: ["events", "events.[].eventId", "events.[].type"],
    // It is counted with: the offset is one more.
    reads: { "events.[].eventId": "number" },
  },
  "imbot.v2.File.download": { reason: "nothing else is asked for", certain: ["downloadUrl"] },
  "im.dialog.messages.get": {
    reason: "messages are found again by these",
    certain: ["chat_id", "messages", "messages.[].id", "messages.[].author_id"],
  },
  "tasks.task.add": {
    reason: "the table of fields lacks XML_ID, which portals take and give back",
    params: { "fields.XML_ID": { kind: "string" } },
    certain: ["task", "task.id"],
  },
  "tasks.task.list": {
    reason: "tasks are found again by these; the documented answer shows a selection without XML_ID",
    certain: ["tasks", "tasks.[].id"],
    reads: { "tasks.[].xmlId": "text" },
  },
  // CRM
  "crm.contact.fields": {
    reason: "no file",
    scope: "crm",
    kind: "read",
    page: "/api-reference/crm/contacts/crm-contact-fields.html",
    result: {
      ID: {
        type: "integer",
        isRequired: false,
        isReadOnly: true,
        isImmutable: false,
        isMultiple: false,
        isDynamic: false,
        title: "ID",
      },
    },
  },
  "crm.contact.update": { reason: "no answer in the data; the prose says a boolean", result: true },
  "crm.deal.productrows.get": {
    reason: "no file; as crm.lead.productrows.get",
    scope: "crm",
    kind: "read",
    page: "/api-reference/crm/deals/crm-deal-productrows-get.html",
    params: { id: { kind: "integer", isRequired: true } },
    result: [
      {
        ID: "1425",
        OWNER_ID: "5",
        OWNER_TYPE: "D",
        PRODUCT_ID: 6935,
        PRODUCT_NAME: "Product",
        ORIGINAL_PRODUCT_NAME: "Product",
        PRODUCT_DESCRIPTION: null,
        PRICE: 10,
        PRICE_EXCLUSIVE: 10,
        PRICE_NETTO: 10,
        PRICE_BRUTTO: 10,
        PRICE_ACCOUNT: "10.00000000",
        QUANTITY: 1,
        DISCOUNT_TYPE_ID: 2,
        DISCOUNT_RATE: 0,
        DISCOUNT_SUM: 0,
        TAX_RATE: null,
        TAX_INCLUDED: "N",
        CUSTOMIZED: "Y",
        MEASURE_CODE: 796,
        MEASURE_NAME: "pcs",
        SORT: 10,
        XML_ID: "",
        TYPE: 4,
        STORE_ID: null,
        RESERVE_ID: null,
        DATE_RESERVE_END: null,
        RESERVE_QUANTITY: null,
      },
    ],
  },
  "crm.deal.productrows.set": {
    reason: "no file; as crm.lead.productrows.set",
    scope: "crm",
    kind: "write",
    page: "/api-reference/crm/deals/crm-deal-productrows-set.html",
    params: { id: { kind: "integer", isRequired: true }, rows: { kind: "array", isRequired: true } },
    result: true,
  },
  "crm.lead.list": {
    reason: "no answer in the data, and the order is not among its parameters; rows as crm.lead.get gives them",
    params: { order: { kind: "object" } },
    result: [
      {
        ID: "123",
        TITLE: "Lead",
        NAME: "",
        LAST_NAME: null,
        STATUS_ID: "IN_PROCESS",
        STATUS_SEMANTIC_ID: "P",
        SOURCE_ID: "1",
        OPPORTUNITY: "0.00",
        CURRENCY_ID: "RUB",
        ASSIGNED_BY_ID: "1",
        ORIGINATOR_ID: null,
        ORIGIN_ID: null,
        DATE_CREATE: "2024-05-23T18:18:25+03:00",
        DATE_MODIFY: "2024-05-23T18:18:25+03:00",
        PHONE: [{ ID: "11658", VALUE_TYPE: "OTHER", VALUE: "+5454777777", TYPE_ID: "PHONE" }],
      },
    ],
    total: 1,
  },
  "crm.lead.contact.items.get": {
    reason: "no answer in the data; as crm.deal.contact.items.get",
    result: [{ CONTACT_ID: 55, SORT: 100, ROLE_ID: 0, IS_PRIMARY: "Y" }],
  },
  "crm.activity.add": { reason: "fields is a map", params: { fields: { kind: "object", isRequired: true } } },
  "crm.activity.update": {
    reason: "an update needs none of the fields that an add needs",
    params: {
      fields: { kind: "object", isRequired: true },
      "fields.OWNER_ID": { isRequired: false },
      "fields.OWNER_TYPE_ID": { isRequired: false },
      "fields.TYPE_ID": { isRequired: false },
      "fields.COMMUNICATIONS": { isRequired: false },
      "fields.RESPONSIBLE_ID": { isRequired: false },
    },
  },
  "crm.activity.list": {
    reason: "no answer in the data; rows as crm.activity.get gives them, communications when selected",
    result: [
      {
        ID: "999",
        OWNER_ID: "15",
        OWNER_TYPE_ID: "3",
        TYPE_ID: "2",
        PROVIDER_ID: "VOXIMPLANT_CALL",
        PROVIDER_TYPE_ID: "CALL",
        SUBJECT: "Call",
        CREATED: "2020-09-27T13:26:55+03:00",
        LAST_UPDATED: "2021-03-21T20:28:24+03:00",
        START_TIME: "2020-09-27T13:25:00+03:00",
        END_TIME: "2020-09-27T19:25:00+03:00",
        DEADLINE: "2020-09-27T13:25:00+03:00",
        COMPLETED: "Y",
        STATUS: "2",
        RESPONSIBLE_ID: "505",
        PRIORITY: "2",
        DESCRIPTION: "",
        DIRECTION: "2",
        AUTHOR_ID: "505",
        EDITOR_ID: "505",
      },
    ],
    total: 1,
  },
  "crm.currency.list": {
    reason: "no answer in the data; rows as crm.currency.get gives them, without LANG",
    result: [
      {
        CURRENCY: "RUB",
        AMOUNT_CNT: "1",
        AMOUNT: "1.0000",
        SORT: "100",
        BASE: "Y",
        FULL_NAME: "Russian Ruble",
        LID: "en",
        FORMAT_STRING: "#",
        DEC_POINT: ".",
        THOUSANDS_SEP: "",
        DECIMALS: "2",
        DATE_UPDATE: "2024-01-29T12:28:40+02:00",
      },
    ],
    total: 0,
  },
  "crm.status.entity.types": {
    reason: "no answer in the data; fields from the prose",
    result: [
      {
        ID: "STATUS",
        NAME: "Lead stages",
        SEMANTIC_INFO: { START_FIELD: "NEW", FINAL_SUCCESS_FIELD: "CONVERTED", FINAL_UNSUCCESS_FIELD: "JUNK" },
      },
      { ID: "SOURCE", NAME: "Sources", SEMANTIC_INFO: [] },
    ],
  },
  "crm.item.productrow.add": {
    reason: "no answer in the data; fields of crm_item_product_row",
    result: { productRow: PRODUCT_ROW },
  },
  "crm.item.productrow.update": {
    reason: "no answer in the data; fields of crm_item_product_row",
    result: { productRow: PRODUCT_ROW },
  },
  "crm.item.productrow.get": {
    reason: "no answer in the data; fields of crm_item_product_row",
    result: { productRow: PRODUCT_ROW },
  },
  "crm.item.productrow.list": {
    reason: "no answer in the data; fields of crm_item_product_row",
    result: { productRows: [PRODUCT_ROW] },
    total: 1,
  },
  "crm.item.productrow.set": {
    reason: "no answer in the data; fields of crm_item_product_row",
    result: { productRows: [PRODUCT_ROW] },
  },
  "crm.item.productrow.delete": { reason: "no answer in the data; the prose says null", result: null },
};

/** Methods that the data calls writes and that change nothing: their verb is not one that its parser knows. */
export const READS_CALLED_WRITES: ReadonlySet<string> = new Set([
  "imbot.v2.Chat.Message.getContext",
  "im.dialog.messages.search",
  "im.notify.history.search",
  "imopenlines.crm.chat.getLastId",
  "crm.enum.getorderownertypes",
  "crm.status.entity.items",
  "crm.status.entity.types",
  "tasks.task.getaccess",
  "calendar.event.get.nearest",
  "calendar.event.getbyid",
  "user.search",
  "disk.file.getVersions",
  "disk.file.search",
  "disk.folder.getChildren",
  "disk.rights.getTasks",
  "disk.storage.getChildren",
  "disk.storage.getForApp",
  "disk.storage.getTypes",
]);
