import { type NotificationStep, plainWords } from "@botdeck/core";

import { BUILT_IN_RULES } from "../rules/built-in/built-in-rules.ts";
import type { RuleLanguage } from "../rules/words.ts";
import { AS_WHAT, CHANGES, REASONS, SENTENCES } from "./words.ts";

type Options = {
  language: RuleLanguage;
  /** For moments, as IANA names it. */
  timeZone: string;
  /** Names of people and of rules that are the portal's own, by id and code. */
  names?: ReadonlyMap<string, string>;
};

const LOCALES = { en: "en-GB", ru: "ru-RU" } as const;

/** The way of a notification, or of none, in sentences: one for each step. */
export function explainPath(path: readonly NotificationStep[], options: Options): string[] {
  return path.map((step) => sentenceOf(step, options));
}

function sentenceOf({ step, passed, facts }: NotificationStep, { language, timeZone, names }: Options): string {
  const words = SENTENCES[language];
  const text = (name: string) => String(facts[name] ?? "");
  const called = (id: string) => plainWords(names?.get(id) ?? id);
  const reasons: Readonly<Record<string, string>> = REASONS[language];
  const reason = reasons[text("reason")] ?? text("reason");
  const until = momentOf(facts["dueAt"] ?? facts["until"] ?? null, language, timeZone);
  switch (step) {
    case "event": {
      const changes: Readonly<Record<string, string>> = CHANGES[language];
      const by = facts["actorId"] == null ? "" : words.by(called(text("actorId")));
      return words.event(subjectOf(text("subject"), language), changes[text("change")] ?? text("change"), by);
    }
    case "rule":
      return words.rule(titleOf(text("code"), language) ?? called(text("code")));
    case "condition":
      if (facts["problem"] != null) return words.failed(plainWords(text("problem")));
      return passed ? words.held : words.notHeld;
    case "audience": {
      const as: Readonly<Record<string, string>> = AS_WHAT[language];
      const what = as[text("as")] ?? text("as");
      return passed ? words.told(what) : words.leftOut(what, reason);
    }
    case "preference":
    case "quiet_hours":
      if (passed) return words.notHeldBack(reason);
      return until === "" ? words.stopped(reason) : words.waits(reason, until);
    case "dedupe":
    case "group":
    case "inhibit":
    case "delay":
    case "budget":
      return passed ? words.passed(words.steps[step], reason) : words.stoppedAt(words.steps[step], reason);
    case "delivery":
      return passed ? words.sent : words.stopped(reason);
  }
}

const titleOf = (code: string, language: RuleLanguage): string | undefined =>
  BUILT_IN_RULES.find((rule) => rule.code === code)?.title[language];

const KINDS = {
  en: { lead: "lead", deal: "deal", task: "task", alert: "alert" },
  ru: { lead: "лид", deal: "сделка", task: "задача", alert: "авария" },
} as const;

function subjectOf(subject: string, language: RuleLanguage): string {
  const [kind = "", ...rest] = subject.split(":");
  const words: Readonly<Record<string, string>> = KINDS[language];
  return plainWords(words[kind] === undefined ? subject : `${words[kind]} ${rest.join(":")}`);
}

function momentOf(value: unknown, language: RuleLanguage, timeZone: string): string {
  const at = typeof value === "string" ? new Date(value) : null;
  if (at === null || Number.isNaN(at.getTime())) return "";
  const format = { timeZone, day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(at);
}
