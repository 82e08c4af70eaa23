import { plainWords } from "@botdeck/core";

import { BEFORE_FIELDS, RECORD_FIELDS, SETTING_FIELDS, WORDED_FIELDS } from "./record-fields.ts";
import type { Rule } from "./rule.ts";
import { type RuleLanguage, statusWords } from "./words.ts";

/** What stands for nothing in the middle of a sentence. */
const NOTHING = "—";
const FIELD = /\{([a-z][\w.]*)\}/gi;
const MOMENT = /^\d{4}-\d\d-\d\dT/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const LOCALES = { en: "en-GB", ru: "ru-RU" } as const;
const OTHER_FIELDS = ["actor.id", "actor.name", "change"];

type Facts = Readonly<Record<string, unknown>>;

/** What a template is filled in from. */
export type TemplateValues = {
  record: Facts | null;
  before: Facts | null;
  actor: { id: string; name: string } | null;
  change: string;
  settings: Facts;
};

export type TemplateOptions = { language: RuleLanguage; timeZone: string };

/** The fields that a text names. */
export const fieldsIn = (text: string): string[] => [...text.matchAll(FIELD)].map(([, field = ""]) => field);

/** Fields of a text that no event of this rule has. */
export function unknownFields(text: string, trigger: Rule["trigger"]): string[] {
  return fieldsIn(text).filter((field) => {
    const [scope = "", name = "", ...below] = field.split(".");
    if (OTHER_FIELDS.includes(field)) return false;
    if (scope === "settings") return !SETTING_FIELDS.includes(name) || below.length > 0;
    if (trigger.kind === "hook") return scope !== "record";
    const fields = { record: RECORD_FIELDS, before: BEFORE_FIELDS }[scope]?.[trigger.record] ?? [];
    const isKnown = fields.includes(name) || (fields.length > 0 && WORDED_FIELDS[trigger.record].includes(name));
    return !isKnown || below.length > 0;
  });
}

/** A text with its fields filled in. What people wrote cannot work as a tag; sums and moments are as the reader writes them. */
export function fillText(text: string, values: TemplateValues, options: TemplateOptions): string {
  return text.replace(FIELD, (_, field: string) => valueOf(field, values, options) || NOTHING);
}

/** A row's value; null when none of its fields has one. */
export function fillValue(text: string, values: TemplateValues, options: TemplateOptions): string | null {
  const fields = fieldsIn(text);
  const isEmpty = fields.length > 0 && fields.every((field) => valueOf(field, values, options) === "");
  return isEmpty ? null : fillText(text, values, options);
}

function valueOf(path: string, values: TemplateValues, { language, timeZone }: TemplateOptions): string {
  const parts = path.split(".");
  const name = parts.at(-1) ?? "";
  const owner = at(values, parts.slice(0, -1));
  if (name === "statusName") return statusWords(at(owner, ["status"]), language);
  const value = at(owner, [name]);
  if (value === null || value === undefined) return "";
  if (typeof value === "number") {
    return name === "amount"
      ? money(value, at(owner, ["currency"]), language)
      : value.toLocaleString(LOCALES[language]);
  }
  if (typeof value === "string" && MOMENT.test(value) && name.endsWith("At")) return moment(value, language, timeZone);
  if (typeof value === "string" && DAY.test(value)) return day(value, language);
  if (Array.isArray(value)) return plainWords(value.map(String).join(", "));
  if (typeof value === "object") return plainWords(JSON.stringify(value));
  // safe: no object is left
  return plainWords(String(value as string | boolean));
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, name)
        ? (inner as Readonly<Record<string, unknown>>)[name] // safe: it has it
        : undefined,
    value,
  );
}

function money(amount: number, currency: unknown, language: RuleLanguage): string {
  const digits = { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 };
  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency))
    return amount.toLocaleString(LOCALES[language], digits);
  return new Intl.NumberFormat(LOCALES[language], { style: "currency", currency, ...digits }).format(amount);
}

function moment(value: string, language: RuleLanguage, timeZone: string): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return plainWords(value);
  const format = { timeZone, day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(at);
}

function day(value: string, language: RuleLanguage): string {
  const format = { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(new Date(value));
}
