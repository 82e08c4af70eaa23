import type { ProductReturnInput, ProductReturnOutcome, ProductReturnStep } from "@botdeck/contracts";
import { PRODUCT_RETURN } from "@botdeck/contracts/names";
import type { DialogDefinition, Ending, Said } from "@botdeck/dialog/dialogs";

import { converse, keepPassingOn, passOn } from "../flow/converse.ts";
import { createFlow } from "../flow/flow.ts";
import { dialogOf } from "../flow/dialog-of.ts";
import { awaitDecision } from "./await-decision.ts";
import { hearDecisions } from "./hear-decisions.ts";
import { hearNudges } from "./hear-nudges.ts";
import { numberOf } from "./number-of.ts";
import { keepPhotos, returns } from "./proxies.ts";
import { settle } from "./settle.ts";

const DECISION_MS = 24 * 3_600_000;

/** The dialogs of a return, each with every version that one in progress may have. */
export type ReturnDialogs = { returns: readonly DialogDefinition[]; settlements: readonly DialogDefinition[] };

/** The whole of a return; see `productReturn`. */
export async function leadReturn(input: ProductReturnInput, dialogs: ReturnDialogs): Promise<ProductReturnOutcome> {
  const { decisionMs = DECISION_MS, managerId, supervisorId } = input;
  const flow = createFlow<ProductReturnStep>(input, "dialog");
  const decided = hearDecisions();
  const nudges = hearNudges();
  const { addressee } = flow;
  const passing = keepPassingOn(flow);
  // It is waited for at the end; a run that fails before has told its own reason.
  passing.catch(() => {});
  const dialog = dialogOf(dialogs.returns, input.dialogVersion);

  const talk = await converse(flow, {
    dialog,
    slots: input.slots,
    // safe: the bot that starts the flow gives what it understood
    said: (input.said ?? null) as Said | null,
    opening: input.greets === true ? [{ text: "opening" }] : [],
    remindAfterMs: input.reminderMs,
    expireAfterMs: input.expiryMs,
  });
  if (talk.kind === "stopped") return await end("stopped");
  const { ending, slots } = talk;
  await passOn(flow);
  const result = { dialog: dialog.name, topic: dialog.topic, ending, slots };
  const isTaken = ending.outcome === "answered" && slots["confirm"] === true;
  if (!isTaken) {
    const outcome = outcomeOf(ending);
    await returns.giveBack(addressee, { key: flow.nextKey(), text: null, outcome, result });
    flow.leads = false;
    return await end(outcome);
  }

  flow.step = "task";
  await returns.giveBack(addressee, { key: flow.nextKey(), text: "returnAccepted", outcome: "accepted", result });
  flow.leads = false;
  const deadlineAt = new Date(Date.now() + decisionMs).toISOString();
  const photos = await keepPhotos(addressee, slots);
  await returns.createReturnTask(addressee, { slots, ...photos, managerId, deadlineAt });
  if (managerId !== null) await returns.askManager(addressee, { slots, managerId });

  flow.step = "decision";
  const decision = await awaitDecision({ flow, decided, nudges, decisionMs, managerId, supervisorId, slots });
  flow.step = "refund";
  const outcome = await conclude(decision);
  flow.step = "done";
  await returns.commentReturn(addressee, { key: flow.nextKey(), outcome });
  return await end(outcome);

  async function conclude(decision: Awaited<ReturnType<typeof awaitDecision>>): Promise<ProductReturnOutcome> {
    if (decision === null) {
      await returns.tellClient(addressee, { key: flow.nextKey(), lines: [{ text: "returnUndecided" }] });
      return "undecided";
    }
    if (decision.verdict === "approved") {
      return await settle({ flow, dialog: dialogOf(dialogs.settlements), slots, kind: PRODUCT_RETURN });
    }
    const values = { number: numberOf(slots), hasReason: decision.reason === null ? "no" : "yes" };
    const line = { text: "returnDeclined", values: { ...values, reason: decision.reason ?? "" } };
    await returns.tellClient(addressee, { key: flow.nextKey(), lines: [line] });
    return "declined";
  }

  async function end(outcome: ProductReturnOutcome): Promise<ProductReturnOutcome> {
    await returns.endFlow(addressee, { outcome });
    // Who stopped it answers the client.
    if (flow.isStopped()) flow.heard.length = 0;
    flow.isOver = true;
    await passing;
    return outcome;
  }
}

function outcomeOf({ outcome }: Ending): ProductReturnOutcome {
  if (outcome === "cancelled" || outcome === "expired" || outcome === "handed_over") return outcome;
  return "refused";
}
