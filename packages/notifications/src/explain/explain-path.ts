import { type NotificationStep, plainWords, redactText } from "@botdeck/core";
import { type FaultCause, readFault, whatIsSo } from "@botdeck/core/faults";
import { causes as english } from "@botdeck/core/faults/en";
import { causes as russian } from "@botdeck/core/faults/ru";

import { BUILT_IN_RULES } from "../rules/built-in/built-in-rules.ts";
import { faultWords } from "../rules/fault-words.ts";
import { Fault } from "../rules/rule-fault.ts";
import type { RuleLanguage } from "../rules/words.ts";
import { AS_WHAT, CHANGES, REASONS, SENTENCES } from "./words.ts";

type Options = {
  language: RuleLanguage;
  /** For moments, as IANA names it. */
  timeZone: string;
  /** Names of people and of rules that are the portal's own, by id and code. */
  names?: ReadonlyMap<string, string>;
  /** What became of the message; null when there is none, or it is forgotten. */
  delivery?: Delivery | null;
};

/** How far a message came on its way out, and why no further. */
export type Delivery = {
  status: "ready" | "sending" | "uncertain" | "sent" | "dead" | "cancelled" | "discarded";
  lastError: string | null;
};

const CAUSES = { en: english, ru: russian } as const;
const LOCALES = { en: "en-GB", ru: "ru-RU" } as const;

/** The way of a notification, or of none, in sentences: one for each step. */
export function explainPath(path: readonly NotificationStep[], options: Options): string[] {
  return path.map((step) => sentenceOf(step, options));
}

function sentenceOf(
  { step, passed, facts }: NotificationStep,
  { language, timeZone, names, delivery = null }: Options,
): string {
  const words = SENTENCES[language];
  const text = (name: string) => String(facts[name] ?? "");
  const called = (id: string) => plainWords(names?.get(id) ?? id);
  const reasons: Readonly<Record<string, string>> = REASONS[language];
  // A reason that has no words of ours is what others wrote.
  const reason = reasons[text("reason")] ?? plainWords(text("reason"));
  const until = momentOf(facts["dueAt"] ?? facts["until"] ?? null, language, timeZone);
  switch (step) {
    case "event": {
      const changes: Readonly<Record<string, string>> = CHANGES[language];
      const by = facts["actorId"] == null ? "" : words.by(called(text("actorId")));
      const subject = subjectOf(text("subject"), text("title"), language);
      return words.event(subject, changes[text("change")] ?? text("change"), by);
    }
    case "rule":
      return words.rule(titleOf(text("code"), language) ?? called(text("code")));
    case "condition":
      if (facts["fault"] != null) return words.failed(plainWords(faultIn(facts, language)));
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
    case "group":
    case "inhibit":
    case "delay":
      return passed ? words.passed(words.steps[step], reason) : words.stoppedAt(words.steps[step], reason);
    case "delivery":
      return passed ? deliveryWords(delivery, language) : words.stopped(reason);
  }
}

/** A notification's way to its end: what was told in a digest was sent as well. */
export function wholePath(
  path: readonly NotificationStep[],
  { outcome }: { outcome: string },
): readonly NotificationStep[] {
  return outcome === "digested" ? [...path, { step: "delivery", passed: true, facts: {} }] : path;
}

function deliveryWords(delivery: Delivery | null, language: RuleLanguage): string {
  const words = SENTENCES[language].delivery;
  switch (delivery?.status) {
    case undefined:
      return words.decided;
    case "sent":
      return words.sent;
    case "ready":
    case "sending":
      return words.waits;
    case "uncertain":
      return words.inDoubt;
    case "cancelled":
    case "discarded": {
      const { cause } = readFault(delivery.lastError ?? "");
      return cause === null ? words.withdrawn : `${words.withdrawn} ${causeWords(cause, language)}`;
    }
    case "dead":
      return undelivered(delivery.lastError ?? "", language);
  }
}

/** Of these nobody has to be told: they pass, or whoever was to be notified sees to them. */
const FOR_EVERYBODY: ReadonlySet<FaultCause> = new Set(["limit", "workingTime", "takenOver", "permission"]);

/** What is so; what is to be done about it is for who looks after the bots, and the console tells them. */
function causeWords(cause: FaultCause, language: RuleLanguage): string {
  const words = CAUSES[language][cause];
  return FOR_EVERYBODY.has(cause) ? words : `${whatIsSo(words)} ${SENTENCES[language].delivery.tellKeeper}`;
}

/** Why in the reader's language, and then what the portal said itself; what nobody has put into words stands as it is. */
function undelivered(error: string, language: RuleLanguage): string {
  const words = SENTENCES[language].delivery;
  const { cause, by, words: said } = readFault(error);
  if (cause === null) return words.refused(plainWords(redactText(error)));
  const because = words.because(causeWords(cause, language));
  return by === "portal" ? `${because} ${words.portalSaid(plainWords(redactText(said)))}` : because;
}

/** Why a rule could not be evaluated, as its condition's step tells it. */
function faultIn({ fault: code, ...facts }: NotificationStep["facts"], language: RuleLanguage): string {
  const fault = Fault.safeParse({ code, values: facts });
  return fault.success ? faultWords(fault.data, language) : String(facts["detail"] ?? code);
}

const titleOf = (code: string, language: RuleLanguage): string | undefined =>
  BUILT_IN_RULES.find((rule) => rule.code === code)?.title[language];

const KINDS = {
  en: { lead: "lead", deal: "deal", task: "task", alert: "alert", payment: "payment", one_c: "1C", generic: "post" },
  ru: {
    lead: "лид",
    deal: "сделка",
    task: "задача",
    alert: "авария",
    payment: "оплата",
    one_c: "1С",
    generic: "сообщение другой системы",
  },
} as const;

const QUOTED = { en: (title: string) => `“${title}”`, ru: (title: string) => `«${title}»` } as const;

/** What it is about: by its title where its id says nothing to anybody. */
function subjectOf(subject: string, title: string, language: RuleLanguage): string {
  const [kind = "", ...rest] = subject.split(":");
  const words: Readonly<Record<string, string>> = KINDS[language];
  if (title !== "") return `${words[kind] ?? ""} ${QUOTED[language](plainWords(title))}`.trim();
  return plainWords(words[kind] === undefined ? subject : `${words[kind]} ${rest.join(":")}`);
}

function momentOf(value: unknown, language: RuleLanguage, timeZone: string): string {
  const at = typeof value === "string" ? new Date(value) : null;
  if (at === null || Number.isNaN(at.getTime())) return "";
  const format = { timeZone, day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(at);
}
