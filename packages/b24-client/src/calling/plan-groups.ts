import type { MethodPace } from "./method-pace.ts";
import type { WaitingCall } from "./waiting-call.ts";

/** Bitrix24 docs: settings/how-to-call-rest-api/batch */
export const MAX_COMMANDS = 50;
/** Of all commands of one batch together, as encoded. */
const MAX_BATCH_BYTES = 500_000;
const BYTES_BESIDE_COMMAND = 10;

type Options = {
  /** Calls that found room at once are packed too: nobody waits for them. */
  isPatient: boolean;
  pace: MethodPace;
  /** What a batch may take on the portal, in milliseconds. */
  budgetMs: number;
  /** No more groups than this are wanted. */
  maxGroups: number;
};

/**
 * Parts the calls of one lane into requests, oldest first. A call that had to wait takes with it whatever may stand in
 * one batch; a call that finds room leaves alone.
 */
export function planGroups(calls: readonly WaitingCall[], options: Options): WaitingCall[][] {
  const groups: WaitingCall[][] = [];
  let open: { calls: WaitingCall[]; bytes: number; expectedMs: number } | null = null;
  for (const call of calls) {
    const isPacked = call.command !== null && (options.isPatient || call.hasWaited);
    if (!isPacked) {
      // Without a request for it, those behind it may still find a place in a batch.
      if (groups.length < options.maxGroups) groups.push([call]);
      continue;
    }
    const bytes = (call.command?.length ?? 0) + BYTES_BESIDE_COMMAND;
    const expectedMs = options.pace.expectedMs(call.method);
    const fits =
      open !== null &&
      open.calls.length < MAX_COMMANDS &&
      open.bytes + bytes <= MAX_BATCH_BYTES &&
      open.expectedMs + expectedMs <= options.budgetMs;
    if (open !== null && fits) {
      open.calls.push(call);
      open.bytes += bytes;
      open.expectedMs += expectedMs;
      continue;
    }
    if (groups.length === options.maxGroups) break;
    open = { calls: [call], bytes, expectedMs };
    groups.push(open.calls);
  }
  return groups;
}
