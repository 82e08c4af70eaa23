import { missingOf } from "../alerts/run-alert-drill.ts";
import type { PlayedProblem } from "./play-zabbix.ts";

/** In milliseconds, from the moment at which Zabbix says so. It looks for what it has to tell every few seconds. */
export const TARGETS = {
  problemToCardMs: 10_000,
  problemToPageMs: 10_000,
  ackToZabbixMs: 5_000,
  ackToCardMs: 10_000,
  recoveryToEditMs: 10_000,
  recoveryToToldMs: 10_000,
  againToCardMs: 10_000,
  againToPageMs: 10_000,
  escalateToZabbixMs: 5_000,
  againToToldMs: 10_000,
  silenceToZabbixMs: 5_000,
  silenceToCardMs: 10_000,
  silencedToEditMs: 10_000,
  afterSilenceToPageMs: 10_000,
} as const satisfies Partial<Record<keyof PlayedProblem, number>>;
export type TimedFigure = keyof typeof TARGETS;

const MISSING: Record<TimedFigure, string> = {
  problemToCardMs: "the problem became no card",
  problemToPageMs: "nobody was paged",
  ackToZabbixMs: "the acknowledgement did not come to Zabbix with who it was",
  ackToCardMs: "the card does not say who acknowledged",
  recoveryToEditMs: "the recovery was not told by the card",
  recoveryToToldMs: "who was paged was not told that it recovered",
  againToCardMs: "the next problem became no card",
  againToPageMs: "nobody was paged for the next problem",
  escalateToZabbixMs: "Zabbix was not told that nobody has it any more",
  againToToldMs: "who was paged was not told that the next problem recovered",
  silenceToZabbixMs: "Zabbix was not told who silenced the problem and until when",
  silenceToCardMs: "the card does not say that it is silenced until it recovers",
  silencedToEditMs: "the recovery of what was silenced was not told by the card",
  afterSilenceToPageMs: "nobody was paged for the problem after the silence",
};

/** What was promised and did not come, in words; empty when all did. */
export function judgeProblem(played: PlayedProblem): string[] {
  const broken = missingOf(played, MISSING);
  if (played.problemToCardMs === null) return broken;
  if (played.missingWords.length > 0) broken.push(`the card does not say ${played.missingWords.join(", ")}`);
  if (!played.isStartOfZabbix) broken.push("the alert began at another time than the problem of Zabbix");
  if (played.cards > 1) broken.push(`${played.cards} cards came of one problem`);
  if (played.pages > 1) broken.push(`${played.pages} pages came of one problem`);
  if (played.silenceToZabbixMs !== null && !played.isSilenceOfZabbix) {
    broken.push("what Zabbix does with a silenced problem is not what its version can");
  }
  if (played.pagesInSilence > 0) broken.push(`${played.pagesInSilence} pages came while it was silenced`);
  return broken;
}
