import type { Containment } from "@botdeck/db";

import type { OutcomeReport } from "./read-report.ts";

/** What counts as contained; docs/client-bots.md explains each word. */
export const DEFINITION =
  "contained = (solved_confirmed + solved_presumed - those who came back about the same topic within 72 hours) / all decided";

/** A report as a person reads it. */
export function reportLines({ asked, all, answers, groups }: OutcomeReport): string[] {
  const whose = [asked.botCode === null ? "all bots" : `bot ${asked.botCode}`, asked.domain ?? "all portals"].join(
    ", ",
  );
  const lines = [
    `Visits decided from ${asked.from.toISOString()} to ${asked.to.toISOString()}, ${whose}`,
    "",
    `contained         ${share(all)} of ${all.decided}`,
    `                  ${DEFINITION}`,
    `solved_confirmed  ${all.counts.solved_confirmed}`,
    `solved_presumed   ${all.counts.solved_presumed}, came back: ${all.recontacted}`,
    `handed_over       ${all.counts.handed_over}`,
    `abandoned         ${all.counts.abandoned}`,
    `first response    p50 ${seconds(all.firstResponseP50Ms)}, p95 ${seconds(all.firstResponseP95Ms)}`,
    `each answer       p50 ${seconds(answers.p50Ms)}, p95 ${seconds(answers.p95Ms)}, of ${answers.answers}`,
    `mean rating       ${rating(all)}`,
  ];
  return asked.by === null ? lines : [...lines, "", ...table(asked.by, groups)];
}

function table(by: string, groups: OutcomeReport["groups"]): string[] {
  const head = [
    by,
    "decided",
    "contained",
    "confirmed",
    "presumed",
    "back",
    "handed over",
    "abandoned",
    "first p50",
    "p95",
    "rating",
  ];
  const rows = groups.map((each) => [
    each.group ?? "not known",
    String(each.decided),
    share(each),
    String(each.counts.solved_confirmed),
    String(each.counts.solved_presumed),
    String(each.recontacted),
    String(each.counts.handed_over),
    String(each.counts.abandoned),
    seconds(each.firstResponseP50Ms),
    seconds(each.firstResponseP95Ms),
    rating(each),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const padded = (row: string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return [head, ...rows].map((row) => padded(row).join("  "));
}

const share = ({ containment }: Containment) => (containment === null ? "-" : `${(containment * 100).toFixed(1)} %`);
const seconds = (ms: number | null) => (ms === null ? "-" : `${(ms / 1_000).toFixed(1)} s`);
const rating = ({ meanRating }: Containment) => (meanRating === null ? "-" : meanRating.toFixed(2));
