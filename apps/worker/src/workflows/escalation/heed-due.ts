import type { EscalationOutcome, EscalationRun } from "@botdeck/contracts";
import { ActivityFailure } from "@temporalio/workflow";

import { pageLevel } from "./page-level.ts";
import { lookAtGroup, lookAtSource } from "./proxies.ts";
import { settleOrRecover } from "./recover.ts";
import { type EscalationInHand, iso } from "./run.ts";

/** A source is asked often at first, and seldom when it takes long; in milliseconds. */
const LOOK_MS = 20_000;
const SELDOM_MS = 120_000;
const OFTEN_LOOKS = 30;

/** Something is due. @returns How the escalation ended by it, if it did. */
export async function heedDue(inHand: EscalationInHand, now: number): Promise<EscalationOutcome | null> {
  const { about, run } = inHand;
  const isDue = (at: string | null) => at !== null && Date.parse(at) <= now;
  if (isDue(run.endsAt)) return "forgotten";
  if (isDue(run.watchAt)) {
    await look(inHand);
    return null;
  }
  if (run.step === "paging") return await pageLevel(inHand);
  return await settleOrRecover(inHand, await lookAtGroup(about, { isOver: OVER[run.step] }));
}

/** What is over when a step comes to its end by itself. */
const OVER = {
  delayed: "delay",
  acknowledged: "acknowledgement",
  silenced: "silence",
  paging: null,
  exhausted: null,
} as const satisfies Record<EscalationRun["step"], string | null>;

/** That it recovered comes back as a post of the source, like any other. */
async function look({ about, run }: EscalationInHand): Promise<void> {
  run.looks += 1;
  run.watchAt = iso(Date.now() + (run.looks < OFTEN_LOOKS ? LOOK_MS : SELDOM_MS));
  try {
    const { isMuted } = await lookAtSource(about, { key: String(run.looks) });
    if (!isMuted) run.watchAt = null;
  } catch (error) {
    // It is asked again the next time.
    if (!(error instanceof ActivityFailure)) throw error;
  }
}
