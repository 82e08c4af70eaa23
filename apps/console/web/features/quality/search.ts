import { z } from "zod/mini";

/** What groups can be made by, as far as a person chooses it. */
export const GROUPS = ["bot", "portal", "line", "intent", "topic", "version", "language"] as const;
export type Group = (typeof GROUPS)[number];

/** Lengths of the periods that are one click away, in days up to today. */
export const PERIOD_DAYS = [7, 28, 90, 365] as const;
const DEFAULT_DAYS = 28;

export const FIGURES = [
  "decided",
  "contained",
  "durable",
  "solved",
  "solved_confirmed",
  "solved_presumed",
  "handed_over",
  "abandoned",
  "recontacted",
  "returned",
  "rated",
  "satisfied",
  "unsatisfied",
  "responded",
  "human_responded",
] as const;
export type FigureName = (typeof FIGURES)[number];

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

const Text = z.catch(z.optional(z.string().check(z.maxLength(100))), undefined);
const Id = z.catch(z.optional(z.uuid()), undefined);
const Day = z.catch(z.optional(z.iso.date()), undefined);
const Whole = z.catch(z.optional(z.int().check(z.positive())), undefined);

const FILTER = {
  portal: Id,
  bot: Id,
  line: Text,
  intent: Text,
  topic: Text,
  dialog: Text,
  version: Whole,
  lang: Text,
  who: z.catch(z.optional(z.literal("staff")), undefined),
  /** Both or neither. */
  from: Day,
  to: Day,
  days: z.catch(z.optional(z.literal([...PERIOD_DAYS])), undefined),
};

/** The address is the state of the page: whose visits, of which time, told apart by what. An empty text stands for what is not known. */
export const QualitySearch = z.object({ ...FILTER, by: z.catch(z.optional(z.enum(GROUPS)), undefined) });
export type QualitySearch = z.infer<typeof QualitySearch>;

/** And which of them are listed. */
export const VisitsSearch = z.object({
  ...FILTER,
  by: z.catch(z.optional(z.enum(GROUPS)), undefined),
  figure: z.catch(z._default(z.enum(FIGURES), "decided"), "decided"),
  cause: Text,
  step: Text,
  slow: Whole,
});
export type VisitsSearch = z.infer<typeof VisitsSearch>;

/** Days as `2026-11-21`, both in it. */
export type Period = { from: string; to: string };

/** @param today The person's own day. */
export function periodOf({ from, to, days = DEFAULT_DAYS }: QualitySearch, today: string): Period {
  if (from !== undefined && to !== undefined && isPeriod({ from, to })) return { from, to };
  return { from: dayBefore(today, days - 1), to: today };
}

/** Of the lengths that are one click away; null for days that somebody chose. */
export const lengthOf = ({ from, to, days }: QualitySearch): number | null =>
  from !== undefined && to !== undefined && isPeriod({ from, to }) ? null : (days ?? DEFAULT_DAYS);

export const isPeriod = ({ from, to }: Period): boolean =>
  from <= to && (Date.parse(to) - Date.parse(from)) / DAY_MS < MOST_DAYS;

/** In the words of the API. */
export const filterOf = (search: QualitySearch) => ({
  audience: search.who ?? ("clients" as const),
  portalId: search.portal ?? null,
  botId: search.bot ?? null,
  lineId: search.line ?? null,
  intent: search.intent ?? null,
  topic: search.topic ?? null,
  dialog: search.dialog ?? null,
  dialogVersion: search.version ?? null,
  language: search.lang ?? null,
});

/** Something beside portal and period narrows what is counted. */
export const isNarrowed = ({ bot, line, intent, topic, dialog, version, lang }: QualitySearch): boolean =>
  [bot, line, intent, topic, dialog, version, lang].some((value) => value !== undefined);

/** A day as the browser's clock has it. */
export const dayOf = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

const dayBefore = (day: string, days: number) => new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
