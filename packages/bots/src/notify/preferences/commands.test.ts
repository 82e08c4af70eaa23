import type { NotificationStep } from "@botdeck/core";
import { ALERT_RULE } from "@botdeck/notifications";
import { conversation } from "@botdeck/testing/conversation";
import { expect, test } from "vitest";

import { notifyBot } from "../bot.ts";
import { openPreferences } from "../scripts/given-preferences.ts";
import type { NotifyServices } from "../services.ts";

const RULES = [
  { code: "task.overdue", title: { en: "A task is overdue", ru: "Задача просрочена" } },
  { code: "own:7", title: { en: "Large refunds", ru: "Крупные возвраты" } },
];
const path: NotificationStep[] = [
  {
    step: "event",
    passed: true,
    facts: { subject: "task:5", change: "overdue", at: "2026-11-20T06:00:00Z", actorId: null },
  },
  { step: "rule", passed: true, facts: { code: "own:7" } },
  { step: "audience", passed: true, facts: { as: "responsible" } },
  { step: "quiet_hours", passed: false, facts: { reason: "quiet_hours", dueAt: "2026-11-20T05:00:00.000Z" } },
];
const TOLD = [
  {
    id: "n1",
    ruleCode: "own:7",
    line: "[url=https://portal.example/5]Refund of ₽90,000[/url]",
    outcome: "digested" as const,
    path,
    delivery: { status: "sent" as const, lastError: null },
  },
  {
    id: "n2",
    ruleCode: "task.overdue",
    line: null,
    outcome: "skipped" as const,
    path: path.slice(0, 2),
    delivery: null,
  },
];

function talk(given: Parameters<typeof openPreferences>[0] = {}, language: "en" | "ru" = "en") {
  const { state, services } = openPreferences({
    rules: RULES,
    told: TOLD,
    names: { "own:7": "Large refunds" },
    ...given,
  });
  // Only these are asked here.
  const only = { preferences: services } as NotifyServices;
  return { state, chat: conversation(notifyBot, { language, services: only, at: "2026-11-21T09:00:00Z" }) };
}

test("quiet hours are set in a word, kept, shown, and switched off by a button", async () => {
  const { state, chat } = talk();
  await chat
    .command("quiet", "22-8")
    .bot(/Quiet hours: 22:00–08:00\./)
    .command("quiet", "at night")
    .bot(/did not understand the hours/)
    .press("Off")
    .bot(/No quiet hours\./)
    .command("quiet", "from 23:00 to 7")
    .bot(/23:00–07:00/)
    .run();
  expect(state.kept.quietHours).toEqual({ from: "23:00", until: "07:00" });
});

test("a rule is muted by buttons until the morning there, and told again", async () => {
  const { state, chat } = talk({ preference: { timeZone: "Asia/Omsk" } }, "ru");
  await chat
    .command("mute")
    .bot("О каких уведомлениях речь?")
    .press("Крупные возвраты")
    .bot("«Крупные возвраты»: сколько об этом молчать?")
    .press("До утра")
    .bot(/Не сообщаю: Крупные возвраты \(до 2026-11-22 09:00\)\./)
    .run();
  expect(state.kept.muted).toEqual({ "own:7": "2026-11-22T03:00:00.000Z" });
  await talk({ preference: state.kept }, "ru")
    .chat.command("mute", "own:7")
    .bot(/сколько об этом/)
    .press("Снова сообщать")
    .bot(/^(?!.*Не сообщаю)/s)
    .run();
});

test("a rule that is gone cannot be muted, and a button that nobody has made asks again", async () => {
  const { state, chat } = talk();
  await chat
    .command("mute", "own:8 week")
    .bot("That rule is not there any more.")
    .command("mute", "own:7 century")
    .bot(/for how long/)
    .run();
  expect(state.kept.muted).toEqual({});
});

test("everything comes together at a time, or one rule does; one rule taken out of everything leaves the others in", async () => {
  const { state, chat } = talk();
  await chat
    .command("digest", "18:30")
    .bot(/Together, once a day at 18:30: all that is not urgent\./)
    .command("mute", "own:7")
    .bot(/for how long/)
    .press("One by one")
    .bot(/Together, once a day at 18:30: A task is overdue\./)
    .command("digest", "off")
    .bot(/Each notification comes at once/)
    .command("mute", "own:7")
    .bot(/for how long/)
    .press("Into the digest")
    .bot(/at 18:30: Large refunds\./)
    .run();
  expect(state.kept).toMatchObject({ digested: ["own:7"], digestAt: "18:30" });
});

test("all settings stand in one message with a button for each", async () => {
  const { state, chat } = talk({}, "ru");
  await chat
    .command("notifications")
    .bot(/^\[b\]Как я вас уведомляю\[\/b\]\nТихих часов нет\..*Время: Europe\/Moscow/s)
    .press("Тишина вне работы")
    .bot(/В нерабочее время жду/)
    .press("По рабочему дню")
    .bot(/Пока рабочий день на портале закрыт/)
    .press("В колокольчик")
    .bot(/В колокольчик портала: несрочное/)
    .command("zone", "Moon/Sea")
    .bot(/Не знаю такого часового пояса/)
    .command("zone", "Asia/Omsk")
    .bot(/Время: Asia\/Omsk/)
    .run();
  expect(state.kept).toMatchObject({
    isQuietOffWork: true,
    followsWorkday: true,
    channel: "bell",
    timeZone: "Asia/Omsk",
  });
});

test("/why goes from the latest notifications to the way of one, and from there to its rule", async () => {
  await talk()
    .chat.command("why")
    .bot("What I told you lately. About which one do you want to know?")
    .press("Refund of ₽90,000")
    .bot(
      "[b]Why you were told[/b]\n[url=https://portal.example/5]Refund of ₽90,000[/url]\n" +
        "1. What happened: task 5 became overdue.\n2. The rule “Large refunds” is about that.\n" +
        "3. It tells the responsible person.\n4. It waits until 20 November at 08:00: these are quiet hours of its reader.\n" +
        "5. The message was sent.",
    )
    .press("Tell me less of this")
    .bot(/“Large refunds”: for how long/)
    .run();
});

test("a page is explained without an offer to mute a rule that is none", async () => {
  const [page] = TOLD.map((told) => ({ ...told, ruleCode: ALERT_RULE }));
  await talk({ told: page === undefined ? [] : [page] })
    .chat.command("why")
    .bot(/Why you were told/)
    .buttons()
    .run();
});

test("what was told to somebody else is not explained", async () => {
  await talk({}, "ru")
    .chat.command("why", "n9")
    .bot(/объяснить не могу/)
    .run();
  await talk({ told: [] })
    .chat.command("why")
    .bot(/have not told you anything/)
    .run();
});
