import { expect, test } from "vitest";

import { decodeResult, UnknownAnswer } from "./decode-result.ts";
import type { MethodName } from "./index.ts";

/** Answers as portals write them, with what PHP makes of empty maps and numbers, and what callers get. */
test.each<[MethodName, unknown, unknown]>([
  [
    "imbot.v2.Bot.get",
    {
      bot: { id: 456, code: "support_bot", type: "bot", isHidden: "0", backgroundId: null, countChat: "12" },
      users: [],
    },
    {
      bot: { id: "456", code: "support_bot", type: "bot", isHidden: false, backgroundId: null, countChat: 12 },
      users: [],
    },
  ],
  ["imbot.v2.Chat.Message.send", { id: 789, uuidMap: [] }, { id: "789", uuidMap: {} }],
  [
    "imbot.v2.Event.get",
    { events: [{ eventId: 1, type: "ONIMBOTV2DELETE", data: { bot: { id: 5 } } }], nextOffset: "2", hasMore: "0" },
    { events: [{ eventId: 1, type: "ONIMBOTV2DELETE", data: { bot: { id: 5 } } }], nextOffset: 2, hasMore: false },
  ],
  [
    "imopenlines.session.history.get",
    { chatId: 1763, sessionId: "343", message: { 9: { id: 9, senderid: 0, date: "d", text: "b" } } },
    { chatId: "1763", sessionId: "343", message: { 9: { id: "9", senderid: "0", date: "d", text: "b" } } },
  ],
  [
    "imopenlines.session.history.get",
    { chatId: 1, sessionId: 2, message: [] },
    { chatId: "1", sessionId: "2", message: {} },
  ],
  [
    "im.dialog.messages.get",
    { chat_id: 1489, messages: { 1: { id: 84869, author_id: 0, unread: "N", params: [] } } },
    { chat_id: "1489", messages: [{ id: "84869", author_id: "0", unread: false, params: {} }] },
  ],
  ["tasks.task.list", { tasks: [{ id: "8017", xmlId: null }] }, { tasks: [{ id: "8017", xmlId: null }] }],
  [
    "crm.lead.get",
    {
      ID: 5,
      OPENED: "Y",
      OPPORTUNITY: "19999.99",
      ASSIGNED_BY_ID: 1,
      PHONE: [{ ID: 7, VALUE: "+490" }],
      UF_CRM_1: "x",
    },
    {
      ID: "5",
      OPENED: true,
      OPPORTUNITY: 19999.99,
      ASSIGNED_BY_ID: "1",
      PHONE: [{ ID: "7", VALUE: "+490" }],
      UF_CRM_1: "x",
    },
  ],
  ["crm.lead.add", "77", "77"],
  // A letter is no switch where there are more than two of them, and no number is read into a code.
  ["sale.status.get", { status: { id: "F", notify: "Y" } }, { status: { id: "F", notify: true } }],
  ["sale.status.list", { statuses: [{ id: "N" }, { id: "P" }] }, { statuses: [{ id: "N" }, { id: "P" }] }],
  [
    "sale.payment.get",
    { payment: { externalPayment: "F", paid: "Y" } },
    { payment: { externalPayment: "F", paid: true } },
  ],
  ["calendar.meeting.status.get", "Q", "Q"],
  [
    "catalog.product.get",
    { product: { active: "Y", quantityTrace: "D", subscribe: "D", canBuyZero: "N" } },
    { product: { active: true, quantityTrace: "D", subscribe: "D", canBuyZero: "N" } },
  ],
  ["task.item.userfield.get", { SHOW_FILTER: "E", MULTIPLE: "N" }, { SHOW_FILTER: "E", MULTIPLE: false }],
  ["imopenlines.dialog.get", { entity_data_3: "Y|12", extranet: false }, { entity_data_3: "Y|12", extranet: false }],
  // What is `false` when there is none keeps its form when there is one.
  ["calendar.event.getbyid", { UF_WEBDAV_CAL_EVENT: [12] }, { UF_WEBDAV_CAL_EVENT: [12] }],
  [
    "lists.field.get",
    { L: { PROPERTY_USER_TYPE: { USER_TYPE: "EList" } } },
    { L: { PROPERTY_USER_TYPE: { USER_TYPE: "EList" } } },
  ],
  ["scope", ["imbot", "im"], ["imbot", "im"]],
])("%s: %j is read into real types", (method, wire, read) => {
  expect(decodeResult(method, wire)).toEqual(read);
});

test("an answer without the field that everything else needs is not taken for one", () => {
  expect(() => decodeResult("imbot.v2.Bot.get", { users: [] })).toThrow(new UnknownAnswer("result.bot"));
  expect(() => decodeResult("tasks.task.list", { tasks: [{ title: "no id" }] })).toThrow("result.tasks.0.id");
});

test("keys of an answer cannot reach an object's prototype", () => {
  const decoded = decodeResult("crm.lead.get", JSON.parse('{"__proto__": {"polluted": true}, "ID": "1"}'));
  expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
  expect({}).not.toHaveProperty("polluted");
});
