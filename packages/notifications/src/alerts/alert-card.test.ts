import { expect, test } from "vitest";

import { alertCard } from "./alert-card.ts";

const ID = "01990000-0000-7000-8000-000000000001";
const now = new Date("2026-11-20T09:30:00Z");
const alert = {
  fingerprint: "a",
  name: "DiskFull web-1",
  status: "firing" as const,
  severity: "critical" as const,
  summary: "97 % of /var [b]is used[/b]",
  labels: {},
  startsAt: "2026-11-20T09:00:00.000Z",
  endsAt: null,
  url: "https://prometheus.example/graph",
};
const group = {
  id: ID,
  title: "DiskFull [URL=https://evil.example]web[/URL]",
  severity: "critical" as const,
  state: "firing" as const,
  alerts: [alert],
  labels: { service: "web" },
  firing: 3,
  total: 5,
  flaps: 0,
  acknowledgedByName: null,
  silencedUntil: null,
  isSilencedUntilRecovery: false,
  firstAt: new Date("2026-11-20T09:00:00Z"),
  resolvedAt: null,
};
const show = (more: object = {}, language: "en" | "ru" = "en") =>
  alertCard({ group: { ...group, ...more }, language, now, timeZone: "Europe/Moscow" });
const params = (shown: ReturnType<typeof show>) =>
  shown.buttons
    .flat()
    .map((button) => (button.kind === "command" ? `${button.command} ${button.params}` : button.kind));

test("the text alone tells what it is, how many, since when and in whose clock, and nothing in it is a tag of the source's", () => {
  const { text } = show();
  expect(text.split("\n")).toEqual([
    "🔴 [B]Critical: DiskFull web[/B]",
    "3 firing of 5 · since 12:00 GMT+3",
    "97 % of /var is used",
  ]);
  expect(show({}, "ru").text.split("\n").slice(0, 2)).toEqual([
    "🔴 [B]Критично: DiskFull web[/B]",
    "активных: 3 из 5 · с 12:00 GMT+3",
  ]);
});

test("buttons are commands about this group, and each state has those that do something", () => {
  const silences = ["1h", "4h", "morning", "recovery"].map((until) => `silence ${ID} ${until}`);
  expect(params(show())).toEqual([`ack ${ID}`, `escalate ${ID}`, ...silences, `ticket ${ID}`, "link"]);
  expect(params(show({ state: "acknowledged", acknowledgedByName: "Anna" }))).not.toContain(`ack ${ID}`);
  expect(params(show({ state: "silenced", isSilencedUntilRecovery: true }))).toEqual([
    `escalate ${ID}`,
    `ticket ${ID}`,
    "link",
  ]);
  expect(params(show({ state: "resolved", resolvedAt: now }))).toEqual([]);
});

test.each([
  [{ state: "acknowledged", acknowledgedByName: "Anna" }, "Acknowledged by Anna."],
  [{ state: "silenced", silencedUntil: new Date("2026-11-20T13:00:00Z") }, "Silenced until 16:00 GMT+3."],
  [{ state: "silenced", isSilencedUntilRecovery: true }, "Silenced until it recovers."],
  [{ state: "resolved", resolvedAt: now, acknowledgedByName: "Anna" }, "Recovered after 30 min. Acknowledged by Anna."],
  [{ flaps: 3 }, "It comes and goes: 4 times lately. Nobody is paged anew for each."],
])("says what became of it: %o", (more, words) => {
  expect(show(more).text.split("\n")).toContain(words);
});

test.each([
  ["en", "It has not recovered for 30 days: nobody is paged for it any more."],
  ["ru", "Не восстановлено за 30 дней: больше никого не вызываем."],
] as const)("a card of what is given up says so, until it recovers: %s", (language, words) => {
  const card = (state: "firing" | "resolved") =>
    alertCard({ group: { ...group, state, resolvedAt: now }, language, now, isForgotten: true }).text;
  expect(card("firing")).toContain(words);
  expect(card("resolved")).not.toContain(words);
  expect(show({}, language).text).not.toContain(words);
});

test("a card of what is given up has the buttons that still do something: a task, and the source", () => {
  expect(params(alertCard({ group, language: "en", now, isForgotten: true }))).toEqual([`ticket ${ID}`, "link"]);
});
