import type { EscalationOutcome, EscalationRun } from "@botdeck/contracts";
import { ActivityFailure, patched } from "@temporalio/workflow";

import { pageLevel } from "./page-level.ts";
import { lookAtGroup, lookAtSource, lookForReturn, tellForgotten } from "./proxies.ts";
import { settleOrRecover, tellSourceOfEnd } from "./recover.ts";
import { type EscalationInHand, iso } from "./run.ts";

/** A source is asked often at first, and seldom when it takes long; in milliseconds. */
const LOOK_MS = 20_000;
const SELDOM_MS = 120_000;
const OFTEN_LOOKS = 30;

/** Something is due. @returns How the escalation ended by it, if it did. */
export async function heedDue(inHand: EscalationInHand, now: number): Promise<EscalationOutcome | null> {
  const { about, run } = inHand;
  const isDue = (at: string | null) => at !== null && Date.parse(at) <= now;
  if (isDue(run.endsAt)) {
    if (run.step === "recovered") return "resolved";
    if (patched("who-has-it-hears-that-it-is-forgotten")) await tellForgotten(about);
    return "forgotten";
  }
  if (isDue(run.watchAt)) {
    await look(inHand);
    return run.step === "recovered" && run.watchAt === null ? "resolved" : null;
  }
  if (run.step === "paging") return await pageLevel(inHand);
  const { step } = run;
  const group = await lookAtGroup(about, { isOver: OVER[step], answer: run.answer ?? null });
  if (group.kind === "firing") tellSourceOfEnd(inHand, step);
  return await settleOrRecover(inHand, group);
}

/** What is over when a step comes to its end by itself. */
const OVER = {
  delayed: "delay",
  acknowledged: "acknowledgement",
  silenced: "silence",
  paging: null,
  exhausted: null,
  recovered: null,
} as const satisfies Record<EscalationRun["step"], string | null>;

/** That it recovered, or came back, comes as a post of the source, like any other. */
async function look({ about, run }: EscalationInHand): Promise<void> {
  run.looks += 1;
  run.watchAt = iso(Date.now() + (run.looks < OFTEN_LOOKS ? LOOK_MS : SELDOM_MS));
  try {
    if (run.step === "recovered") {
      const { isMuted } = await lookForReturn(about);
      if (!isMuted) run.watchAt = null;
      return;
    }
    const { isMuted, forgetsAfterMs } = await lookAtSource(about, { key: String(run.looks) });
    if (forgetsAfterMs !== undefined) run.forgetsAfterMs = forgetsAfterMs;
    if (!isMuted) run.watchAt = null;
  } catch (error) {
    // It is asked again the next time.
    if (!(error instanceof ActivityFailure)) throw error;
  }
}
