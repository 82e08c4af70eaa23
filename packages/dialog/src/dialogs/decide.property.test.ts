import fc from "fast-check";
import { expect, test } from "vitest";

import { decide } from "./decide.ts";
import type { DialogDefinition } from "./dialog.ts";
import type { DialogDecision, DialogInput, DialogProgress } from "./progress.ts";
import { resumeDialog } from "./resume.ts";
import { anyBegin, anyDialog, anyInput, telling, USELESS } from "./testing/any-dialog.ts";
import { said } from "./testing/said.ts";

// Most generated dialogs are short.
fc.configureGlobal({ numRuns: 400 });

const inputs = fc.array(anyInput, { maxLength: 20 });
const endingOf = ({ effects }: DialogDecision) => {
  const last = effects.at(-1);
  return last?.kind === "end" ? last.ending : null;
};

/** Every decision on the way; the last one may be an end. */
function play(dialog: DialogDefinition, begin: DialogInput, rest: readonly DialogInput[]): DialogDecision[] {
  const decisions = [decide(dialog, null, begin)];
  for (const input of rest) {
    const progress = decisions.at(-1)?.progress ?? null;
    if (progress === null) return decisions;
    decisions.push(decide(dialog, progress, input));
  }
  return decisions;
}

/** Every point at which the dialog waits. */
const waiting = (...args: Parameters<typeof play>): DialogProgress[] =>
  play(...args).flatMap(({ progress }) => progress ?? []);

/** Requests bring this, until somebody has to speak again. */
function broughtAll(dialog: DialogDefinition, first: DialogDecision, answer = "found"): DialogDecision {
  let decision = first;
  for (let turns = 0; turns < 20; turns++) {
    const { progress } = decision;
    if (progress === null || dialog.steps[progress.at]?.kind !== "request") return decision;
    decision = decide(dialog, progress, { kind: "brought", answer });
  }
  return expect.fail("requests follow one another without end");
}

function expectNextStep(dialog: DialogDefinition, { progress, effects }: DialogDecision): void {
  const last = effects.at(-1);
  if (progress === null) return expect(last?.kind).toBe("end");
  const at = dialog.steps[progress.at];
  expect(["ask", "request"]).toContain(at?.kind);
  if (at?.kind === "ask") expect(progress.slots[at.slot], "a question that is answered already").toBeUndefined();
  if (last?.kind === "request") expect(at).toMatchObject({ kind: "request", request: last.request });
  expect(effects.filter(({ kind }) => kind === "end")).toEqual([]);
}

test("whatever comes, the dialog has asked, waits for what it requested, or has ended", () => {
  fc.assert(
    fc.property(anyDialog(), anyBegin, inputs, (dialog, begin, rest) => {
      for (const decision of play(dialog, begin, rest)) expectNextStep(dialog, decision);
    }),
  );
});

test("what is said is never met with silence, unless something is under way that will answer", () => {
  fc.assert(
    fc.property(anyDialog(), anyBegin, inputs, (dialog, begin, rest) => {
      for (const progress of waiting(dialog, begin, rest)) {
        const isRequesting = dialog.steps[progress.at]?.kind === "request";
        const { effects } = decide(dialog, progress, { kind: "said", said: said(USELESS) });
        expect(effects.length > 0).toBe(!isRequesting);
      }
    }),
  );
});

test("a person is reached, and a dialog cancelled, from wherever it stands", () => {
  fc.assert(
    fc.property(anyDialog(), anyBegin, inputs, (dialog, begin, rest) => {
      for (const progress of waiting(dialog, begin, rest)) {
        const called = decide(dialog, progress, { kind: "said", said: said("no, a person", { sure: "operator" }) });
        expect(endingOf(called)).toMatchObject({ outcome: "handed_over", cause: "operator_asked" });
        const cancelled = decide(dialog, progress, { kind: "said", said: said("stop", { sure: "cancel" }) });
        expect(endingOf(cancelled)).toMatchObject({ outcome: "cancelled" });
      }
    }),
  );
});

test("useless answers end in a hand-over with the last that is allowed", () => {
  fc.assert(
    fc.property(anyDialog(), anyBegin, inputs, (dialog, begin, rest) => {
      for (const from of waiting(dialog, begin, rest)) {
        let decision = broughtAll(dialog, { progress: from, effects: [] });
        for (let misses = 0; decision.progress !== null; misses++) {
          expect(misses).toBeLessThan(dialog.mostMisses ?? 2);
          decision = decide(dialog, decision.progress, { kind: "said", said: said(USELESS) });
        }
      }
    }),
  );
});

test("the same words over and over come to an end, unless they go back or ask something else", () => {
  fc.assert(
    fc.property(anyDialog(), anyBegin, inputs, anyInput, (dialog, begin, rest, input) => {
      const from = waiting(dialog, begin, rest).at(-1);
      if (from === undefined || input.kind !== "said") return;
      const repeated = { kind: "said" as const, said: { ...input.said, sure: null, leaning: null } };
      let decision = broughtAll(dialog, { progress: from, effects: [] });
      for (let times = 0; decision.progress !== null; times++) {
        expect(times).toBeLessThan(30);
        decision = broughtAll(dialog, decide(dialog, decision.progress, repeated));
      }
    }),
  );
});

test("requests that bring nothing are not made for ever", () => {
  fc.assert(
    fc.property(anyDialog(), anyBegin, inputs, (dialog, begin, rest) => {
      for (const progress of waiting(dialog, begin, rest)) broughtAll(dialog, { progress, effects: [] }, "none");
    }),
  );
});

test("who answers every question comes to the end", () => {
  fc.assert(
    fc.property(anyDialog(), anyBegin, inputs, (dialog, begin, rest) => {
      for (const from of waiting(dialog, begin, rest)) {
        let decision = broughtAll(dialog, { progress: from, effects: [] });
        for (let answers = 0; decision.progress !== null; answers++) {
          expect(answers).toBeLessThan(20);
          const at = dialog.steps[decision.progress.at];
          const text = at?.kind === "ask" ? telling(at.slot) : "";
          decision = broughtAll(dialog, decide(dialog, decision.progress, { kind: "said", said: said(text) }));
        }
      }
    }),
  );
});

test("going back comes to the first question and stays there", () => {
  fc.assert(
    fc.property(anyDialog(), anyBegin, inputs, (dialog, begin, rest) => {
      for (const from of waiting(dialog, begin, rest)) {
        let decision = broughtAll(dialog, { progress: from, effects: [] });
        for (let backs = 0; backs < 8 && decision.progress !== null; backs++) {
          const { progress } = decision;
          decision = broughtAll(dialog, decide(dialog, progress, { kind: "said", said: said("", { sure: "back" }) }));
          if (backs >= 5 && decision.progress !== null) expect(decision.progress.slots).toEqual(progress.slots);
        }
      }
    }),
  );
});

test("a decision depends on nothing but its arguments, and changes none of them", () => {
  fc.assert(
    fc.property(anyDialog(), anyBegin, inputs, (dialog, begin, rest) => {
      const once = play(dialog, deepFreeze(begin), deepFreeze(rest));
      let progress: DialogProgress | null = null;
      for (const [index, input] of [begin, ...rest].slice(0, once.length).entries()) {
        const decision = decide(dialog, deepFreeze(progress), input);
        expect(decision).toEqual(once[index]);
        ({ progress } = decision);
      }
    }),
  );
});

test("a dialog that was stored as JSON between any two words goes on as if it had not been", () => {
  fc.assert(
    fc.property(anyDialog(), anyBegin, inputs, (dialog, begin, rest) => {
      let stored: DialogProgress | null = null;
      for (const [index, decision] of play(dialog, begin, rest).entries()) {
        const again = decide(dialog, stored, [begin, ...rest][index] ?? begin);
        expect(again).toEqual(decision);
        stored = JSON.parse(JSON.stringify(again.progress)) as DialogProgress | null;
      }
    }),
  );
});

test("a dialog moved to any newer version keeps all that was told, and comes to an end there", () => {
  fc.assert(
    fc.property(anyDialog(1), anyDialog(2), anyBegin, inputs, anyInput, (old, newest, begin, rest, next) => {
      for (const progress of waiting(old, begin, rest)) {
        const moved = resumeDialog([newest], progress);
        if (moved === null) return expect.fail("it is still a dialog of the bot");
        expect(moved.progress).toMatchObject({ version: 2, slots: progress.slots });
        const decision = moved.isMoved ? decide(newest, moved.progress, { kind: "resumed" }) : moved;
        if (decision.progress === null) continue;
        expectNextStep(newest, decide(newest, decision.progress, next));
      }
    }),
  );
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}
