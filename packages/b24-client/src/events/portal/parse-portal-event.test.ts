import fc from "fast-check";
import { expect, test } from "vitest";

import { httpBuildQuery } from "../__fixtures__/http-build-query.ts";
import { parseBody } from "../parse-body.ts";
import { readEnvelope } from "../read-envelope.ts";
import { parseOfflineEvent, parsePortalEvent } from "./parse-portal-event.ts";
import type { PortalEvent } from "./portal-event.ts";

const ARRIVED = new Date("2026-05-14T10:00:00Z");

/** The same event as each wire brings it: a form, JSON, and a row of the offline queue. */
function everyWire(event: string, data: object | number): (PortalEvent | undefined)[] {
  const body = { event, data, ts: "1771928985", auth: { member_id: "demo-member", user_id: "27" } };
  const posts = [
    parseBody("application/x-www-form-urlencoded", httpBuildQuery(body)),
    parseBody("application/json", JSON.stringify(body)),
  ];
  const row = { EVENT_NAME: event, EVENT_DATA: data, TIMESTAMP_X: "2026-02-24T10:29:45+00:00" };
  const parsed = [
    ...posts.map((post) => parsePortalEvent(readEnvelope(post), ARRIVED)),
    parseOfflineEvent(row, ARRIVED),
  ];
  return parsed.map((each) => each?.event);
}

test.each<[string, object | number, PortalEvent]>([
  [
    "ONCRMLEADADD",
    { FIELDS: { ID: "759" } },
    { kind: "crm.changed", record: "lead", change: "added", id: "759", entityTypeId: null },
  ],
  [
    "onCrmDealUpdate",
    { FIELDS: { ID: 7405 } },
    { kind: "crm.changed", record: "deal", change: "updated", id: "7405", entityTypeId: null },
  ],
  [
    "ONCRMTIMELINECOMMENTDELETE",
    { FIELDS: { ID: 1 } },
    { kind: "crm.changed", record: "timeline_comment", change: "deleted", id: "1", entityTypeId: null },
  ],
  [
    "ONCRMDYNAMICITEMUPDATE",
    { FIELDS: { ID: 1, ENTITY_TYPE_ID: 128 } },
    { kind: "crm.changed", record: "item", change: "updated", id: "1", entityTypeId: "128" },
  ],
  [
    "ONCRMDYNAMICITEMADD_130",
    { FIELDS: { ID: 1 } },
    { kind: "crm.changed", record: "item", change: "added", id: "1", entityTypeId: "130" },
  ],
  [
    "ONCRMDEALMOVETOCATEGORY",
    { FIELDS: { ID: 1, CATEGORY_ID: 5, STAGE_ID: "C5:NEW" } },
    { kind: "deal.moved_to_category", id: "1", categoryId: "5", stageId: "C5:NEW" },
  ],
  [
    "ONTASKADD",
    { FIELDS_BEFORE: "undefined", FIELDS_AFTER: { ID: "123" }, IS_ACCESSIBLE_BEFORE: "N" },
    { kind: "task.changed", change: "added", id: "123" },
  ],
  [
    "ONTASKDELETE",
    { FIELDS_BEFORE: { ID: "123" }, FIELDS_AFTER: "undefined" },
    { kind: "task.changed", change: "deleted", id: "123" },
  ],
  [
    "ONTASKCOMMENTADD",
    { FIELDS_AFTER: { ID: "123", TASK_ID: "555" } },
    { kind: "task.commented", taskId: "555", commentId: "123", messageId: null },
  ],
  [
    "ONTASKCOMMENTADD",
    { FIELDS_AFTER: { ID: "0", TASK_ID: "555", MESSAGE_ID: "1458" } },
    { kind: "task.commented", taskId: "555", commentId: null, messageId: "1458" },
  ],
  ["ONCALENDARENTRYADD", { id: 42 }, { kind: "calendar.changed", change: "added", id: "42" }],
  [
    "ONSALEORDERSAVED",
    { FIELDS: { ID: 8, XML_ID: "", ACTION: "save" } },
    { kind: "sale.saved", record: "order", id: "8", xmlId: null },
  ],
  [
    "ONEXTERNALCALLSTART",
    {
      PHONE_NUMBER: "8-900",
      PHONE_NUMBER_INTERNATIONAL: "+7900",
      CALL_ID: "e.1",
      CRM_ENTITY_TYPE: "LEAD",
      CRM_ENTITY_ID: 3,
    },
    {
      kind: "call.started",
      phone: "+7900",
      callId: "e.1",
      lineNumber: null,
      crm: { entityType: "LEAD", entityId: "3" },
    },
  ],
  [
    "ONEXTERNALCALLBACKSTART",
    { PHONE_NUMBER: "+7900", TEXT: "Call me", LINE_NUMBER: "reg1", CRM_ENTITY_TYPE: "", CRM_ENTITY_ID: "0" },
    { kind: "call.requested", phone: "+7900", text: "Call me", lineNumber: "reg1", crm: null },
  ],
  ["ONUSERADD", { ID: "15", NAME: "Demo" }, { kind: "user.added", id: "15" }],
  ["ONOFFLINEEVENT", [], { kind: "offline.waiting" }],
  [
    "ONAPPPAYMENT",
    { CODE: "demo", STATUS: "S", PAYMENT_EXPIRED: "N", DAYS: "12" },
    { kind: "app.payment_changed", status: "S", isExpired: false, daysLeft: 12 },
  ],
  [
    "ONAPPMETHODCONFIRM",
    { TOKEN: "t", METHOD: "crm.lead.add", CONFIRMED: "1" },
    { kind: "app.method_confirmed", method: "crm.lead.add", isConfirmed: true },
  ],
  ["ONAPPTEST", { QUERY: { any: "1" } }, { kind: "app.tested", query: { any: "1" } }],
  [
    "ONIMCONNECTORMESSAGEADD",
    {
      CONNECTOR: "mine",
      LINE: "107",
      MESSAGES: [
        {
          im: { chat_id: 1, message_id: 2 },
          message: { user_id: 3, text: "[b]O:[/b] [br]Hi" },
          chat: { id: "outside-1" },
        },
      ],
    },
    {
      kind: "connector.message",
      change: "added",
      connector: "mine",
      lineId: "107",
      messages: [{ chatId: "1", messageId: "2", outsideChatId: "outside-1", text: "[b]O:[/b] [br]Hi" }],
    },
  ],
  ["ONIMCONNECTORLINEDELETE", 107, { kind: "connector.disconnected", connector: null, lineId: "107" }],
  [
    "ONIMCONNECTORSTATUSDELETE",
    { connector: "mine", line: 107 },
    { kind: "connector.disconnected", connector: "mine", lineId: "107" },
  ],
  [
    "ONOPENLINEMESSAGEADD",
    {
      DATA: [{ connector: { line_id: 8 }, chat: { id: 5 }, message: { id: 6, text: "Hello", user_id: 7, files: [] } }],
    },
    {
      kind: "open_line.message",
      change: "added",
      messages: [{ chatId: "5", messageId: "6", text: "Hello", authorId: "7", lineId: "8" }],
    },
  ],
  [
    "ONSESSIONFINISH",
    { DATA: [{ connector: { line_id: 8 }, session: { id: 9, closed: "Y" }, chat: { id: 5 }, user: { id: 7 } }] },
    {
      kind: "open_line.session",
      change: "finished",
      sessions: [{ sessionId: "9", chatId: "5", clientId: "7", lineId: "8" }],
    },
  ],
])("%s %j is one event whatever wire brings it", (name, data, event) => {
  expect(everyWire(name, data)).toEqual([event, event, event]);
});

test("tells who caused it and when the portal sent it", () => {
  const post = { event: "ONTASKUPDATE", data: { FIELDS_AFTER: { ID: 1 } }, ts: "1771928985", auth: { user_id: "27" } };
  const parsed = parsePortalEvent(readEnvelope(parseBody(undefined, httpBuildQuery(post))), ARRIVED);
  expect(parsed).toMatchObject({ userId: "27", occurredAt: "2026-02-24T10:29:45.000Z" });

  const byRobot = { event: "ONTASKUPDATE", data: { FIELDS_AFTER: { ID: 1 } } };
  expect(parsePortalEvent(readEnvelope(parseBody(undefined, httpBuildQuery(byRobot))), ARRIVED)).toMatchObject({
    userId: null,
    occurredAt: ARRIVED.toISOString(),
  });
});

test("a field that is missing is named, and never guessed", () => {
  expect(() => everyWire("ONCRMLEADADD", { FIELDS: {} })).toThrow("no FIELDS.ID");
  expect(() => everyWire("ONTASKCOMMENTADD", { FIELDS_AFTER: { ID: 1 } })).toThrow("no FIELDS_AFTER.TASK_ID");
});

test("an unknown event is nobody's, whatever it is called and holds", () => {
  const names = fc.string().filter((name) => name.trim() !== "" && !/^on/i.test(name));
  // Keys that could reach a prototype are refused before anything is read.
  const values = fc.jsonValue().filter((value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)));
  fc.assert(
    fc.property(names, values, (event, data) => {
      expect(
        parsePortalEvent(readEnvelope(parseBody("application/json", JSON.stringify({ event, data }))), ARRIVED),
      ).toBe(null);
    }),
  );
  expect(everyWire("ONIMBOTV2MESSAGEADD", { bot: { id: 1 } })).toEqual([undefined, undefined, undefined]);
});
