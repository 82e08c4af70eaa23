import pc from "picocolors";

import { TOPICS } from "./day-line.ts";
import type { PlayedConversation } from "./play-day.ts";
import type { Result } from "./score.ts";
import type { DaySummary } from "./summarize-day.ts";

const RESULTS = ["contained", "operator", "missed", "mistagged", "wrong"] as const satisfies readonly Result[];
const PAINT: Record<Result, (text: string) => string> = {
  contained: pc.green,
  operator: pc.green,
  missed: pc.yellow,
  mistagged: pc.yellow,
  wrong: pc.red,
};
const COLUMN = 11;

/** The line of `--json` for one conversation. */
export function jsonLine({ conversation, visit, result, p95Ms, restCalls }: PlayedConversation): string {
  const outcome = visit.handedOver ? "operator" : "contained";
  return JSON.stringify({ id: conversation.id, outcome, result, replies: visit.replies, p95Ms, restCalls });
}

/** One line of the live progress. */
export function progressLine(played: PlayedConversation, done: number, all: number): string {
  const { conversation, result, failures, visit } = played;
  const count = pc.dim(`${String(done).padStart(String(all).length)}/${all}`);
  const why = failures.length === 0 ? "" : pc.dim(`  ${failures.join("; ")}`);
  return `${count} ${PAINT[result](result.padEnd(COLUMN))} ${conversation.id} ${pc.dim(`${visit.replies} replies`)}${why}`;
}

/** Counts by topic and result, what failed, and the figures of the day. */
export function dayReport(played: readonly PlayedConversation[], summary: DaySummary): string {
  const parts = [countTable(played), failureList(played), unanswered(played), figures(summary)];
  return parts.filter((part) => part !== "").join("\n\n");
}

function countTable(played: readonly PlayedConversation[]): string {
  const topicOf = ({ conversation }: PlayedConversation) => conversation.expect.topic ?? "(no topic)";
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(14) : String(cell).padStart(COLUMN))).join("");
  const countsOf = (some: readonly PlayedConversation[]) => [
    ...RESULTS.map((result) => some.filter((each) => each.result === result).length),
    some.length,
  ];
  const topics = [...TOPICS, "(no topic)"].filter((topic) => played.some((each) => topicOf(each) === topic));
  return [
    pc.bold(row(["topic", ...RESULTS, "all"])),
    ...topics.map((topic) => row([topic, ...countsOf(played.filter((each) => topicOf(each) === topic))])),
    row(["all", ...countsOf(played)]),
  ].join("\n");
}

function failureList(played: readonly PlayedConversation[]): string {
  const failed = played.filter(({ failures }) => failures.length > 0);
  return RESULTS.flatMap((result) => failed.filter((each) => each.result === result))
    .map(({ conversation, result, failures }) => `${PAINT[result](result)} ${conversation.id}: ${failures.join("; ")}`)
    .join("\n");
}

/** Silence may count as contained where nothing in particular had to be said: it has to be seen all the same. */
function unanswered(played: readonly PlayedConversation[]): string {
  const ids = played.filter(({ visit }) => visit.replies === 0).map(({ conversation }) => conversation.id);
  return ids.length === 0 ? "" : pc.red(`without any answer (${ids.length}): ${ids.join(", ")}`);
}

function figures(summary: DaySummary): string {
  const share = (value: number | null) => (value === null ? "—" : `${(value * 100).toFixed(1)} %`);
  const ms = (value: number | null) => (value === null ? "—" : `${value} ms`);
  return [
    `containment ${share(summary.containment)}, wrong ${share(summary.wrongRate)}, topic of hand-overs right ${share(summary.topicAccuracy)}`,
    `answer p50 ${ms(summary.responseP50Ms)}, p95 ${ms(summary.responseP95Ms)}; ${summary.restCallsPerConversation ?? "—"} REST requests per conversation`,
  ].join("\n");
}
