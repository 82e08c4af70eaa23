import type { PortalQueue, WaitingHead } from "@botdeck/db";
import { BUDGET_WAIT_MS } from "@botdeck/db";

import { heldMsOf, laneOf } from "./budget-view.ts";

/** What is due and was not taken for so long has nobody to take it, in milliseconds. */
const TAKEN_WITHIN_MS = 60_000;

/** Why the head of a lane has not left yet. */
export type WaitReason =
  /** It is on its way now. */
  | { code: "leaving" }
  /** It left, and nobody can tell whether it arrived: it is looked for. */
  | { code: "in_doubt"; at: string }
  /** Nobody may call the portal until a person authorises the app again. */
  | { code: "reauth" }
  /** The portal is not set up yet. */
  | { code: "pending" }
  /** The last try failed, and it is tried again then. */
  | { code: "tried_again"; at: string }
  /** It was decided for later. */
  | { code: "later"; at: string }
  /** The portal's budget has no room for its lane. */
  | { code: "budget"; at: string }
  /** It is due, and no worker took it: for a workflow, Temporal may be away. */
  | { code: "temporal" }
  | { code: "nobody" }
  /** It leaves in a moment. */
  | { code: "next" };

/** @param now By the clock that wrote the rows. */
export function whyItWaits(
  head: Pick<WaitingHead, "kind" | "status" | "attempts" | "runAt">,
  portal: Pick<PortalQueue, "state" | "requestLimit" | "aheadMs">,
  now: Date,
): WaitReason {
  const { status, attempts, runAt } = head;
  if (status === "sending") return { code: "leaving" };
  if (status === "uncertain") return { code: "in_doubt", at: runAt.toISOString() };
  const lane = laneOf(head.kind);
  if (lane !== "workflow" && portal.state === "reauth") return { code: "reauth" };
  if (lane !== "workflow" && portal.state === "pending") return { code: "pending" };
  if (runAt > now) return { code: attempts > 0 ? "tried_again" : "later", at: runAt.toISOString() };
  const heldMs = lane === "workflow" ? 0 : heldMsOf(lane, portal.requestLimit, portal.aheadMs);
  if (heldMs > BUDGET_WAIT_MS) return { code: "budget", at: new Date(now.getTime() + heldMs).toISOString() };
  if (now.getTime() - runAt.getTime() < TAKEN_WITHIN_MS) return { code: "next" };
  return { code: lane === "workflow" ? "temporal" : "nobody" };
}
