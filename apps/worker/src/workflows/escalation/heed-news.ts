import type { EscalationNews, EscalationOutcome } from "@botdeck/contracts";

import { lookAtGroup } from "./proxies.ts";
import { recover, settleOrRecover, tellSourceOf, tellSourceOfEnd } from "./recover.ts";
import { beginPass, type EscalationInHand, iso } from "./run.ts";

/** One thing that happened. The group's row says where it stands by now. @returns How the escalation ended by it, if it did. */
export async function heedNews(inHand: EscalationInHand, news: EscalationNews): Promise<EscalationOutcome | null> {
  const { about, run } = inHand;
  if (run.step === "recovered") return null;
  if (news.kind === "resolved") return await recover(inHand);
  if (news.kind === "unsure") {
    run.watchAt = iso(Date.now());
    return null;
  }
  if (news.kind === "worse") {
    // Who is left in peace may be paged for this.
    if (run.step === "paging" && run.isHeld === true) run.dueAt = iso(Date.now());
    return null;
  }
  const group = await lookAtGroup(about, { isOver: null, answer: null });
  if (news.kind === "escalate") {
    if (group.kind !== "firing") return await settleOrRecover(inHand, group);
    tellSourceOfEnd(inHand, run.step);
    pageNext(inHand);
    return null;
  }
  // An answer that was taken back before the news of it came wants nothing of the source.
  if (group.kind === news.kind) tellSourceOf(inHand, news);
  if (group.kind === "firing") return null;
  return await settleOrRecover(inHand, group);
}

/** Whoever presses wants somebody else now: not after the next wait, and not after anybody's quiet hours. */
function pageNext({ run }: EscalationInHand): void {
  const now = Date.now();
  const isHeld = run.isHeld === true;
  if (run.step === "exhausted") beginPass(run, now);
  else if (isHeld) Object.assign(run, { level: run.level + 1, isHeld: false, hasLeftOut: true, dueAt: iso(now) });
  else Object.assign(run, { step: "paging", dueAt: iso(now) });
  Object.assign(run, { isUrgent: true, isAsked: true });
}
