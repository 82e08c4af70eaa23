import { expect, test } from "vitest";

import { parseDay } from "./day-file.ts";
import { openDayPortal } from "./day-portal.ts";
import { playDay } from "./play-day.ts";
import { jsonLine } from "./report.ts";
import { startEmulator } from "./testing/start-emulator.ts";
import { startScriptedBot } from "./testing/scripted-bot.ts";

const CLIENT = { name: "Anna Petrova", phone: "8 916 123-45-67" };
const say = (conversation: object) => ({
  type: "conversation",
  lang: "en",
  client: CLIENT,
  patience: 1,
  ...conversation,
});

const LINES = [
  { type: "order", number: "Z-1", status: "shipped", phone: "89161234567", purchased: "D-9" },
  { type: "product", article: "KT-200", name: "Kettle", stock: { Moscow: 4 } },
  say({
    id: "contained",
    turns: [
      { say: "refund" },
      { say: "please", after: 0.05 },
      { when: "photo", photo: "kettle.jpg" },
      { when: "right\\?", press: "^yes|да" },
    ],
    expect: {
      outcome: "contained",
      said: ["done: yes", "got kettle"],
      notSaid: ["secret"],
      task: true,
      crm: { phone: "+79161234567", name: "petrova", comment: "refund" },
    },
  }),
  say({ id: "operator", turns: [{ say: "person" }], expect: { outcome: "operator", topic: "return" } }),
  say({ id: "missed", turns: [{ say: "person, card later" }], expect: { outcome: "contained" } }),
  say({ id: "mistagged", turns: [{ say: "person" }], expect: { outcome: "either", topic: "other" } }),
  say({ id: "wrong", turns: [{ say: "leak" }], expect: { outcome: "contained", notSaid: ["secret"] } }),
  say({
    id: "silent",
    turns: [{ say: "nothing" }, { press: "a|b", after: 0.05 }],
    expect: { outcome: "contained", task: false },
  }),
];

test("a day is played to its end on a portal, and every conversation has the result that it deserves", async () => {
  const url = await startEmulator();
  await startScriptedBot(url, async ({ text, chatId, entityId }, call) => {
    const send = (fields: object) =>
      call("imbot.v2.Chat.Message.send", { dialogId: `chat${chatId}`, fields: { keyboard: [], ...fields } });
    if (text === "please") await send({ message: "Have you got a [b]photo[/b]?" });
    if (text === "") await send({ message: "I got kettle.jpg. Right?", keyboard: KEYBOARD });
    if (text === "y") {
      await call("crm.lead.add", { fields: { ...LEAD, IM: [{ VALUE: `imol|${entityId}`, VALUE_TYPE: "OPENLINE" }] } });
      const task = { TITLE: "Refund", DESCRIPTION: `Dialog chat${chatId}`, RESPONSIBLE_ID: 1 };
      await call("tasks.task.add", { fields: task });
      await send({ message: "Done: yes" });
    }
    if (text === "leak") await send({ message: "The secret is out" });
    if (!text.startsWith("person")) return;
    const sendCard = () => send({ message: "#other, no: #return", skipConnector: true });
    if (text === "person") await sendCard();
    await call("imopenlines.bot.session.operator", { CHAT_ID: chatId });
    if (text !== "person") await sendCard();
  });
  const text = LINES.map((line) => JSON.stringify(line)).join("\n");
  const day = parseDay(text, { path: "day", photoFolder: "photos", hasPhoto: () => true });
  const portal = await openDayPortal(url);
  await portal.load(day.orders, day.products, new Date());

  const { played, summary } = await playDay({
    day,
    portal,
    concurrency: 6,
    paceMs: 0,
    onPlayed: () => {},
    readPhoto: () => "/9j/4AAQ",
  });
  portal.close();

  const results = played.map(({ conversation, result, failures }) => [conversation.id, [result, failures]]);
  expect(Object.fromEntries(results)).toEqual({
    contained: ["contained", []],
    operator: ["operator", []],
    missed: ["missed", ["handed over (as return)"]],
    mistagged: ["mistagged", ["topic return instead of other"]],
    wrong: ["wrong", ["said /secret/: The secret is out"]],
    silent: ["contained", []],
  });
  expect(summary).toMatchObject({
    conversations: 6,
    contained: 2,
    wrong: 1,
    missed: 1,
    mistagged: 1,
    containment: 0.4,
    topicAccuracy: 0.6667,
  });
  const contained = played.find(({ conversation }) => conversation.id === "contained");
  expect(contained?.visit.transcript.map(({ who, text: words }) => `${who}: ${words}`)).toEqual([
    "client: refund",
    "client: please",
    "bot: Have you got a photo?",
    "client: <kettle.jpg>",
    "bot: I got kettle.jpg. Right?\nNo\nYes, it is",
    'client: presses "Yes, it is"',
    "bot: Done: yes",
    "player: leaves",
  ]);
  expect(JSON.parse(played.map(jsonLine).find((line) => line.startsWith('{"id":"contained"')) ?? "null")).toEqual({
    id: "contained",
    outcome: "contained",
    result: "contained",
    replies: 3,
    p95Ms: expect.any(Number),
    restCalls: expect.any(Number),
  });
  expect(contained?.restCalls).toBeGreaterThanOrEqual(4);
});

const LEAD = {
  NAME: "Anna",
  LAST_NAME: "Petrova",
  PHONE: [{ VALUE: "+7 916 123-45-67", VALUE_TYPE: "WORK" }],
  COMMENTS: "wants a refund",
};
const KEYBOARD = [
  { TEXT: "No", COMMAND: "choose", COMMAND_PARAMS: "n" },
  { TEXT: "Yes, it is", COMMAND: "choose", COMMAND_PARAMS: "y" },
];
