import type { ProductReturnOutcome } from "@botdeck/contracts";
import type { DialogDefinition, Slots } from "@botdeck/dialog/dialogs";

import { converse, passOn } from "../flow/converse.ts";
import type { Flow } from "../flow/flow.ts";
import { numberOf } from "./number-of.ts";
import { returns } from "./proxies.ts";

type Settling = { flow: Flow; dialog: DialogDefinition; slots: Slots; kind: string };

/**
 * Tells the client that the return is approved, and asks for money or exchange if the conversation is free; else it is the
 * money. An operator who takes over on the way settles it themselves.
 */
export async function settle({ flow, dialog, slots, kind }: Settling): Promise<ProductReturnOutcome> {
  const { addressee } = flow;
  const approved = { text: "returnApproved", values: { number: numberOf(slots) } };
  // Words of the days before answer nothing that is asked now.
  flow.heard.length = 0;
  flow.leads = true;
  if (!(await returns.lead(addressee, { kind }))) {
    const lines = [approved, { text: "returnRefundPlanned" }];
    flow.leads = false;
    await returns.tellClient(addressee, { key: flow.nextKey(), lines });
    return "refunded";
  }
  const talk = await converse(flow, { dialog, opening: [approved] });
  if (talk.kind === "stopped") return "approved";
  await passOn(flow);
  const { ending } = talk;
  const outcome = outcomeOf(ending.outcome, talk.slots["choice"]);
  const result = { dialog: dialog.name, topic: dialog.topic, ending, slots: { ...slots, ...talk.slots } };
  const text = ending.outcome === "cancelled" ? "returnRefundPlanned" : null;
  await returns.giveBack(addressee, { key: flow.nextKey(), text, outcome, result });
  flow.leads = false;
  return outcome;
}

function outcomeOf(ending: string, choice: unknown): ProductReturnOutcome {
  if (ending === "handed_over") return "approved";
  return choice === "exchange" ? "exchanged" : "refunded";
}
