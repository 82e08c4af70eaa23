import { plainWords, type Language } from "@botdeck/dialog";
import { Refusal, refusalIn, severityIn } from "@botdeck/notifications";

import type { AlertMoment, AlertTimeline } from "./alert-facts.ts";
import { POSTMORTEM_WORDS } from "./postmortem-words.ts";

type Style = { language: Language; timeZone: string };

/** The story of a group of alerts in Markdown, with headings for what only people know. */
export function postmortem(timeline: AlertTimeline, { language, timeZone }: Style): string {
  const words = POSTMORTEM_WORDS[language];
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const at = (moment: string) => format.format(new Date(moment));
  const { title, severity, firstAt, resolvedAt, total, labels, alerts, moments } = timeline;
  const facts = [
    `- ${words.began}: ${at(firstAt)} (${timeZone})`,
    `- ${words.ended}: ${resolvedAt === null ? words.open : at(resolvedAt)}`,
    `- ${words.severity}: ${severityIn(severity, language)}`,
    `- ${words.alerts}: ${total}`,
    `- ${words.labels}: ${Object.entries(labels)
      .map(([name, value]) => escape(`${name}=${value}`))
      .join(", ")}`,
  ];
  const line = (moment: AlertMoment) => `| ${at(moment.at)} | ${escape(inWords(moment, { words, language, at }))} |`;
  const alertLine = ({ name, status, summary }: AlertTimeline["alerts"][number]) =>
    `- ${escape(name)} (${words.status[status]}): ${escape(summary)}`;
  return [
    `# ${words.head}: ${escape(title)}`,
    facts.join("\n"),
    `## ${words.timeline}`,
    ["| | |", "|---|---|", ...moments.map(line)].join("\n"),
    ...(alerts.length === 0 ? [] : [`## ${words.all}`, alerts.map(alertLine).join("\n")]),
    ...words.parts.map((part) => `## ${part}\n`),
  ].join("\n\n");
}

type Words = (typeof POSTMORTEM_WORDS)[Language];

type Told = { words: Words; language: Language; at: (moment: string) => string };

function inWords(moment: AlertMoment, told: Told): string {
  const { words } = told;
  const { kind, personName } = moment;
  // Somebody wants the next level, which is paged after that.
  const isAsked = kind === "escalated" && personName !== null;
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const named = isAsked ? words.kinds.asked : (kinds[kind] ?? kind);
  return [named, personName ?? "", factsInWords(moment, told).join(", ")].filter((part) => part !== "").join(" ");
}

function factsInWords({ kind, personName, facts }: AlertMoment, { words, language, at }: Told): readonly string[] {
  const text = (name: string) => (facts[name] == null ? "" : String(facts[name]));
  const whats: Readonly<Record<string, string>> = words.what;
  const notes: Readonly<Record<string, string>> = words.notes;
  const refusal = Refusal.safeParse(facts["refusal"]).data;
  const isUntilRecovery = kind === "silenced" && facts["until"] === null;
  return [
    kind === "paged" && text("level") !== "" ? words.facts.level(text("level")) : text("level"),
    text("dialogId") === "" || personName ? "" : words.facts.dialog(text("dialogId")),
    whats[text("what")] ?? text("what"),
    notes[text("note")] ?? text("note"),
    text("by") === "" ? "" : words.facts.by(text("by")),
    text("until") === "" ? "" : words.facts.until(at(text("until"))),
    isUntilRecovery ? words.facts.untilRecovery : "",
    refusal === undefined ? text("reason") : refusalIn(refusal, text("status"), language),
    text("away") === "" ? "" : words.facts.away(text("away")),
  ].filter((part) => part !== "");
}

/** What people and systems wrote is neither a table nor a link here. */
const escape = (text: string): string =>
  plainWords(text)
    .replaceAll(/[|\\`*_<>#]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, " ");
