import { describe, expect, test } from "vitest";

import { getEvents } from "./get-events.ts";
import { handOver } from "./hand-over.ts";
import { listDialogMessages } from "./list-dialog-messages.ts";
import { registerBot } from "./register-bot.ts";
import { sendMessage } from "./send-message.ts";
import { createScriptedClient } from "./testing/scripted-client.ts";

const bot = { botId: "456", botToken: "demo-bot-token" };
const sent = { body: { result: { id: 789, uuidMap: [] } } };

test("a message goes out with its keyboard, and its id comes back as text", async () => {
  const { client, calls } = createScriptedClient([sent]);
  const buttons = [[{ kind: "say", text: "Yes" } as const]];
  expect(await sendMessage(client, { ...bot, dialogId: "chat5", text: "Sure?", buttons })).toEqual({
    messageId: "789",
  });
  expect(calls[0]?.params).toEqual({
    ...bot,
    dialogId: "chat5",
    fields: { message: "Sure?", keyboard: [{ TEXT: "Yes", DISPLAY: "LINE", ACTION: "SEND", ACTION_VALUE: "Yes" }] },
  });
});

test("a note for operators is kept from the client", async () => {
  const { client, calls } = createScriptedClient([sent]);
  await sendMessage(client, { ...bot, dialogId: "chat5", text: "Wants a refund", forOperators: true });
  expect(calls[0]?.params).toMatchObject({ fields: { message: "Wants a refund", skipConnector: true } });
});

describe("handing over", () => {
  const handover = { ...bot, chatId: "5" };

  test("gives the dialog to the line's operators, in the name of the webhook's bot", async () => {
    const { client, calls } = createScriptedClient([{ body: { result: true } }]);
    await handOver(client, handover);
    expect(calls).toMatchObject([
      { method: "imopenlines.bot.session.operator", params: { CHAT_ID: "5", CLIENT_ID: "demo-bot-token" } },
    ]);
  });

  test("is done when a person has the dialog already", async () => {
    const taken = { status: 400, body: { error: "WRONG_CHAT", error_description: "Operator is not a bot" } };
    await expect(handOver(createScriptedClient([taken]).client, handover)).resolves.toBeUndefined();
  });

  test("fails with the portal's other refusals", async () => {
    const { client } = createScriptedClient([{ status: 400, body: { error: "CHAT_ID_EMPTY" } }]);
    await expect(handOver(client, handover)).rejects.toMatchObject({ portalCode: "CHAT_ID_EMPTY" });
  });
});

describe("the latest messages of a dialog", () => {
  const read = [
    { id: "9", authorId: "27", text: "Hi", at: new Date("2026-03-04T06:43:26Z") },
    { id: "10", authorId: "0", text: "", at: null },
  ];

  test("come from the session's history in an open line", async () => {
    const message = {
      9: { id: 9, senderid: 27, date: "2026-03-04T09:43:26+03:00", text: "Hi" },
      10: { id: 10, senderid: 0, date: null, text: null },
    };
    const { client, calls } = createScriptedClient([{ body: { result: { chatId: 5, sessionId: 1, message } } }]);
    expect(await listDialogMessages(client, { dialogId: "chat5", openLineChatId: "5" })).toEqual(read);
    expect(calls).toMatchObject([{ method: "imopenlines.session.history.get", params: { CHAT_ID: "5" } }]);
  });

  test("come from the chat itself elsewhere", async () => {
    const messages = [
      { id: 9, chat_id: 5, author_id: 27, date: "2026-03-04T09:43:26+03:00", text: "Hi" },
      { id: 10, chat_id: 5, author_id: 0 },
    ];
    const { client, calls } = createScriptedClient([{ body: { result: { chat_id: 5, messages } } }]);
    expect(await listDialogMessages(client, { dialogId: "27", openLineChatId: null })).toEqual(read);
    expect(calls).toMatchObject([{ method: "im.dialog.messages.get", params: { DIALOG_ID: "27" } }]);
  });
});

test.each([
  [
    { events: [], nextOffset: 0, hasMore: false },
    { events: [], nextOffset: 0, hasMore: false },
  ],
  [
    { events: [], nextOffset: null, hasMore: false },
    { events: [], nextOffset: null, hasMore: false },
  ],
  [
    {
      events: [{ eventId: 1001, type: "ONIMBOTV2MESSAGEADD", date: "2025-01-15T10:30:00+03:00", data: {} }],
      nextOffset: 1002,
      hasMore: true,
    },
    {
      events: [{ eventId: 1001, type: "ONIMBOTV2MESSAGEADD", date: "2025-01-15T10:30:00+03:00", data: {} }],
      nextOffset: 1002,
      hasMore: true,
    },
  ],
])("waiting events come with where to go on: %j", async (result, page) => {
  const { client, calls } = createScriptedClient([{ body: { result } }]);
  expect(await getEvents(client, { ...bot, offset: 5 })).toEqual(page);
  expect(calls[0]?.params).toEqual({ ...bot, offset: 5 });
});

describe("registering a bot", () => {
  const registration = {
    code: "store",
    name: "Store",
    type: "openline",
    eventMode: "fetch",
    botToken: "demo-bot-token",
  } as const;
  const answer = (type: string) => ({
    body: { result: { bot: { id: 456, code: "store", type, eventMode: "webhook" }, users: [] } },
  });

  test("updates a bot that was there before, since registering leaves it as it is", async () => {
    const { client, calls } = createScriptedClient([answer("openline"), answer("openline")]);
    expect(await registerBot(client, registration)).toEqual({ bitrixBotId: "456" });
    expect(calls).toMatchObject([
      {
        method: "imbot.v2.Bot.register",
        params: {
          fields: {
            code: "store",
            type: "openline",
            botToken: "demo-bot-token",
            eventMode: "fetch",
            properties: { name: "Store" },
          },
        },
      },
      {
        method: "imbot.v2.Bot.update",
        params: {
          botId: "456",
          botToken: "demo-bot-token",
          fields: { eventMode: "fetch", properties: { name: "Store" } },
        },
      },
    ]);
  });

  test("sends the webhook's address along in webhook mode", async () => {
    const { client, calls } = createScriptedClient([answer("openline"), answer("openline")]);
    const webhookUrl = "https://bots.example/bitrix/webhook";
    await registerBot(client, { ...registration, eventMode: "webhook", webhookUrl });
    expect(calls).toMatchObject([{ params: { fields: { webhookUrl } } }, { params: { fields: { webhookUrl } } }]);
  });

  test("stops at a bot of another type, which no update changes", async () => {
    const { client, calls } = createScriptedClient([answer("supervisor")]);
    await expect(registerBot(client, registration)).rejects.toMatchObject({ code: "conflict" });
    expect(calls).toHaveLength(1);
  });

  test("refuses a token that the portal would refuse", async () => {
    const { client, calls } = createScriptedClient([]);
    await expect(registerBot(client, { ...registration, botToken: "x".repeat(41) })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(calls).toHaveLength(0);
  });
});
