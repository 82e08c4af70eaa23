import type { EscalationNews, EscalationOutcome, EscalationStep } from "@botdeck/contracts";
import { ActivityFailure, patched } from "@temporalio/workflow";

import type { GroupNow } from "./group-activities.ts";
import { endAtSource, tellRecovered, tellSource } from "./proxies.ts";
import { type EscalationInHand, iso, settle, tellBeside } from "./run.ts";

/** The first look at a source that was silenced, in milliseconds: by then it has heard of it. */
export const FIRST_LOOK_MS = 15_000;

/**
 * Nothing fires any more: whoever was paged knows, and the source keeps no silence of ours.
 *
 * @returns Null where the source posted nothing of that: then it may take for the old what fires anew, and is asked on.
 */
export async function recover(inHand: EscalationInHand): Promise<EscalationOutcome | null> {
  const { about, run, tellings } = inHand;
  if (run.step === "delayed") return "passing";
  await tellRecovered(about);
  // The silence may be under way still.
  const before = tellings.splice(0);
  const end = async () => {
    await Promise.all(before);
    await endAtSource(about, { key: "recovered", kind: "recovered", byName: "", until: null }).catch(asNobody);
  };
  if (run.forgetsAfterMs == null) {
    await end();
    return "resolved";
  }
  tellBeside(inHand, end);
  const now = Date.now();
  const [watchAt, endsAt] = [iso(now + FIRST_LOOK_MS), iso(now + run.forgetsAfterMs)];
  Object.assign(run, { step: "recovered", dueAt: null, looks: 0, watchAt, endsAt });
  return null;
}

/** Stands as the group's row says. @returns How it ended by that, if it did. */
export async function settleOrRecover(inHand: EscalationInHand, group: GroupNow): Promise<EscalationOutcome | null> {
  const end = settle(inHand.run, group, Date.now());
  return end === "resolved" ? await recover(inHand) : end;
}

/** Tells the source in the background: nobody is paged later because it is slow. */
export function tellSourceOf(
  inHand: EscalationInHand,
  { id, kind, byName, ...news }: EscalationNews & { kind: "acknowledged" | "silenced" },
): void {
  const { about, run } = inHand;
  const until = "until" in news ? news.until : null;
  tellBeside(inHand, async () => {
    const told = await tellSource(about, { key: id, kind, byName, until }).catch(asNobody);
    // It posts nothing of what is silenced, not even that it recovered.
    if (told.isMuted) run.watchAt = iso(Date.now() + FIRST_LOOK_MS);
  });
}

/** Tells the source that an answer holds no longer, after what it was told before. It is asked on: it may have missed the recovery. */
export function tellSourceOfEnd(inHand: EscalationInHand, of: EscalationStep): void {
  const { about, run, tellings } = inHand;
  if ((of !== "acknowledged" && of !== "silenced") || !patched("the-source-hears-of-the-end")) return;
  const before = tellings.splice(0);
  run.endings = (run.endings ?? 0) + 1;
  const key = `ended:${run.endings}`;
  tellBeside(inHand, async () => {
    await Promise.all(before);
    await endAtSource(about, { key, kind: "ended", byName: "", until: null, of }).catch(asNobody);
  });
}

/** It did not take it after all tries, which stands in the timeline; people go on without it. */
function asNobody(error: unknown): { isMuted: false } {
  if (error instanceof ActivityFailure) return { isMuted: false };
  throw error;
}
