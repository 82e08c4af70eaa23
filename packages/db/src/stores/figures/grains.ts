import { type SQL, sql } from "drizzle-orm";

import { GRAIN, type Grain } from "../../schema/figures.ts";
import type { FigureFilter } from "./figure-filter.ts";

/** What outcomes are told apart by in some grains; portal, bot, and clients from staff in all of them. */
export type Told =
  | "line_id"
  | "intent"
  | "topic"
  | "dialog"
  | "dialog_version"
  | "step"
  | "language"
  | "kind"
  | "cause";

const OF_SUBJECT = ["intent", "topic", "dialog", "dialog_version", "language"] as const;
const OF_VISIT = [...OF_SUBJECT, "step", "kind", "cause"] as const;

export const TOLD_IN: Record<Grain, readonly Told[]> = {
  bot: [],
  language: ["language"],
  line: ["line_id"],
  version: ["dialog", "dialog_version"],
  intent: ["intent"],
  topic: ["topic"],
  cause: ["language", "kind", "cause"],
  subject: OF_SUBJECT,
  step: ["language", "dialog", "step"],
  line_subject: ["line_id", ...OF_SUBJECT],
  visit: OF_VISIT,
  line_visit: ["line_id", ...OF_VISIT],
};

/**
 * What is kept of days and of months. Days have few visits each, so that only the coarsest grains have fewer rows than the finest.
 * Lines stand in few: who asks for one asks for its portal, too, of which even the finest has few rows.
 */
export const GRAINS_OF = {
  day: ["bot", "line", "line_visit"],
  month: GRAIN,
} as const satisfies Record<string, readonly Grain[]>;
export type FigureUnit = keyof typeof GRAINS_OF;

/** The smallest grain that tells all of these apart. */
export const grainWith = (unit: FigureUnit, asked: readonly Told[]): Grain =>
  GRAINS_OF[unit].find((grain) => asked.every((column) => TOLD_IN[grain].includes(column))) ?? "line_visit";

/**
 * In SQL, the rows of that grain. A literal: it belongs to the form of a statement, and Postgres plans it by how many rows a grain
 * has.
 */
export const isOfGrain = (unit: FigureUnit, asked: readonly Told[]): SQL =>
  sql.raw(`grain = '${grainWith(unit, asked)}'`);

/** The smallest of the larger grains that it can be added up from; null for the finest. */
export function sourceOf(unit: FigureUnit, grain: Grain): Grain | null {
  const grains: readonly Grain[] = GRAINS_OF[unit];
  const larger = grains.slice(grains.indexOf(grain) + 1);
  return larger.find((one) => TOLD_IN[grain].every((column) => TOLD_IN[one].includes(column))) ?? null;
}

/** What has to be told apart for a filter to pick by it. */
export function toldBy({
  lineId,
  intent,
  topic,
  dialog,
  dialogVersion,
  language,
}: Omit<FigureFilter, "audience">): Told[] {
  const picked = { line_id: lineId, intent, topic, dialog, dialog_version: dialogVersion, language };
  return Object.entries(picked).flatMap(([name, value]) => (value === null ? [] : [name as Told])); // safe: the names above
}
