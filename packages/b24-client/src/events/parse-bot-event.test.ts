import { BotEvent } from "@botdeck/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { httpBuildQuery } from "./__fixtures__/http-build-query.ts";
import v1Command from "./__fixtures__/v1-command-added.json" with { type: "json" };
import v1Message from "./__fixtures__/v1-message-added.json" with { type: "json" };
import v2Fetched from "./__fixtures__/v2-message-fetched.json" with { type: "json" };
import v2Message from "./__fixtures__/v2-message-added.json" with { type: "json" };
import { parseFetchedEvent, parseWebhookEvent } from "./parse-bot-event.ts";
import { parseForm } from "./parse-form.ts";
import { toKeyedBotEvent } from "./parsed-bot-event.ts";
import { readEnvelope } from "./read-envelope.ts";

const OWNER = { portalId: "01980000-0000-7000-8000-000000000001", botId: "01980000-0000-7000-8000-000000000002" };
const ARRIVED_AT = new Date("2026-03-01T00:00:00Z");
const SENT_AT = "2026-02-26T08:19:23.000Z";

type Json = Record<string, unknown>;

function fromWebhook(post: Json) {
  const parsed = parseWebhookEvent(readEnvelope(parseForm(httpBuildQuery(post))), ARRIVED_AT);
  return parsed.ok ? parsed.events.map((event) => toKeyedBotEvent(event, OWNER)) : [];
}

function fromFetch(fetched: Json) {
  const parsed = parseFetchedEvent(fetched as Parameters<typeof parseFetchedEvent>[0], ARRIVED_AT);
  return parsed.ok ? parsed.events.map((event) => toKeyedBotEvent(event, OWNER)) : [];
}

/** The same event by both doors, sent at the same second. */
function bothWays(type: string, data: Json) {
  const [webhook] = fromWebhook({ event: type, ts: "1772093963", data });
  const [fetched] = fromFetch({ eventId: 1, type, date: "2026-02-26T11:19:23+03:00", data });
  if (webhook === undefined || fetched === undefined) throw new Error("the event was ignored");
  return { webhook, fetched };
}

const bot = { id: 456, code: "support_bot", type: "bot" };
const chat = { id: 5, dialogId: "chat5", type: "chat", name: "Support Chat", entityType: "" };
const user = { id: 1, name: "Demo Person", bot: false, connector: false, extranet: false, type: "employee" };
const message = {
  id: 789,
  chatId: 5,
  authorId: 1,
  date: "2025-01-15T10:30:00+03:00",
  text: "Hello",
  isSystem: false,
  params: [],
};
const command = { id: 42, command: "/help", params: "topic", context: "textarea" };
const common = { bot, chat, user, language: "en" };

const V2_EVENTS: [string, Json, Json][] = [
  [
    "ONIMBOTV2MESSAGEADD",
    { message },
    { kind: "message.added", occurredAt: "2025-01-15T07:30:00.000Z", message: { id: "789", text: "Hello", files: [] } },
  ],
  [
    "ONIMBOTV2MESSAGEUPDATE",
    { message: { ...message, params: { IS_EDITED: "Y", X: null, Y: "" } } },
    { kind: "message.updated", occurredAt: SENT_AT },
  ],
  ["ONIMBOTV2MESSAGEDELETE", { messageId: 789 }, { kind: "message.deleted", messageId: "789" }],
  ["ONIMBOTV2JOINCHAT", { dialogId: "chat5" }, { kind: "bot.joined", occurredAt: SENT_AT }],
  [
    "ONIMBOTV2COMMANDADD",
    { message, command },
    { kind: "command.called", command: { id: "42", name: "help", params: "topic", context: "textarea" } },
  ],
  [
    "ONIMBOTV2REACTIONCHANGE",
    { message, reaction: "like", action: "add" },
    { kind: "reaction.changed", messageId: "789", reaction: "like", action: "add" },
  ],
  [
    "ONIMBOTV2CONTEXTGET",
    { dialogId: "chat5", context: { deal: 7, extra: { on: true, none: null, empty: "" } } },
    { kind: "context.opened", context: { deal: "7", extra: { on: "1" } } },
  ],
  ["ONIMBOTV2DELETE", {}, { kind: "bot.removed" }],
];

test.each(V2_EVENTS)("%s is the same event under the same key by webhook and by fetch", (type, own, expected) => {
  const { webhook, fetched } = bothWays(type, { ...common, ...own });
  expect(fetched).toEqual(webhook);
  expect(BotEvent.parse(webhook.event)).toMatchObject({ ...OWNER, ...expected });
});

test("the documented message gives one event and one key, though both wires name a different time of sending", () => {
  expect(fromWebhook(v2Message)).toEqual(fromFetch(v2Fetched));
  expect(fromWebhook(v2Message)[0]?.event).toEqual({
    ...OWNER,
    kind: "message.added",
    dialog: { id: "chat5", chatId: "5", type: "group", title: "Support Chat", entityId: null },
    person: { id: "1", name: "Demo Person", kind: "employee" },
    language: "en",
    occurredAt: "2025-01-15T07:30:00.000Z",
    message: { id: "789", text: "Hello bot!", files: [] },
  });
});

test("any message is the same event under the same key by webhook and by fetch", () => {
  const text = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));
  const params = fc.dictionary(
    fc.stringMatching(/^[A-Z_]{1,8}$/),
    fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.nat(), { maxLength: 3 })),
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.nat(), text, params, fc.boolean(), (id, body, extra, isConnector) => {
      const data = {
        ...common,
        user: { ...user, connector: isConnector },
        message: { ...message, id, text: body, params: extra },
      };
      for (const type of ["ONIMBOTV2MESSAGEADD", "ONIMBOTV2MESSAGEUPDATE"]) {
        const { webhook, fetched } = bothWays(type, data);
        expect(fetched).toEqual(webhook);
      }
    }),
    { numRuns: 200 },
  );
});

describe("the dedupe key", () => {
  type Sent = readonly [type: string, own: Json, ts?: string];
  const keyOf = (...[type, own, ts = "1772093963"]: Sent) =>
    fromWebhook({ event: type, ts, data: { ...common, ...own } })[0]?.dedupeKey;
  const pressed = { ...command, context: "keyboard" };

  test.each<[string, Sent, Sent]>([
    [
      "a message delivered again later",
      ["ONIMBOTV2MESSAGEADD", { message }],
      ["ONIMBOTV2MESSAGEADD", { message }, "1772099999"],
    ],
    [
      "an edit whose parameters come in another order",
      ["ONIMBOTV2MESSAGEUPDATE", { message: { ...message, params: { A: "1", B: { C: "2", D: "3" } } } }],
      ["ONIMBOTV2MESSAGEUPDATE", { message: { ...message, params: { B: { D: "3", C: "2" }, A: "1" } } }],
    ],
    [
      "an edit delivered again later",
      ["ONIMBOTV2MESSAGEUPDATE", { message }],
      ["ONIMBOTV2MESSAGEUPDATE", { message }, "1772099999"],
    ],
    [
      "a typed command delivered again later",
      ["ONIMBOTV2COMMANDADD", { message, command }],
      ["ONIMBOTV2COMMANDADD", { message, command }, "1772099999"],
    ],
    [
      "a press delivered again within its second",
      ["ONIMBOTV2COMMANDADD", { message, command: pressed }],
      ["ONIMBOTV2COMMANDADD", { message, command: pressed }],
    ],
  ])("is the same for %s", (_name, first, second) => {
    expect(keyOf(...first)).toBe(keyOf(...second));
  });

  test.each<[string, Sent, Sent]>([
    [
      "two messages",
      ["ONIMBOTV2MESSAGEADD", { message }],
      ["ONIMBOTV2MESSAGEADD", { message: { ...message, id: 790 } }],
    ],
    ["a message and its edit", ["ONIMBOTV2MESSAGEADD", { message }], ["ONIMBOTV2MESSAGEUPDATE", { message }]],
    [
      "two edits",
      ["ONIMBOTV2MESSAGEUPDATE", { message }],
      ["ONIMBOTV2MESSAGEUPDATE", { message: { ...message, text: "Hello!" } }],
    ],
    [
      "the same button pressed again",
      ["ONIMBOTV2COMMANDADD", { message, command: pressed }],
      ["ONIMBOTV2COMMANDADD", { message, command: pressed }, "1772093964"],
    ],
    [
      "two buttons of one message",
      ["ONIMBOTV2COMMANDADD", { message, command: pressed }],
      ["ONIMBOTV2COMMANDADD", { message, command: { ...pressed, params: "other" } }],
    ],
    [
      "a reaction set and taken back",
      ["ONIMBOTV2REACTIONCHANGE", { message, reaction: "like", action: "add" }],
      ["ONIMBOTV2REACTIONCHANGE", { message, reaction: "like", action: "delete" }],
    ],
  ])("differs for %s", (_name, first, second) => {
    expect(keyOf(...first)).not.toBe(keyOf(...second));
  });

  test("differs between two bots that got the same message", () => {
    const first = keyOf("ONIMBOTV2MESSAGEADD", { message });
    expect(keyOf("ONIMBOTV2MESSAGEADD", { message, bot: { ...bot, id: 457 } })).not.toBe(first);
  });
});

describe("the person is told by kind", () => {
  test.each([
    ["client", { user: { ...user, connector: true } }],
    ["extranet", { user: { ...user, extranet: true } }],
    ["bot", { user: { ...user, bot: true } }],
    ["bot", { user: { ...user, type: "bot" } }],
    ["system", { message: { ...message, isSystem: true } }],
    ["system", { user: "", message: { ...message, authorId: 0 } }],
    ["employee", {}],
  ])("%s in v2: %j", (kind, own) => {
    const { webhook, fetched } = bothWays("ONIMBOTV2MESSAGEADD", { ...common, message, ...own });
    expect(webhook.event.person.kind).toBe(kind);
    expect(fetched).toEqual(webhook);
  });

  test("who presses a button of a system message is not the system", () => {
    const data = {
      ...common,
      message: { ...message, isSystem: true, authorId: 0 },
      command: { ...command, context: "keyboard" },
    };
    expect(bothWays("ONIMBOTV2COMMANDADD", data).webhook.event.person).toMatchObject({ id: "1", kind: "employee" });
  });

  test.each([
    ["client", { IS_CONNECTOR: "Y" }, {}],
    ["extranet", { IS_EXTRANET: "Y" }, {}],
    ["bot", { IS_BOT: "Y" }, {}],
    ["system", {}, { SYSTEM: "Y" }],
    ["system", {}, { AUTHOR_ID: "0" }],
    ["employee", {}, {}],
  ])("%s in v1: %j %j", (kind, userFlags, params) => {
    const data = {
      ...v1Message.data,
      USER: { ...v1Message.data.USER, ...userFlags },
      PARAMS: { ...v1Message.data.PARAMS, ...params },
    };
    expect(fromWebhook({ ...v1Message, data })[0]?.event.person.kind).toBe(kind);
  });
});

describe("v1", () => {
  test("a private message is a message event of its bot", () => {
    const [parsed] = fromWebhook(v1Message);
    expect(BotEvent.parse(parsed?.event)).toEqual({
      ...OWNER,
      kind: "message.added",
      dialog: { id: "27", chatId: "1407", type: "private", title: "", entityId: null },
      person: { id: "27", name: "Demo Employee", kind: "employee" },
      language: "ru",
      occurredAt: "2026-02-24T10:29:45.000Z",
      message: { id: "84331", text: "Hi", files: [] },
    });
  });

  test("one post for two bots gives an event for each, under different keys", () => {
    const data = { ...v1Message.data, BOT: { 567: { BOT_ID: "567" }, 568: { BOT_ID: "568" } } };
    const parsed = parseWebhookEvent(readEnvelope(parseForm(httpBuildQuery({ ...v1Message, data }))), ARRIVED_AT);
    expect(parsed.ok && parsed.events.map((event) => event.bitrixBotId)).toEqual(["567", "568"]);
    expect(new Set(fromWebhook({ ...v1Message, data }).map((event) => event.dedupeKey)).size).toBe(2);
  });

  test("a client's message of an open line names the line and carries its files", () => {
    const PARAMS = {
      ...v1Message.data.PARAMS,
      MESSAGE: "",
      CHAT_TYPE: "L",
      DIALOG_ID: "chat1157",
      CHAT_ID: "1157",
      CHAT_TITLE: "Demo client",
      CHAT_ENTITY_TYPE: "LINES",
      CHAT_ENTITY_ID: "livechat|22|1775|599",
      FILES: { 5255: { id: "5255", name: "photo.png", size: "2144", urlDownload: "https://demo.bitrix24.example/x" } },
    };
    expect(fromWebhook({ ...v1Message, data: { ...v1Message.data, PARAMS } })[0]?.event).toMatchObject({
      dialog: {
        id: "chat1157",
        chatId: "1157",
        type: "open_line",
        title: "Demo client",
        entityId: "livechat|22|1775|599",
      },
      message: { text: "", files: [{ id: "5255", name: "photo.png", sizeBytes: 2144 }] },
    });
  });

  test("a command is an event of the bot that owns it", () => {
    const parsed = parseWebhookEvent(readEnvelope(parseForm(httpBuildQuery(v1Command))), ARRIVED_AT);
    expect(parsed).toMatchObject({ ok: true, events: [{ bitrixBotId: "1291" }] });
    expect(fromWebhook(v1Command)[0]?.event).toMatchObject({
      kind: "command.called",
      command: { id: "103", name: "echo", params: "test", context: "textarea" },
    });
  });

  test("the removal of a bot needs nothing but its id", () => {
    const data = { BOT_ID: "567", BOT_CODE: "BOT" };
    expect(fromWebhook({ event: "ONIMBOTDELETE", ts: "1771928985", data })[0]?.event.kind).toBe("bot.removed");
  });
});

test("files of a v2 message come by their ids", () => {
  const data = { ...common, message: { ...message, params: { FILE_ID: [5255, 5256] } } };
  const { webhook } = bothWays("ONIMBOTV2MESSAGEADD", data);
  expect(webhook.event).toMatchObject({ message: { files: [{ id: "5255" }, { id: "5256" }] } });
});

test.each(["ONCRMDEALADD", "ONAPPINSTALL", "ONIMBOTV2SOMETHINGNEW", "CONSTRUCTOR"])(
  "%s is ignored by its name",
  (event) => {
    const ignored = { ok: false, reason: "ignored", event };
    expect(parseWebhookEvent(readEnvelope(parseForm(`event=${event}&data[x]=1`)), ARRIVED_AT)).toEqual(ignored);
    expect(parseFetchedEvent({ eventId: 1, type: event, date: null, data: {} }, ARRIVED_AT)).toEqual(ignored);
  },
);

test.each([
  ["message.id", "ONIMBOTV2MESSAGEADD", { ...common, message: { ...message, id: "" } }],
  ["bot.id", "ONIMBOTV2MESSAGEADD", { ...common, message, bot: {} }],
  ["dialogId", "ONIMBOTV2JOINCHAT", { ...common, chat: {} }],
  ["command.id", "ONIMBOTV2COMMANDADD", { ...common, message, command: {} }],
  [
    "PARAMS.DIALOG_ID",
    "ONIMBOTMESSAGEADD",
    { BOT: { 1: { BOT_ID: "1" } }, PARAMS: { MESSAGE_ID: "1" }, USER: { ID: "1" } },
  ],
  ["BOT", "ONIMBOTMESSAGEADD", { ...v1Message.data, BOT: {} }],
])("an event without %s is invalid, and the error names it", (path, event, data) => {
  expect(() => fromWebhook({ event, ts: "1772093963", data })).toThrow(
    expect.objectContaining({ code: "invalid", context: { path } }),
  );
});
