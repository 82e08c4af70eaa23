import type { NotificationStep } from "@botdeck/core";
import { expect, test } from "vitest";

import { explainPath } from "./explain-path.ts";

const path: NotificationStep[] = [
  { step: "event", passed: true, facts: { subject: "deal:17", change: "updated", at: "", actorId: "3" } },
  { step: "rule", passed: true, facts: { code: "deal.stage" } },
  { step: "condition", passed: true, facts: {} },
  { step: "audience", passed: true, facts: { as: "responsible" } },
  { step: "quiet_hours", passed: false, facts: { reason: "quiet_hours", dueAt: "2026-11-21T05:00:00.000Z" } },
];
const names = new Map([["3", "Boris Klein"]]);

test("the way of a notification is told in sentences, in either language", () => {
  expect(explainPath(path, { language: "en", timeZone: "Europe/Moscow", names })).toEqual([
    "What happened: deal 17 was changed, by Boris Klein.",
    "The rule “A deal's stage changed” is about that.",
    "Its condition holds.",
    "It tells the responsible person.",
    "It waits until 21 November at 08:00: these are quiet hours of its reader.",
  ]);
  expect(explainPath(path, { language: "ru", timeZone: "Europe/Moscow", names })).toEqual([
    "Что произошло: сделка 17 — изменение, Boris Klein.",
    "Это касается правила «Сменилась стадия сделки».",
    "Его условие выполнено.",
    "Кого оно уведомляет: ответственный.",
    "Отложено до 21 ноября в 08:00: у получателя тихие часы.",
  ]);
});

test("an alert is told by its title, and what its source wrote speaks no markup", () => {
  const paged: NotificationStep[] = [
    { step: "event", passed: true, facts: { subject: "alert:01a2", change: "fired", title: "[b]Disk[/b] · shop" } },
    { step: "audience", passed: true, facts: { as: "heads", level: 2 } },
    { step: "inhibit", passed: false, facts: { reason: "[url=x]Cluster[/url]" } },
    { step: "audience", passed: false, facts: { as: "on_call", reason: "away" } },
    { step: "quiet_hours", passed: false, facts: { reason: "others_paged" } },
  ];
  expect(explainPath(paged, { language: "en", timeZone: "UTC" })).toEqual([
    "What happened: alert “Disk · shop” fires.",
    "It tells the head of who was paged before.",
    "A larger failure: Cluster.",
    "It tells who is on call, but they are away.",
    "It was not told: these are quiet hours of its reader, and others were paged.",
  ]);
  expect(explainPath(paged, { language: "ru", timeZone: "UTC" }).slice(0, 2)).toEqual([
    "Что произошло: авария «Disk · shop» — сработала.",
    "Кого оно уведомляет: руководитель тех, кого вызвали раньше.",
  ]);
});

test("so is why nobody was told", () => {
  const silent: NotificationStep[] = [
    { step: "rule", passed: true, facts: { code: "own:1" } },
    { step: "condition", passed: false, facts: { problem: "The condition is wrong at character 3" } },
    { step: "audience", passed: false, facts: { as: "participants", reason: "actor" } },
    { step: "preference", passed: false, facts: { reason: "muted", until: null } },
  ];
  expect(explainPath(silent, { language: "en", timeZone: "UTC", names: new Map([["own:1", "Refunds"]]) })).toEqual([
    "The rule “Refunds” is about that.",
    "It could not be evaluated. The condition is wrong at character 3",
    "It tells its participants, but they did it themselves.",
    "It was not told: its reader has muted the rule.",
  ]);
});

test("what others have written speaks no markup in it", () => {
  const posted: NotificationStep[] = [
    { step: "event", passed: true, facts: { subject: "payment:[url=x]1[/url]", change: "added", actorId: "3" } },
    { step: "condition", passed: false, facts: { problem: 'It is wrong at "[b]x[/b]"' } },
  ];
  const named = new Map([["3", "[b]Boris[/b]"]]);
  expect(explainPath(posted, { language: "en", timeZone: "UTC", names: named })).toEqual([
    "What happened: payment 1 was added, by Boris.",
    'It could not be evaluated. It is wrong at " x "',
  ]);
});

test.each([
  [null, "The message was handed over to be sent."],
  [{ status: "ready", lastError: null }, "The message waits to be sent."],
  [{ status: "sent", lastError: null }, "The message was sent."],
  [{ status: "dead", lastError: "It is odd" }, "The message could not be sent: It is odd"],
] as const)("of a message that was decided it is told what became of it: %j", (delivery, sentence) => {
  const sent: NotificationStep = { step: "delivery", passed: true, facts: {} };
  expect(explainPath([sent], { language: "en", timeZone: "UTC", delivery })).toEqual([sentence]);
});

test.each([
  [
    "The portal refused im.message.add (ACCESS_ERROR: You do not have [b]access[/b])",
    "Сообщение не удалось отправить. Портал этого не разрешает. Сообщите тому, кто отвечает за ботов. Слова портала: im.message.add: ACCESS_ERROR: You do not have access",
  ],
  [
    "The bot is switched off on this portal",
    "Сообщение не удалось отправить. Бот на этом портале выключен. Сообщите тому, кто отвечает за ботов.",
  ],
])(
  "why a message was not sent is told in the reader's language before the portal's own words: %s",
  (error, sentence) => {
    const sent: NotificationStep = { step: "delivery", passed: true, facts: {} };
    const delivery = { status: "dead", lastError: error } as const;
    expect(explainPath([sent], { language: "ru", timeZone: "UTC", delivery })).toEqual([sentence]);
  },
);

test("a method that is closed for a while is nobody's to see to", () => {
  const sent: NotificationStep = { step: "delivery", passed: true, facts: {} };
  const lastError = "The portal refused im.message.add (OPERATION_TIME_LIMIT: Method is blocked)";
  const delivery = { status: "dead", lastError } as const;
  expect(explainPath([sent], { language: "en", timeZone: "UTC", delivery })).toEqual([
    "The message could not be sent. The portal has closed this method for a while, because it was kept busy for too long. The portal's own words: im.message.add: OPERATION_TIME_LIMIT: Method is blocked",
  ]);
});

test("of a message that was taken back it is told why, where that is known", () => {
  const sent: NotificationStep = { step: "delivery", passed: true, facts: {} };
  const told = (lastError: string | null) =>
    explainPath([sent], { language: "en", timeZone: "UTC", delivery: { status: "cancelled", lastError } });
  expect(told("An operator took the conversation over")).toEqual([
    "The message was taken back before it was sent. An operator took the conversation over, so the bot stays silent. Nothing to do.",
  ]);
  expect(told(null)).toEqual(["The message was taken back before it was sent."]);
});

test("why a condition failed is told in the reader's language", () => {
  const values = { at: 3, near: "x", name: "titel", record: "deal", scope: "record" };
  const failed: NotificationStep = {
    step: "condition",
    passed: false,
    facts: { fault: "condition_field", ...values },
  };
  const [ru] = explainPath([failed], { language: "ru", timeZone: "UTC" });
  expect(ru).toBe("Правило не удалось вычислить. Условие неверно, символ 3 («x»): в record для сделки нет «titel»");
});
