import type { Answered, FlowLanguage, FlowOrigin } from "@botdeck/contracts";
import { ANSWERED_SIGNAL, RESUMED_SIGNAL, STEP_QUERY, STOPPED_SIGNAL } from "@botdeck/contracts/names";
import type { Said } from "@botdeck/dialog/dialogs";
import { defineQuery, defineSignal, setHandler } from "@temporalio/workflow";

const answered = defineSignal<[Answered]>(ANSWERED_SIGNAL);
const resumed = defineSignal<[unknown]>(RESUMED_SIGNAL);
const stopped = defineSignal<[unknown]>(STOPPED_SIGNAL);
const currentStep = defineQuery<string>(STEP_QUERY);

/** Whom a flow speaks to, and how; every activity that speaks is given it. */
export type Addressee = { origin: FlowOrigin; language: FlowLanguage };

/** What reaches a flow that leads a conversation. */
export type Heard = { kind: "said"; said: Said } | { kind: "resumed" };

/** A run of a flow: where it is, what it has heard and not yet answered, and the numbers of what it does. */
export type Flow<Step extends string = string> = {
  readonly addressee: Addressee;
  /** Shown to whoever asks. */
  step: Step;
  readonly heard: Heard[];
  /** True while what the client says is the flow's to answer. */
  leads: boolean;
  /** True once nothing is left to do but to hear. */
  isOver: boolean;
  /** True while the bot answers a question in the middle. */
  isAway: boolean;
  readonly isStopped: () => boolean;
  /** A key for the next activity: an activity that runs again has the same. */
  nextKey(): string;
};

/** Begins to listen; once in a workflow, before anything is waited for. */
export function createFlow<Step extends string>({ origin, language }: Addressee, firstStep: Step): Flow<Step> {
  const seen = new Set<string>();
  let count = 0;
  let isStopped = false;
  const flow: Flow<Step> = {
    addressee: { origin, language },
    step: firstStep,
    heard: [],
    leads: true,
    isOver: false,
    isAway: false,
    isStopped: () => isStopped,
    nextKey: () => String(count++),
  };
  setHandler(currentStep, () => flow.step);
  setHandler(stopped, () => void (isStopped = true));
  setHandler(answered, ({ messageId, said }) => {
    // Signals come at least once.
    if (seen.has(messageId)) return;
    seen.add(messageId);
    flow.heard.push({ kind: "said", said });
  });
  setHandler(resumed, () => {
    if (!flow.isAway) return;
    flow.isAway = false;
    flow.heard.push({ kind: "resumed" });
  });
  return flow;
}
