import { missingOf } from "../alerts/run-alert-drill.ts";
import type { PlayedAlert } from "./play-alert.ts";

/** In milliseconds. Of a page that is Alertmanager's `group_wait` of 5 s, and ours; of a recovery how often we look at what is silenced. */
export const TARGETS = {
  firingToCardMs: 10_000,
  firingToPageMs: 10_000,
  ackToSilenceMs: 5_000,
  ackToCardMs: 10_000,
  recoveryToEditMs: 40_000,
  recoveryToToldMs: 40_000,
  againToCardMs: 40_000,
  againToPageMs: 40_000,
  againToToldMs: 40_000,
} as const satisfies Partial<Record<keyof PlayedAlert, number>>;
export type TimedFigure = keyof typeof TARGETS;

const MISSING: Record<TimedFigure, string> = {
  firingToCardMs: "the alert became no card",
  firingToPageMs: "nobody was paged",
  ackToSilenceMs: "the acknowledgement made no silence in Alertmanager",
  ackToCardMs: "the card does not say who acknowledged",
  recoveryToEditMs: "the recovery was not told by the card",
  recoveryToToldMs: "who was paged was not told that it recovered",
  againToCardMs: "what failed again right after the recovery became no card",
  againToPageMs: "nobody was paged when it failed again",
  againToToldMs: "who was paged was not told that it recovered again",
};

/** What was promised and did not come, in words; empty when all did. A figure above its target is slow, not broken. */
export function judgeAlert(played: PlayedAlert): string[] {
  const broken = missingOf(played, MISSING);
  if (played.cards > 1) broken.push(`${played.cards} cards came of one group`);
  if (played.isToldEarly) broken.push("it was told to have recovered while another site of it was down");
  if (played.ackToSilenceMs !== null && !played.isSilenceOfGroup) broken.push("the silence is not this group's alone");
  if ((played.silencesLeft ?? 0) > 0) broken.push("the silence outlived the recovery, and would hide the next failure");
  return broken;
}
