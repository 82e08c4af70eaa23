import fc from "fast-check";

import {
  defineDialog,
  type DialogDefinition,
  type RequestStep,
  type SlotDefinition,
  type Slots,
  type Step,
} from "../dialog.ts";
import type { DialogInput } from "../progress.ts";
import type { Said } from "../said.ts";
import { said } from "./said.ts";

const SLOTS = ["colour", "size", "city", "day"] as const;
const FETCHED = ["price", "stock"] as const;
type Name = (typeof SLOTS)[number];

export const USELESS = "hm";
/** Words that answer the question for this slot, whatever else is asked. */
export const telling = (slot: string, value = "x"): string => `${slot}=${value}`;

/** A slot reads "colour=red"; "some" is half an answer. */
const slotOf = (name: Name): fc.Arbitrary<SlotDefinition> =>
  fc
    .record({
      finds: fc.boolean(),
      takesAnything: fc.boolean(),
      decides: fc.subarray(SLOTS.filter((other) => other !== name)),
    })
    .map(({ finds, ...slot }) => {
      const valueIn = ({ text }: Said): string | undefined => new RegExp(`${name}=(\\w+)`).exec(text)?.[1];
      return {
        ...slot,
        ...(finds && { find: valueIn }),
        read(words) {
          const value = valueIn(words);
          if (value !== undefined) return { kind: "value", value };
          if (words.text !== "some") return { kind: "unclear" };
          return { kind: "more", say: { text: `${name}.more` }, also: { [`${name}Half`]: true } };
        },
      };
    });

const condition = fc
  .option(fc.record({ slot: fc.constantFrom(...SLOTS, ...FETCHED), isTold: fc.boolean() }), { nil: undefined })
  .map((each) => each && ((slots: Slots) => (slots[each.slot] !== undefined) === each.isTold));

const bare: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SLOTS).map(askOf) },
  { weight: 2, arbitrary: fc.constantFrom(...FETCHED).map(requestOf) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: "say", say: () => ({ text: "said" }) }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: "end", end: () => ({ outcome: "answered" }) }) },
);

const step: fc.Arbitrary<Step> = fc
  .tuple(bare, condition)
  .filter(([each, holds]) => each.kind !== "end" || holds !== undefined)
  .map(([each, holds]) => (holds === undefined ? each : { ...each, if: holds }));

function askOf(slot: Name): Step {
  return { kind: "ask", slot, ask: () => ({ text: slot }), again: () => ({ text: `${slot}.again` }) };
}

/** "none" brings nothing; a slot's name says that what was told there was of no use. */
function requestOf(fetched: (typeof FETCHED)[number]): RequestStep {
  return {
    kind: "request",
    request: fetched,
    params: (slots) => slots,
    fills: [fetched],
    take: (answer) => ({ slots: answer === "none" ? {} : { [fetched]: answer }, say: { text: `${fetched}.brought` } }),
  };
}

/** Any dialog that `defineDialog` lets pass. */
export const anyDialog = (version = 1): fc.Arbitrary<DialogDefinition> =>
  fc
    .record({
      slots: fc.record({
        colour: slotOf("colour"),
        size: slotOf("size"),
        city: slotOf("city"),
        day: slotOf("day"),
      }),
      steps: fc.array(step, { maxLength: 8 }),
      mostMisses: fc.integer({ min: 1, max: 3 }),
      hasSilence: fc.boolean(),
    })
    .map(({ slots, steps, mostMisses, hasSilence }) => {
      const silence = {
        remindAfterMs: 1,
        expireAfterMs: 2,
        remind: { text: "still there" },
        expired: { text: "over" },
      };
      const last: Step = { kind: "end", end: () => ({ outcome: "solved", say: { text: "done" } }) };
      return defineDialog({
        name: "any",
        version,
        topic: "any",
        digressions: ["weather"],
        follows: ["greeting"],
        mostMisses,
        ...(hasSilence && { silence }),
        slots,
        steps: Object.fromEntries([...steps, last].map((each, index) => [`step${index}`, each])),
      });
    });

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom("no", "нет", "some", "what?", USELESS, "", "sorry"),
      fc.tuple(fc.constantFrom(...SLOTS), fc.constantFrom("a", "b")).map(([slot, value]) => telling(slot, value)),
    ),
    { maxLength: 3 },
  )
  .map((parts) => parts.join(" "));

const anySaid: fc.Arbitrary<Said> = fc
  .record({
    text: words,
    pressed: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.constantFrom("a", false, 0)),
    sure: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 3, arbitrary: fc.constantFrom("back", "weather", "greeting") },
      fc.constantFrom("operator", "cancel"),
    ),
    leaning: fc.constantFrom(null, null, "weather"),
  })
  .map(({ text, ...more }) => said(text, more));

/** What may come at any time, whether it is waited for or not. */
export const anyInput: fc.Arbitrary<Exclude<DialogInput, { kind: "begin" }>> = fc.oneof(
  { weight: 6, arbitrary: anySaid.map((each) => ({ kind: "said" as const, said: each })) },
  { weight: 3, arbitrary: fc.constantFrom("found", "none").map((answer) => ({ kind: "brought" as const, answer })) },
  { weight: 1, arbitrary: fc.constant({ kind: "silence" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "resumed" as const }) },
);

export const anyBegin: fc.Arbitrary<DialogInput> = anySaid.map((each) => ({
  kind: "begin" as const,
  slots: {},
  said: each,
}));
