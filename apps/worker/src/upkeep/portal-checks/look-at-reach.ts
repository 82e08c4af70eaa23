import type { B24Client, CallOptions } from "@botdeck/b24-client";
import { isSealedOtherwise, type PortalFinding } from "@botdeck/db";

import { finding, reasonOf } from "./finding.ts";

/** Slower than this, answers to people are slow too, in milliseconds. */
const SLOW_MS = 3_000;
/** From so many seconds on a portal's clock is off; from the second on its times mislead people. */
const CLOCK_WARNING_S = 30;
const CLOCK_PROBLEM_S = 300;

/**
 * Whether a portal answers, how fast, and how far its clock is from ours.
 *
 * @returns `isThere` false where nothing else need be asked; `closed` names what does not open, which shows only in a call: the app's own token.
 * @see Bitrix24 docs: api-reference/common/system/server-time
 */
export async function lookAtReach(
  client: B24Client,
  options: CallOptions,
  now: () => number = Date.now,
): Promise<{ isThere: boolean; closed: string[]; findings: PortalFinding[] }> {
  let startedAt = now();
  try {
    // The first call may wait for its place in the budget: that says nothing about the portal.
    await client.call("server.time", {}, options);
    startedAt = now();
    const told = await client.call("server.time", {}, options);
    const tookMs = Math.round(now() - startedAt);
    const skewSeconds = Math.round((Date.parse(told) - (startedAt + tookMs / 2)) / 1_000);
    return {
      isThere: true,
      closed: [],
      findings: [
        finding("reach", tookMs > SLOW_MS ? "warning" : "ok", { tookMs }),
        Number.isFinite(skewSeconds)
          ? finding("clock", clockLevel(Math.abs(skewSeconds)), { skewSeconds })
          : finding("clock", "warning", { notLooked: "unknown_form" }),
      ],
    };
  } catch (error) {
    if (isSealedOtherwise(error)) return { isThere: false, closed: ["access"], findings: [] };
    return { isThere: false, closed: [], findings: [finding("reach", "problem", { reason: reasonOf(error) })] };
  }
}

function clockLevel(skewSeconds: number): PortalFinding["level"] {
  if (skewSeconds >= CLOCK_PROBLEM_S) return "problem";
  return skewSeconds >= CLOCK_WARNING_S ? "warning" : "ok";
}
