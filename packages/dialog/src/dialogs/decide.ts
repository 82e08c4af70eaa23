import type { AskStep, DialogDefinition, Ending, Line, RequestStep } from "./dialog.ts";
import { isBareAnswer } from "./bare-answer.ts";
import { isCorrection } from "./correction-cue.ts";
import { correct, defined, foundIn, isKnown, isPlainAnswer, isSame, readAnswer, without } from "./fill-slots.ts";
import { otherWish } from "./other-wish.ts";
import type { DialogDecision, DialogEffect, DialogInput, DialogProgress } from "./progress.ts";
import type { Said } from "./said.ts";

/** Among what a dialog has told: that it asked again after hearing what it knew. */
const ECHO = "#echo";

/** Useless answers to the same question after which a person takes over. */
export const MOST_MISSES = 2;

/**
 * One step of a dialog: pure, without a clock and without input or output, so that it decides the same in the runtime and in
 * a workflow that is replayed. Every input ends in a question, a request, an answer or an end.
 *
 * @param progress Null to begin; then the input has to be `begin`.
 */
export function decide(dialog: DialogDefinition, progress: DialogProgress | null, input: DialogInput): DialogDecision {
  if (input.kind === "begin" || progress === null) return begin(dialog, input);
  switch (input.kind) {
    case "said":
      return hear(dialog, { ...progress, reminded: false }, input.said);
    case "brought":
      return take(dialog, progress, input.answer);
    case "silence":
      return fallSilent(dialog, progress);
    case "resumed":
      return goOn(dialog, progress, []);
  }
}

function begin(dialog: DialogDefinition, input: DialogInput): DialogDecision {
  const given = input.kind === "begin" ? input.slots : {};
  const said = input.kind === "begin" || input.kind === "said" ? input.said : null;
  const slots = said === null ? given : { ...foundIn(dialog, said, given), ...given };
  const { name, version } = dialog;
  const fresh = { dialog: name, version, slots, at: "", asked: [], misses: {}, told: [], held: [], reminded: false };
  return goOn(dialog, fresh, []);
}

function hear(dialog: DialogDefinition, progress: DialogProgress, said: Said): DialogDecision {
  const step = dialog.steps[progress.at];
  const reading = step?.kind === "ask" ? readAnswer(dialog, progress.slots, step, said) : undefined;
  if (dialog.isAside && step?.kind === "ask" && reading?.kind !== "value")
    return end(progress, { outcome: "left" }, []);
  // Whoever wants a person or nothing more need not wait for what was requested.
  if (said.sure === "operator") return end(progress, { outcome: "handed_over", cause: "operator_asked" }, []);
  // What can only be an answer is one, whatever else the words sound like.
  const isPlain =
    step?.kind === "ask" && reading?.kind === "value" && isPlainAnswer(dialog, progress.slots, step, said);
  if (said.sure === "cancel" && !isPlain) return end(progress, { outcome: "cancelled" }, []);
  if (step?.kind === "request") return { progress: { ...progress, held: [...progress.held, said] }, effects: [] };
  if (step?.kind !== "ask") return goOn(dialog, progress, []);
  if (said.sure === "back" && !isPlain) return goBack(dialog, progress, step);

  const corrected = isCorrection(said.text) ? correct(dialog, progress.slots, step, said) : null;
  if (corrected !== null) return goOn(dialog, { ...progress, slots: corrected }, []);

  const isBare = isBareAnswer(said) && reading?.kind !== "value";
  const told = isBare ? correct(dialog, progress.slots, step, said) : null;
  if (told !== null) return goOn(dialog, { ...progress, slots: told }, []);
  // What is told once more is no failed answer; but who says nothing else is not asked for ever.
  if (isBare && isKnown(dialog, progress.slots, said) && !progress.told.includes(ECHO)) {
    const heard = { ...progress, told: [...progress.told, ECHO] };
    return { progress: heard, effects: [{ kind: "say", line: step.ask(progress.slots) }] };
  }

  const takesAnything = dialog.slots[step.slot]?.takesAnything === true;
  const wish = isTriedPhone(dialog, step, said) ? null : otherWish(dialog, said, takesAnything);
  if (wish !== null && takesAnything) return digress(progress, wish);
  if (reading?.kind === "value") {
    const filled = defined({ ...progress.slots, [step.slot]: reading.value, ...reading.also });
    const slots = { ...foundIn(dialog, said, filled), ...filled };
    // Told again what is known, it would ask the same for ever.
    if (isSame(slots, progress.slots)) return miss(dialog, progress, step.slot, step.again(slots));
    return goOn(dialog, { ...progress, slots }, []);
  }
  if (reading?.kind === "more") {
    const slots = defined({ ...progress.slots, ...reading.also });
    if (isSame(slots, progress.slots)) return miss(dialog, progress, step.slot, reading.say);
    return { progress: { ...progress, slots }, effects: [{ kind: "say", line: reading.say }] };
  }
  if (wish !== null) return digress(progress, wish);

  const late = correct(dialog, progress.slots, step, said);
  if (late !== null) return goOn(dialog, { ...progress, slots: late }, []);
  const kept = { ...progress, slots: defined({ ...progress.slots, ...reading?.also }) };
  return miss(dialog, kept, step.slot, reading?.say ?? step.again(progress.slots));
}

/** Digits that answer the question for a phone are a phone with a slip, and no number of an order. */
const isTriedPhone = (dialog: DialogDefinition, { slot }: AskStep, { text }: Said): boolean =>
  dialog.slots[slot]?.expects === "phone" && /^[\d\s()+.-]{5,}$/.test(text.trim());

const digress = (progress: DialogProgress, said: Said): DialogDecision => ({
  progress,
  effects: [{ kind: "digress", intent: said.sure ?? "", said }],
});

function goBack(dialog: DialogDefinition, progress: DialogProgress, at: AskStep): DialogDecision {
  const before = progress.asked.filter((slot) => slot !== at.slot && progress.slots[slot] !== undefined).at(-1);
  if (before === undefined) return goOn(dialog, progress, []);
  const slots = without(progress.slots, [before, ...(dialog.slots[before]?.decides ?? [])]);
  const asked = progress.asked.filter((slot) => slot !== before);
  const decision = goOn(dialog, { ...progress, slots, asked }, []);
  // An answer that is not asked for any more is no place to go back to.
  return decision.progress?.at === progress.at ? goBack(dialog, decision.progress, at) : decision;
}

function take(dialog: DialogDefinition, progress: DialogProgress, answer: unknown): DialogDecision {
  const step = dialog.steps[progress.at];
  if (step?.kind !== "request") return { progress, effects: [] };
  const taken = step.take(answer, progress.slots);
  const slots = defined({ ...progress.slots, ...taken.slots });
  const after = { ...progress, slots, held: [] };
  const effects: DialogEffect[] = taken.say === undefined ? [] : [{ kind: "say", line: taken.say }];
  const decision = taken.miss
    ? miss(dialog, at(dialog, after, taken.miss.slot), taken.miss.slot, taken.miss.say)
    : goOnAfter(step, dialog, after, effects);
  return progress.held.reduce((sofar, said) => alsoHear(dialog, sofar, said), decision);
}

/** A request that brought nothing it should fill would be made for ever. */
function goOnAfter(
  step: RequestStep,
  dialog: DialogDefinition,
  progress: DialogProgress,
  effects: DialogEffect[],
): DialogDecision {
  const decision = goOn(dialog, progress, effects);
  const isAgain = decision.progress !== null && dialog.steps[decision.progress.at] === step;
  const isSame = step.fills.some((slot) => progress.slots[slot] === undefined);
  return isAgain && isSame ? end(progress, { outcome: "handed_over", cause: "flow" }, effects) : decision;
}

function alsoHear(dialog: DialogDefinition, decision: DialogDecision, said: Said): DialogDecision {
  if (decision.progress === null) return decision;
  const next = hear(dialog, decision.progress, said);
  return { progress: next.progress, effects: [...decision.effects, ...next.effects] };
}

/** The progress, waiting for an answer about this slot. */
function at(dialog: DialogDefinition, progress: DialogProgress, slot: string): DialogProgress {
  const found = Object.entries(dialog.steps).find(([, step]) => step.kind === "ask" && step.slot === slot);
  return { ...progress, at: found?.[0] ?? progress.at, slots: without(progress.slots, [slot]) };
}

function miss(dialog: DialogDefinition, progress: DialogProgress, slot: string, line: Line): DialogDecision {
  const misses = (progress.misses[slot] ?? 0) + 1;
  const missed = { ...progress, misses: { ...progress.misses, [slot]: misses } };
  if (misses >= (dialog.mostMisses ?? MOST_MISSES)) {
    return end(missed, { outcome: "handed_over", cause: "misses" }, []);
  }
  return { progress: missed, effects: [{ kind: "say", line }] };
}

function fallSilent(dialog: DialogDefinition, progress: DialogProgress): DialogDecision {
  const { silence } = dialog;
  const isWaiting = dialog.steps[progress.at]?.kind === "ask";
  if (silence === undefined || !isWaiting) return { progress, effects: [] };
  if (progress.reminded) return end(progress, { outcome: "expired", say: silence.expired }, []);
  return { progress: { ...progress, reminded: true }, effects: [{ kind: "say", line: silence.remind }] };
}

/** Goes to the first step that is still open. */
function goOn(dialog: DialogDefinition, from: DialogProgress, before: readonly DialogEffect[]): DialogDecision {
  const effects = [...before];
  let progress = from;
  for (const [name, step] of Object.entries(dialog.steps)) {
    const { slots } = progress;
    if (step.if && !step.if(slots)) continue;
    switch (step.kind) {
      case "ask": {
        if (slots[step.slot] !== undefined) continue;
        effects.push({ kind: "say", line: step.ask(slots) });
        const asked = [...progress.asked.filter((slot) => slot !== step.slot), step.slot];
        return { progress: { ...progress, at: name, asked }, effects };
      }
      case "request": {
        if (step.fills.every((slot) => slots[slot] !== undefined)) continue;
        effects.push({ kind: "request", request: step.request, params: step.params(slots) });
        return { progress: { ...progress, at: name }, effects };
      }
      case "say": {
        if (progress.told.includes(name)) continue;
        effects.push(...linesOf(step.say(slots)).map((line) => ({ kind: "say" as const, line })));
        progress = { ...progress, told: [...progress.told, name] };
        continue;
      }
      case "end":
        return end(progress, step.end(slots), effects);
    }
  }
  // `defineDialog` sees to it that the last step is an end without a condition.
  return end(progress, { outcome: "handed_over", cause: "flow" }, effects);
}

function end(progress: DialogProgress, ending: Ending, before: readonly DialogEffect[]): DialogDecision {
  const last = linesOf(ending.say ?? []).map((line) => ({ kind: "say" as const, line }));
  return { progress: null, effects: [...before, ...last, { kind: "end", ending, slots: progress.slots }] };
}

const linesOf = (said: Line | readonly Line[]): readonly Line[] => ("text" in said ? [said] : said);
