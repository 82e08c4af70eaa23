import type { EscalationNews, EscalationOutcome } from "@botdeck/contracts";
import { ActivityFailure } from "@temporalio/workflow";

import type { GroupNow } from "./group-activities.ts";
import { tellRecovered, tellSource } from "./proxies.ts";
import { type EscalationInHand, iso, settle } from "./run.ts";

/** The first look at a source that was silenced, in milliseconds: by then it has heard of it. */
export const FIRST_LOOK_MS = 15_000;

/** Nothing fires any more: whoever was paged knows, and the source keeps no silence of ours. */
export async function recover(inHand: EscalationInHand): Promise<EscalationOutcome> {
  const { about, run, tellings } = inHand;
  if (run.step === "delayed") return "passing";
  await tellRecovered(about);
  // The silence may be under way still.
  await Promise.all(tellings.splice(0));
  await tellSource(about, { key: "recovered", kind: "recovered", byName: "", until: null }).catch(asNobody);
  return "resolved";
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
  const { about, run, tellings } = inHand;
  const until = "until" in news ? news.until : null;
  const telling = tellSource(about, { key: id, kind, byName, until }).then(
    (told) => {
      // It posts nothing of what is silenced, not even that it recovered.
      if (told.isMuted) run.watchAt = iso(Date.now() + FIRST_LOOK_MS);
    },
    (error: unknown) => void asNobody(error),
  );
  tellings.push(telling);
}

/** It did not take it after all tries, which stands in the timeline; people go on without it. */
function asNobody(error: unknown): { isMuted: false } {
  if (error instanceof ActivityFailure) return { isMuted: false };
  throw error;
}
