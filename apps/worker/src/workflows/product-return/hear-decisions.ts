import type { Decided } from "@botdeck/contracts";
import { DECIDED_SIGNAL } from "@botdeck/contracts/names";
import { defineSignal, setHandler } from "@temporalio/workflow";

const decidedSignal = defineSignal<[Decided]>(DECIDED_SIGNAL);

/** Listens for the manager's decision. The first one counts: a second press, or another's, changes nothing. */
export function hearDecisions(): () => Decided | null {
  let first: Decided | null = null;
  setHandler(decidedSignal, (decided) => void (first ??= decided));
  return () => first;
}
