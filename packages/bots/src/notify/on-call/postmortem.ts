import { plainWords, type Language } from "@botdeck/dialog";

import type { AlertMoment, AlertTimeline } from "./alert-facts.ts";

type Style = { language: Language; timeZone: string };

const WORDS = {
  en: {
    head: "Postmortem",
    began: "Began",
    ended: "Recovered",
    open: "not yet",
    severity: "Severity",
    alerts: "Alerts",
    labels: "Labels",
    timeline: "Timeline",
    all: "All alerts",
    parts: ["What happened", "Why", "What we change"],
    kinds: {
      fired: "It fires",
      more: "More of it fires",
      fewer: "Less of it fires",
      resolved: "Recovered",
      flapping: "It comes and goes",
      paged: "Paged",
      escalated: "Level",
      nobody_to_page: "Nobody to page on level",
      fallback: "Nobody has answered: told to",
      acknowledged: "Acknowledged by",
      silenced: "Silenced by",
      silence_ended: "The silence is over",
      ticket_made: "Task made by",
      told_source: "The source was told",
      source_refused: "The source did not take it",
      note: "Note",
    },
  },
  ru: {
    head: "Разбор",
    began: "Началось",
    ended: "Восстановлено",
    open: "ещё нет",
    severity: "Важность",
    alerts: "Сигналы",
    labels: "Метки",
    timeline: "Хронология",
    all: "Все сигналы",
    parts: ["Что произошло", "Почему", "Что меняем"],
    kinds: {
      fired: "Сработало",
      more: "Стало больше",
      fewer: "Стало меньше",
      resolved: "Восстановлено",
      flapping: "То появляется, то проходит",
      paged: "Вызван",
      escalated: "Уровень",
      nobody_to_page: "Некого вызвать на уровне",
      fallback: "Никто не ответил: сообщено",
      acknowledged: "В работе:",
      silenced: "Оповещения отключает",
      silence_ended: "Тишина закончилась",
      ticket_made: "Задачу создаёт",
      told_source: "Источнику сообщено",
      source_refused: "Источник не принял",
      note: "Заметка",
    },
  },
} as const;

/** The story of a group of alerts in Markdown, with headings for what only people know. */
export function postmortem(timeline: AlertTimeline, { language, timeZone }: Style): string {
  const words = WORDS[language];
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const at = (moment: string) => format.format(new Date(moment));
  const { title, severity, firstAt, resolvedAt, total, labels, alerts, moments } = timeline;
  const facts = [
    `- ${words.began}: ${at(firstAt)} (${timeZone})`,
    `- ${words.ended}: ${resolvedAt === null ? words.open : at(resolvedAt)}`,
    `- ${words.severity}: ${severity}`,
    `- ${words.alerts}: ${total}`,
    `- ${words.labels}: ${Object.entries(labels)
      .map(([name, value]) => escape(`${name}=${value}`))
      .join(", ")}`,
  ];
  const line = (moment: AlertMoment) => `| ${at(moment.at)} | ${escape(inWords(moment, words.kinds))} |`;
  return [
    `# ${words.head}: ${escape(title)}`,
    facts.join("\n"),
    `## ${words.timeline}`,
    ["| | |", "|---|---|", ...moments.map(line)].join("\n"),
    `## ${words.all}`,
    alerts.map(({ name, status, summary }) => `- ${escape(name)} (${status}): ${escape(summary)}`).join("\n"),
    ...words.parts.map((part) => `## ${part}\n`),
  ].join("\n\n");
}

function inWords({ kind, personName, facts }: AlertMoment, kinds: Readonly<Record<string, string>>): string {
  const named = ["level", "dialogId", "until", "what", "reason", "note", "away"];
  const more = named.flatMap((name) => {
    const value = facts[name];
    return value == null || value === "" || (name === "dialogId" && personName)
      ? []
      : [name === "level" ? String(value) : `${name}: ${value}`];
  });
  return [kinds[kind] ?? kind, personName ?? "", more.join(", ")].filter((part) => part !== "").join(" ");
}

/** What people and systems wrote is neither a table nor a link here. */
const escape = (text: string): string =>
  plainWords(text)
    .replaceAll(/[|\\`*_<>#]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, " ");
