import {
  type Database,
  type FigureFilter,
  type FigureGroup,
  type FigurePeriod,
  figuresBy,
  figuresOverTime,
  type OutcomeCounts,
  OUTCOME_KIND,
} from "@botdeck/db";

import { csvOf } from "../csv.ts";
import { namesOfGroups } from "./names-of-groups.ts";
import { sharesOf } from "./view.ts";

const MOST_ROWS = 10_000;

const HEADINGS: Record<FigureGroup | "time", readonly string[]> = {
  time: ["from"],
  portal: ["portal_id"],
  bot: ["bot_id"],
  line: ["portal_id", "line_id"],
  intent: ["intent"],
  topic: ["topic"],
  version: ["dialog", "dialog_version"],
  language: ["language"],
  cause: ["outcome", "cause"],
  step: ["dialog", "step"],
};
const FIGURES = [
  "visits",
  ...OUTCOME_KIND,
  "contained",
  "containment",
  "solved",
  "came_back_72h",
  "came_back_7d",
  "rated",
  "rated_4_or_5",
  "mean_rating",
] as const;

/** Figures over time or of groups, with the numbers that each share is made of. */
export async function figuresCsv(
  db: Database,
  { by, filter, period }: { by: FigureGroup | "time"; filter: FigureFilter; period: FigurePeriod },
): Promise<string> {
  const heading = HEADINGS[by];
  if (by === "time") {
    const { points } = await figuresOverTime(db, filter, period);
    return csvOf([[...heading, ...FIGURES], ...points.map((point) => [point.at, ...cellsOf(point)])]);
  }
  const [groups, names] = await Promise.all([
    figuresBy(db, by, filter, period, { limit: MOST_ROWS }),
    namesOfGroups(db, by),
  ]);
  const rows = groups.map((group) => [
    ...group.key.map((part) => part ?? ""),
    names.get(group.key[0] ?? "") ?? "",
    ...cellsOf(group),
    ...[group.firstResponse.p50Ms, group.firstResponse.p95Ms].map(textOf),
  ]);
  return csvOf([[...heading, "name", ...FIGURES, "first_response_p50_ms", "first_response_p95_ms"], ...rows]);
}

function cellsOf(counts: OutcomeCounts): string[] {
  const { containment, meanRating } = sharesOf(counts);
  return [
    counts.decided,
    ...OUTCOME_KIND.map((kind) => counts.kinds[kind]),
    counts.contained,
    containment.share,
    counts.solved,
    counts.recontacted,
    counts.returned,
    counts.rated,
    counts.satisfied,
    meanRating,
  ].map(textOf);
}

const textOf = (value: number | null) => (value === null ? "" : String(Math.round(value * 10_000) / 10_000));
