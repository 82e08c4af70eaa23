import type { EscalationNews, EscalationOutcome } from "@botdeck/contracts";

import { lookAtGroup } from "./proxies.ts";
import { recover, settleOrRecover, tellSourceOf } from "./recover.ts";
import { beginPass, type EscalationInHand, iso } from "./run.ts";

/** One thing that happened. The group's row says where it stands by now. @returns How the escalation ended by it, if it did. */
export async function heedNews(inHand: EscalationInHand, news: EscalationNews): Promise<EscalationOutcome | null> {
  const { about, run } = inHand;
  if (news.kind === "resolved") return await recover(inHand);
  const group = await lookAtGroup(about, { isOver: null });
  if (news.kind === "escalate") {
    if (group.kind !== "firing") return await settleOrRecover(inHand, group);
    // Whoever presses wants somebody else now, and not after the next wait.
    if (run.step === "exhausted") beginPass(run, Date.now());
    else Object.assign(run, { step: "paging", dueAt: iso(Date.now()) });
    return null;
  }
  // An answer that was taken back before the news of it came wants nothing of the source.
  if (group.kind === news.kind) tellSourceOf(inHand, news);
  if (group.kind === "firing") return null;
  return await settleOrRecover(inHand, group);
}
