import type { Nudged } from "@botdeck/contracts";
import { NUDGED_SIGNAL } from "@botdeck/contracts/names";
import { defineSignal, setHandler } from "@temporalio/workflow";

const nudgedSignal = defineSignal<[Nudged]>(NUDGED_SIGNAL);

/** What has been asked for and not been done yet. */
export type Nudges = { waiting: number };

/** Listens for whoever wants the manager reminded. Signals come at least once; each is heard once. */
export function hearNudges(): Nudges {
  const seen = new Set<string>();
  const nudges: Nudges = { waiting: 0 };
  setHandler(nudgedSignal, ({ id }) => {
    if (seen.has(id)) return;
    seen.add(id);
    nudges.waiting += 1;
  });
  return nudges;
}
