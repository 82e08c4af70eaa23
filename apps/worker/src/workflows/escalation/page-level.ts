import type { EscalationOutcome } from "@botdeck/contracts";

import { lookAtGroup, pagePeople, tellUnanswered } from "./proxies.ts";
import { recover, settleOrRecover } from "./recover.ts";
import { beginPass, type EscalationInHand, iso } from "./run.ts";

/** Pages the level whose turn it is, or whatever comes after the last one. @returns How the escalation ended by it, if it did. */
export async function pageLevel(inHand: EscalationInHand): Promise<EscalationOutcome | null> {
  const { about, run, input } = inHand;
  const { round, level } = run;
  const paged = await pagePeople(about, {
    round,
    level,
    isUrgent: run.isUrgent ?? false,
    isAsked: run.isAsked ?? false,
  });
  run.isAsked = false;
  run.isHeld = paged.kind === "quiet";
  const inMs = (ms: number) => iso(Date.now() + ms);
  switch (paged.kind) {
    case "paged":
      Object.assign(run, {
        level: level + 1,
        hasPaged: true,
        hasLeftOut: false,
        dueAt: inMs(input.waitMs ?? paged.waitMs),
      });
      return null;
    case "nobody":
      Object.assign(run, { level: level + 1, dueAt: inMs(0) });
      return null;
    case "quiet":
      run.dueAt = paged.until;
      return null;
    case "answered":
      // The news of it are on their way.
      return await settleOrRecover(inHand, await lookAtGroup(about, { isOver: null, answer: null }));
    case "over":
      await endRound(inHand, paged.repeats);
      return null;
    case "resolved":
      return await recover(inHand);
    case "gone":
      return "gone";
  }
}

async function endRound({ about, run }: EscalationInHand, repeats: number): Promise<void> {
  if (run.hasLeftOut === true) {
    // Nobody was there beyond the level that was left out: then it is for them.
    beginPass(run, Date.now());
    run.hasLeftOut = false;
    return;
  }
  const left = run.repeatsLeft ?? repeats;
  // Where nobody could be paged, once more would find nobody either.
  if (left > 0 && run.hasPaged) {
    const dueAt = iso(Date.now());
    Object.assign(run, { round: run.round + 1, level: 0, repeatsLeft: left - 1, hasPaged: false, dueAt });
    return;
  }
  await tellUnanswered(about, { round: run.round });
  Object.assign(run, { step: "exhausted", dueAt: null });
}
