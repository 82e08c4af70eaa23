import {
  decide,
  type DialogDefinition,
  type DialogEffect,
  type DialogInput,
  type DialogProgress,
  type Ending,
  type Line,
  type Offered,
  pressedOf,
  type Said,
  type Slots,
} from "@botdeck/dialog/dialogs";
import { ActivityFailure, condition, patched, proxyActivities } from "@temporalio/workflow";

import type { ConverseActivities } from "./converse-activities.ts";
import type { Flow } from "./flow.ts";

const { say, digress } = proxyActivities<ConverseActivities>({
  // One short transaction: a worker that died with it is replaced soon.
  startToCloseTimeout: "8 s",
  retry: { initialInterval: "500 ms", maximumInterval: "30 s" },
});
const { request } = proxyActivities<ConverseActivities>({
  startToCloseTimeout: "15 s",
  retry: { initialInterval: "1 s", maximumAttempts: 4 },
});

export type Conversed = { kind: "ended"; ending: Ending; slots: Slots } | { kind: "stopped" };

type Options = {
  dialog: DialogDefinition;
  slots?: Slots;
  /** The words that began it. */
  said?: Said | null;
  /** Said with the first question. */
  opening?: readonly Line[];
  /** The dialog's own times of silence, in milliseconds, unless others are given. */
  remindAfterMs?: number | undefined;
  expireAfterMs?: number | undefined;
};

/**
 * Leads a dialog from its beginning to its end: the same steps as in the runtime, but as long as it takes. All that is said
 * between two answers is one message.
 *
 * @returns How it ended; its last words are said by then, and `stopped` has none.
 */
export async function converse(flow: Flow, options: Options): Promise<Conversed> {
  const { dialog, slots = {}, said = null, opening = [] } = options;
  const words: Line[] = [...opening];
  let offered: readonly Offered[] = [];
  let lastWordAt = Date.now();

  let decision = decide(dialog, null, { kind: "begin", slots, said });
  for (;;) {
    let brought: DialogInput | null = null;
    for (const effect of decision.effects) {
      const answer = await carryOut(effect);
      if (flow.isStopped()) return { kind: "stopped" };
      if (answer?.kind === "ended") return answer;
      if (answer !== null) brought = answer;
    }
    const { progress } = decision;
    // An end returns above.
    if (progress === null) return { kind: "stopped" };
    if (brought === null) await speak();
    const input = brought ?? (await nextInput(progress));
    if (input === null) return { kind: "stopped" };
    decision = decide(dialog, progress, input);
  }

  async function carryOut(effect: DialogEffect): Promise<DialogInput | (Conversed & { kind: "ended" }) | null> {
    switch (effect.kind) {
      case "say":
        words.push(effect.line);
        return null;
      case "request":
        return await ask(effect);
      case "digress":
        await speak();
        flow.isAway = true;
        await digress(flow.addressee, { key: flow.nextKey(), intent: effect.intent, said: effect.said });
        return null;
      case "end":
        await speak();
        return { kind: "ended", ending: effect.ending, slots: effect.slots };
    }
  }

  async function speak(): Promise<void> {
    if (words.length === 0) return;
    offered = await say(flow.addressee, { key: flow.nextKey(), step: flow.step, lines: words.splice(0) });
  }

  /** A source that fails again and again is no reason to let the person wait: another one takes over. */
  async function ask(
    effect: DialogEffect & { kind: "request" },
  ): Promise<DialogInput | (Conversed & { kind: "ended" })> {
    try {
      const answer = await request(flow.addressee, { name: effect.request, params: effect.params });
      return { kind: "brought", answer };
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      const kept = decision.progress?.slots ?? slots;
      return { kind: "ended", ending: { outcome: "handed_over", cause: "source_away" }, slots: kept };
    }
  }

  /** Waits for the person; null when somebody else answers now. */
  async function nextInput(progress: DialogProgress): Promise<DialogInput | null> {
    const isDue = () => flow.isStopped() || flow.heard.length > 0;
    const waitMs = silenceLeftMs(progress);
    if (waitMs === null) await condition(isDue);
    else await condition(isDue, waitMs);
    if (flow.isStopped()) return null;
    const heard = flow.heard.shift();
    if (heard === undefined) return { kind: "silence" };
    lastWordAt = Date.now();
    return heard.kind === "resumed" ? heard : { kind: "said", said: withPressed(heard.said, offered) };
  }

  /** Null for a dialog that waits for ever. */
  function silenceLeftMs({ reminded }: DialogProgress): number | null {
    if (dialog.silence === undefined) return null;
    const { remindAfterMs = dialog.silence.remindAfterMs, expireAfterMs = dialog.silence.expireAfterMs } = options;
    const dueAt = lastWordAt + (reminded ? expireAfterMs : remindAfterMs);
    return Math.max(1, dueAt - Date.now());
  }
}

/**
 * Hands over to the bot the wishes that were said behind the words that ended a dialog. Before the conversation is given back:
 * the bot answers them first. What else was said waits for `keepPassingOn`.
 */
export async function passOn(flow: Flow): Promise<void> {
  const all = flow.heard.splice(0);
  flow.heard.push(...all.filter((heard) => heard.kind === "said" && heard.said.sure === null));
  for (const heard of all) {
    if (heard.kind !== "said" || heard.said.sure === null) continue;
    await digress(flow.addressee, { key: flow.nextKey(), intent: heard.said.sure, said: heard.said });
  }
}

/**
 * Hands over to the bot all that is heard while the flow does not lead: what the client says reaches it until the bot knows that
 * the conversation was given back, and even behind its last step.
 *
 * @returns When the flow is over, and nothing that was heard is left.
 */
export async function keepPassingOn(flow: Flow): Promise<void> {
  while (!flow.isOver || flow.heard.length > 0) {
    await condition(() => flow.isOver || (!flow.leads && flow.heard.length > 0));
    const heard = flow.heard.shift();
    // A run of an earlier release dropped such words, and has to do so when it is read anew.
    if (heard?.kind !== "said" || !patched("all-heard-is-passed-on")) continue;
    await digress(flow.addressee, { key: flow.nextKey(), intent: heard.said.sure ?? "", said: heard.said });
  }
}

/** What was pressed of the buttons that the flow itself has offered: the bot does not know them. */
function withPressed(said: Said, offered: readonly Offered[]): Said {
  const button = pressedOf(offered, said.text);
  return button === null ? { ...said, pressed: null } : { ...said, pressed: button.value ?? null, sure: null };
}
